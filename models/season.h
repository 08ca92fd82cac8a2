#pragma once
// The calendar's common season: strain grows with school days since a break, anticipation acts in
// the last days before one. The same for every student.
//
//   season_E   = -c_E*strain + a_E*anticipation           in engagement (logit)
//   season_inc =  c_m*strain - a_m*anticipation           in incidents (log rate)
//   strain = min(days since a break / 40, 1),  anticipation = 1 in the last 5 school days before
//   one
//
// Darling-Hammond et al. 2023, doi:10.1073/pnas.2120417120 (discipline falls before breaks and
// rises after). Shape and sizes are assumed.

#include "sim/kernel/calendar.h"
#include "sim/kernel/params.h"

namespace models {

struct SeasonParameters {
  float engagement_strain = 0.35f;
  float engagement_anticipation = 0.0f;
  float incident_strain = 0.2f;
  float incident_anticipation = 0.25f;

  static constexpr std::string_view section = "season";
  static constexpr std::string_view title = "Season";
  static constexpr auto fields() {
    using P = SeasonParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"engagement_strain",
                      &P::engagement_strain,
                      "logit",
                      {0, 3},
                      "what full strain takes from the pull of engagement (c_E)",
                      calibrated,
                      "by hand: drift of engagement within a year"},
        sim::Field<P>{"engagement_anticipation",
                      &P::engagement_anticipation,
                      "logit",
                      {-2, 2},
                      "what a coming break gives to it (a_E)",
                      assumed},
        sim::Field<P>{"incident_strain",
                      &P::incident_strain,
                      "log rate",
                      {0, 2},
                      "what full strain adds to incidents (c_m)",
                      assumed},
        sim::Field<P>{"incident_anticipation",
                      &P::incident_anticipation,
                      "log rate",
                      {0, 2},
                      "what a coming break takes from incidents (a_m)",
                      assumed},
    };
  }
};

inline float strain(const sim::Calendar& calendar, unsigned day) {
  const float days = static_cast<float>(calendar.days_since_break(day));
  return days < 40.0f ? days * (1.0f / 40.0f) : 1.0f;
}
inline float anticipation(const sim::Calendar& calendar, unsigned day) {
  return calendar.days_to_break(day) <= 5 ? 1.0f : 0.0f;
}
inline float season_engagement(const sim::Calendar& calendar, unsigned day,
                               const SeasonParameters& p) {
  return p.engagement_anticipation * anticipation(calendar, day) -
         p.engagement_strain * strain(calendar, day);
}
inline float season_incidents(const sim::Calendar& calendar, unsigned day,
                              const SeasonParameters& p) {
  return p.incident_strain * strain(calendar, day) -
         p.incident_anticipation * anticipation(calendar, day);
}

}  // namespace models
