#pragma once
// A school's profile: its size and timetable, and for each dimension of identity the environment
// table, which says how the setting treats each membership. Groups differ in nothing else.

#include <array>
#include <cstdint>

#include "sim/kernel/params.h"

namespace models {

inline constexpr std::size_t kMaxDimensions = 6;
inline constexpr std::size_t kMaxMemberships = 8;
inline constexpr std::size_t kMaxPeriods = 7;
inline constexpr std::size_t kCoreSubjects = 4;  ///< subjects 0-3 are core

struct SchoolProfile {
  float students = 400;
  float elementary = 0;
  float grades = 1;
  float periods = 6;
  float class_size = 24;
  float teacher_classes = 5;
  float advanced_share = 0.25f;
  float feeders = 3;
  float feeder_sorting = 0;
  float transition = 1;
  float simulated_entry = 1;

  static constexpr std::string_view section = "profile";
  static constexpr std::string_view title = "School profile";
  static constexpr auto fields() {
    using P = SchoolProfile;
    using enum sim::Evidence;
    using enum sim::Kind;
    return std::array{
        sim::Field<P>{"students",
                      &P::students,
                      "students",
                      {1, 65535},
                      "students in the school (in the grades that are simulated)",
                      assumed,
                      "",
                      whole},
        sim::Field<P>{
            "elementary",
            &P::elementary,
            "1",
            {0, 1},
            "one self-contained class a day with a special subject, instead of a class a period",
            assumed,
            "",
            yes_no},
        sim::Field<P>{"grades",
                      &P::grades,
                      "grades",
                      {1, 13},
                      "grades, of equal size; a section has students of one grade",
                      assumed,
                      "",
                      whole},
        sim::Field<P>{"periods",
                      &P::periods,
                      "periods/day",
                      {4, 7},
                      "class periods a day; the first four subjects are core",
                      cited,
                      "6 to 7 in US secondary schools",
                      whole},
        sim::Field<P>{"class_size",
                      &P::class_size,
                      "students",
                      {4, 60},
                      "students a section is planned for",
                      cited,
                      "NTPS 2015-16 and 2020-21: 21 to 27"},
        sim::Field<P>{"teacher_classes",
                      &P::teacher_classes,
                      "classes/day",
                      {1, 7},
                      "classes a teacher teaches a day",
                      assumed,
                      "",
                      whole},
        sim::Field<P>{
            "advanced_share",
            &P::advanced_share,
            "1",
            {0, 0.6f},
            "share of places in core subjects that are advanced, by preparation and access",
            assumed},
        sim::Field<P>{"feeders",
                      &P::feeders,
                      "schools",
                      {1, 20},
                      "schools that students come from in a transition",
                      assumed,
                      "",
                      whole},
        sim::Field<P>{"feeder_sorting",
                      &P::feeder_sorting,
                      "1",
                      {0, 1},
                      "how far memberships of the first dimension come from different feeders: 0 "
                      "alike, 1 each from its own",
                      assumed},
        sim::Field<P>{
            "transition",
            &P::transition,
            "1",
            {0, 1},
            "the year begins at a new school: no relations yet, friends only from one's feeder",
            assumed,
            "",
            yes_no},
        sim::Field<P>{"simulated_entry",
                      &P::simulated_entry,
                      "1",
                      {0, 1},
                      "prior marks, trust and discipline come from a simulated prior year of these "
                      "students; else they are drawn from a reference school's",
                      assumed,
                      "",
                      yes_no},
    };
  }
};

/// How the environment treats one membership (one row of the environment table).
struct Membership {
  float share = 0;
  float count = -1;
  float teachers = 0;
  float stigma = 0;
  float materials = 0.5f;
  float support_gap = 0;
  float bias = 0;
  float harassment = 0;
  float access = 1;
  float key = 0;  ///< stable name of the row: relabelling moves it along. Not read from a file.

  static constexpr std::string_view section = "membership";
  static constexpr std::string_view title = "Environment of one membership";
  static constexpr auto fields() {
    using P = Membership;
    using enum sim::Evidence;
    using enum sim::Kind;
    return std::array{
        sim::Field<P>{"share", &P::share, "1", {0, 1}, "share of the school's students", assumed},
        sim::Field<P>{
            "teachers", &P::teachers, "1", {0, 1}, "share of the school's teachers", assumed},
        sim::Field<P>{
            "stigma",
            &P::stigma,
            "1",
            {0, 0.9f},
            "contextual stigma (theta): how far the wider setting puts the membership in doubt",
            assumed},
        sim::Field<P>{"materials",
                      &P::materials,
                      "1",
                      {0, 1},
                      "representation in curriculum and materials",
                      assumed},
        sim::Field<P>{"support_gap",
                      &P::support_gap,
                      "1",
                      {0, 1},
                      "support of teachers outside the membership that does not reach it",
                      assumed},
        sim::Field<P>{"bias",
                      &P::bias,
                      "logit",
                      {0, 5},
                      "mean bias of teachers outside the membership when an incident is ambiguous "
                      "(b); prior 0 to 1.5",
                      assumed},
        sim::Field<P>{"harassment",
                      &P::harassment,
                      "events/day",
                      {0, 0.5f},
                      "identity-based hurtful events per student and day",
                      assumed},
        sim::Field<P>{
            "access",
            &P::access,
            "1",
            {0, 1},
            "chance to be placed in advanced courses compared with an equally prepared student",
            assumed},
    };
  }
};

/// One dimension of identity: every student holds one membership in it.
struct Dimension {
  std::uint32_t memberships = 0;
  float own_group = 0;  ///< weight of own-group friendship utility in this dimension
  float same_tie = 0;   ///< friendship utility of the same membership, whatever its share
  std::array<Membership, kMaxMemberships> row{};
};

struct Identity {
  std::uint32_t dimensions = 0;
  std::array<Dimension, kMaxDimensions> dimension{};
};

/// Does any membership meet identity-based hurtful events?
inline bool harassment_exists(const Identity& identity) {
  for (std::uint32_t d = 0; d < identity.dimensions; ++d) {
    for (std::uint32_t m = 0; m < identity.dimension[d].memberships; ++m) {
      if (identity.dimension[d].row[m].harassment > 0) return true;
    }
  }
  return false;
}

}  // namespace models
