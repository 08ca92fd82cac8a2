#pragma once
// Entry: what students bring into the year. Prior marks, trust and recent discipline come from a
// simulated prior year in the same environment; at a new school relations begin afresh.
//
//   new school:   B = hope + belonging_kept*B_before,  U = uncertainty
//   same school:  B = B_before + fresh_start,  U as it was
//   either:       E = clip(E_before + fresh_engagement, 0, 1)
//   a summer:     H *= exp(-summer_days/discipline_days)
//
// The forms are assumed.

#include "models/friendship.h"

namespace models {

struct EntryParameters {
  float hope = 0.35f;
  float fresh_start = 0.55f;
  float fresh_engagement = 0.045f;
  float belonging_kept = 0.45f;
  float uncertainty = 0.6f;
  float engagement = 0.6f;
  float relation = 0.5f;
  float pair_kept = 0.7f;
  float summer_days = 50;

  static constexpr std::string_view section = "entry";
  static constexpr std::string_view title = "Entry into the year";
  static constexpr auto fields() {
    using P = EntryParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"hope",
                      &P::hope,
                      "SD",
                      {-2, 2},
                      "how far above its resting point belonging begins at a new school",
                      assumed},
        sim::Field<P>{"fresh_start",
                      &P::fresh_start,
                      "SD",
                      {-2, 2},
                      "how far above last year's end belonging begins in a new year at the same "
                      "school",
                      calibrated,
                      "by hand: drift of belonging within a year"},
        sim::Field<P>{"fresh_engagement",
                      &P::fresh_engagement,
                      "1",
                      {-0.5f, 0.5f},
                      "how far above last year's end engagement begins in a new year",
                      calibrated,
                      "by hand: drift of engagement within a year"},
        sim::Field<P>{"belonging_kept",
                      &P::belonging_kept,
                      "1",
                      {0, 1},
                      "share of last year's belonging that comes along to a new school",
                      assumed},
        sim::Field<P>{"uncertainty",
                      &P::uncertainty,
                      "SD^2",
                      {0.001f, 4},
                      "variance of belonging at a new school (U_high)",
                      assumed},
        sim::Field<P>{"pair_kept",
                      &P::pair_kept,
                      "1",
                      {0, 1},
                      "share of a relation and of knowing each other that a summer leaves, when "
                      "student and teacher meet again in a later year",
                      assumed},
        sim::Field<P>{
            "summer_days",
            &P::summer_days,
            "days",
            {0, 200},
            "school days' worth of forgetting in a summer: recent discipline and memories "
            "of incidents fade",
            assumed},
        sim::Field<P>{"engagement",
                      &P::engagement,
                      "1",
                      {0, 1},
                      "engagement at the start of a prior year",
                      assumed},
        sim::Field<P>{"relation",
                      &P::relation,
                      "1",
                      {-1.2f, 1.2f},
                      "relations and trust at the start of a prior year",
                      assumed},
    };
  }
};

/// By student id. What a prior year leaves, or a draw from what one left.
struct Entry {
  sim::Column<float> marks, gpa, trust, discipline, belonging, engagement, lens, uncertainty;
  Friendships friends;

  /// All but friends.
  static constexpr std::array columns{&Entry::marks,      &Entry::gpa,        &Entry::trust,
                                      &Entry::discipline, &Entry::belonging,  &Entry::engagement,
                                      &Entry::lens,       &Entry::uncertainty};

  void resize(std::size_t students) {
    for (const auto column : columns) (this->*column).resize(students);
    friends.resize(students);
  }
};

}  // namespace models
