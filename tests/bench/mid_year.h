#pragma once
// A school in the middle of its year, for timing what a day and a week do.

#include "models/record.h"
#include "models/setting.h"
#include "models/week.h"
#include "models/year.h"

namespace bench {

inline constexpr float kStudents = 400;

/// A school like those of configs/schools/three_high_schools.toml, in plain numbers.
inline models::SchoolPlan plan_of(float students) {
  models::SchoolPlan plan;
  plan.profile.students = students;
  plan.profile.class_size = 25;
  plan.identity.dimensions = 2;
  auto& race = plan.identity.dimension[0];
  race.memberships = 3;
  race.own_group = 1;
  race.row[0] = {.share = 0.3f,
                 .teachers = 0.1f,
                 .stigma = 0.25f,
                 .support_gap = 0.02f,
                 .bias = 1.0f,
                 .harassment = 0.002f,
                 .access = 0.7f,
                 .key = 0};
  race.row[1] = {.share = 0.3f, .teachers = 0.1f, .stigma = 0.2f, .access = 0.7f, .key = 1};
  race.row[2] = {.share = 0.4f, .teachers = 0.8f, .materials = 0.8f, .key = 2};
  auto& gender = plan.identity.dimension[1];
  gender.memberships = 2;
  gender.same_tie = 0.8f;
  gender.row[0] = {.share = 0.5f, .teachers = 0.6f, .key = 0};
  gender.row[1] = {.share = 0.5f, .teachers = 0.4f, .key = 1};
  return plan;
}

/// A school in the middle of its year.
struct MidYear {
  models::SchoolPlan plan = plan_of(kStudents);
  std::unique_ptr<models::School> school = models::build_school(plan, nullptr);
  models::Scenario baseline{plan.parameters, {}};
  models::Inputs inputs{*school, baseline};
  models::State state;
  models::Day day{*school, school->seating, baseline.parameters, inputs, sim::stream(1, 0, 0), 60};
  MidYear() {
    models::RecordPlan nothing;
    models::start_year(*school, baseline, state);
    models::live_year(*school, baseline, day.stream, nothing, nullptr, {}, 0, state);
  }
};

inline MidYear& mid_year() {
  static MidYear year;
  return year;
}

}  // namespace bench
