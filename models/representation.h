#pragma once
// Representation: who is there. Counted from the class, never typed in.
//
//   r_dc = w_peers*(share of classmates with my membership) + w_teacher*[my teacher shares it]
//          + w_materials*(materials of the class)              weights add up to 1
//
// Dee 2004; Gershenson et al. 2022 (teachers); Murphy, Steele & Gross 2007 (peers). The weights are
// assumed.

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

struct RepresentationParameters {
  float peers = 0.5f;
  float teacher = 0.25f;
  float materials = 0.25f;

  static constexpr std::string_view section = "representation";
  static constexpr std::string_view title = "Representation";
  static constexpr auto fields() {
    using P = RepresentationParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"peers", &P::peers, "1", {0, 1}, "weight of who sits in the class", assumed},
        sim::Field<P>{"teacher", &P::teacher, "1", {0, 1}, "weight of who teaches it", assumed},
        sim::Field<P>{"materials",
                      &P::materials,
                      "1",
                      {0, 1},
                      "weight of whose culture the materials show",
                      assumed},
    };
  }
};

/// r in [0, 1]. The weights are used in proportion, whatever they add up to.
inline float representation(float peers, bool teacher_shares, float materials,
                            const RepresentationParameters& p) {
  const float total = p.peers + p.teacher + p.materials;
  const float sum =
      p.peers * peers + p.teacher * (teacher_shares ? 1.0f : 0.0f) + p.materials * materials;
  return total > 0 ? sim::clamp(sum / total, 0.0f, 1.0f) : 0.5f;
}

}  // namespace models
