#pragma once
// A unit's plan as 32-bit words: what crosses to a web page or a file. Little-endian, no names, no
// pointers; reading checks every count, so that words from elsewhere can't lead out of bounds.

#include <optional>
#include <span>
#include <vector>

#include "models/unit_plan.h"

namespace models {

std::vector<std::uint32_t> encode(const PlanNumbers& plan);

/// Nothing if the words are not a plan of this version.
std::optional<PlanNumbers> decode(std::span<const std::uint32_t> words);

/// One scenario by itself: parameters, and levers.
std::vector<std::uint32_t> encode(const Scenario& scenario);

/// Nothing if the words are not a scenario of this version.
std::optional<Scenario> decode_scenario(std::span<const std::uint32_t> words);

/// Builds the plan's school, runs one replicate, and gives the fingerprint of inputs and tallies.
sim::Fingerprint::Value unit_fingerprint(const Model& model, const PlanNumbers& plan,
                                         std::uint32_t replicate);

}  // namespace models
