#pragma once
// Vigilance: watching for what a setting means takes attention away from the work.
//
//   V = sigma(v0 + v1*pibar - v2*B)         Z = 1 - v3*V
//
//   V  vigilance [0, 1]    Z  attention left for the work [0, 1]
//   pibar  mean reading of the day's classes [0, 1]    B  belonging (SD)
//
// Schmader, Johns & Forbes 2008, doi:10.1037/0033-295X.115.2.336. v3 is kept small: the published
// costs of threat shrink when publication bias is corrected (Flore & Wicherts 2015). The forms are
// assumed.

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

struct VigilanceParameters {
  float base = -2.0f;
  float reading = 3.0f;
  float belonging = 0.3f;
  float cost = 0.15f;

  static constexpr std::string_view section = "vigilance";
  static constexpr std::string_view title = "Vigilance and attention";
  static constexpr auto fields() {
    using P = VigilanceParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"base",
                      &P::base,
                      "logit",
                      {-6, 2},
                      "vigilance where nothing is in doubt (v0)",
                      assumed},
        sim::Field<P>{"reading",
                      &P::reading,
                      "logit",
                      {0, 8},
                      "vigilance per unit of reading cues as being about the group (v1)",
                      assumed},
        sim::Field<P>{"belonging",
                      &P::belonging,
                      "logit/SD",
                      {0, 3},
                      "how much belonging lowers it (v2)",
                      assumed},
        sim::Field<P>{"cost",
                      &P::cost,
                      "1",
                      {0, 0.5f},
                      "share of attention that full vigilance takes (v3); prior 0.05 to 0.35",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
    };
  }
};

template <class V>
inline V watch(V reading, V belonging, const VigilanceParameters& p) {
  return sim::logistic(p.base + p.reading * reading - p.belonging * belonging);
}

template <class V>
inline V attention(V vigilance, const VigilanceParameters& p) {
  return 1.0f - p.cost * vigilance;
}

}  // namespace models
