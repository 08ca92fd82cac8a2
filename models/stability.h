#pragma once
// Stability: the steady-state gain of the model's feedback loops, at a reference student, with
// learning held fixed. Below 1, a push dies away; at 1 or above it would feed itself.
//
//   discipline loop   B -> E -> incidents -> referrals -> (R, H, evidence) -> B
//   relation loop     R -> reading -> B -> E -> R
//
// Each arrow is the slope of a steady state: what the later variable settles at per unit of the
// earlier one. Slopes are differences over a small step of the same formulas that the day uses.

#include "models/parameters.h"

namespace models {

struct LoopGains {
  float discipline = 0;
  float relation = 0;
};

/// Where slopes are taken: a student of a stereotyped group in an ordinary class.
struct ReferencePoint {
  float belonging = -0.5f, engagement = 0.55f, relation = 0.5f, known = 0.45f, trust = 0.5f;
  float lens = 0.45f, doubt = 0.25f, support = 0.55f, norm = 0.55f, mark = 2.4f;
  float bias = 1.0f, workload = 0.4f, mindset = 0.3f, propensity = 0.0f;
  float classes_a_day = 6;
};

LoopGains loop_gains(const Parameters& p, const ReferencePoint& at = {});

}  // namespace models
