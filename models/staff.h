#pragma once
// Staff: what teachers bring. Drawn per teacher around a school's level; the same distributions
// for teachers of every membership.
//
//   S_j   = clip(mean + school + teacher, 0.02, 0.98)
//   rho_j = spread * min(X - 1, 3), heavy-tailed to the right, X exponential of mean 1
//   bias factor_j = exp(c*min(X - 1, 3) + school), the same X
//   gap factor_j = exp(gap_spread*normal - gap_spread^2/2)
//   teaching_j = exp(sd*z) / mean,  z = r*(S_j's normal draw) + sqrt(1 - r^2)*normal
//   new to the school this year: a share of teachers, alike in everything else

#include <cstdint>
#include <vector>

#include "models/profile.h"
#include "models/purposes.h"
#include "sim/kernel/column.h"
#include "sim/kernel/random.h"

namespace models {

struct StaffParameters {
  float support = 0.55f;
  float support_school = 0.008f;
  float support_teacher = 0.14f;
  float gap_spread = 0.5f;
  float propensity = 1.3f;
  float bias_propensity = 0.3f;
  float bias_school = 0.3f;
  float mindset = 0.3f;
  float mindset_teacher = 0.15f;
  float workload = 0.4f;
  float workload_teacher = 0.15f;
  float teaching_teacher = 0.22f;
  float teaching_support = 0.7f;
  float practice = 0.1f;
  float advisors = 3;
  float newcomers = 0.16f;

  friend bool operator==(const StaffParameters&, const StaffParameters&) = default;

  static constexpr std::string_view section = "staff";
  static constexpr std::string_view title = "Staff";
  static constexpr auto fields() {
    using P = StaffParameters;
    using enum sim::Evidence;
    using enum sim::Kind;
    return std::array{
        sim::Field<P>{"support",
                      &P::support,
                      "1",
                      {0, 1},
                      "mean support: caring, feedback for growth, meaningful work",
                      assumed},
        sim::Field<P>{"support_school",
                      &P::support_school,
                      "1",
                      {0, 0.5f},
                      "standard deviation between schools",
                      calibrated,
                      "by hand: spread of belonging between schools"},
        sim::Field<P>{"support_teacher",
                      &P::support_teacher,
                      "1",
                      {0, 0.5f},
                      "standard deviation between teachers of a school",
                      assumed},
        sim::Field<P>{"gap_spread",
                      &P::gap_spread,
                      "log",
                      {0, 2},
                      "spread between teachers of the support that some groups do not get",
                      assumed},
        sim::Field<P>{
            "propensity",
            &P::propensity,
            "logit",
            {0, 4},
            "standard deviation of referral propensity (rho), heavy-tailed; prior 1.2 to 2.5",
            calibrated,
            "few teachers make most referrals: Liu et al. 2023; within what docs/calibration.md "
            "leaves open"},
        sim::Field<P>{"bias_propensity",
                      &P::bias_propensity,
                      "log",
                      {0, 2},
                      "how bias rises with referral propensity (c)",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{"bias_school",
                      &P::bias_school,
                      "log",
                      {0, 2},
                      "standard deviation of bias between schools",
                      assumed},
        sim::Field<P>{"mindset", &P::mindset, "1", {0, 1}, "mean empathic mindset", assumed},
        sim::Field<P>{"mindset_teacher",
                      &P::mindset_teacher,
                      "1",
                      {0, 0.5f},
                      "its standard deviation between teachers",
                      assumed},
        sim::Field<P>{"workload", &P::workload, "1", {0, 1}, "mean workload", assumed},
        sim::Field<P>{"workload_teacher",
                      &P::workload_teacher,
                      "1",
                      {0, 0.5f},
                      "its standard deviation between teachers",
                      assumed},
        sim::Field<P>{"teaching_teacher",
                      &P::teaching_teacher,
                      "log",
                      {0, 1},
                      "standard deviation of what an hour of teaching yields",
                      calibrated,
                      "by hand: learning conditions and marks"},
        sim::Field<P>{"teaching_support",
                      &P::teaching_support,
                      "1",
                      {0, 1},
                      "correlation of what teaching yields with support: feedback for growth and "
                      "meaningful work teach (r)",
                      calibrated,
                      "by hand: learning conditions and marks"},
        sim::Field<P>{
            "practice", &P::practice, "1", {0, 1}, "mean practice adopted at the start", assumed},
        sim::Field<P>{"advisors",
                      &P::advisors,
                      "teachers",
                      {0, 4},
                      "colleagues a teacher turns to for advice",
                      assumed,
                      "",
                      whole},
        sim::Field<P>{"newcomers",
                      &P::newcomers,
                      "1",
                      {0, 1},
                      "share of teachers who are new to the school this year",
                      cited,
                      "NCES Teacher Follow-up Survey 2021-22: 84% of teachers stayed at their "
                      "school"},
    };
  }
};

inline constexpr std::size_t kMaxAdvisors = 4;

/// Teachers of one school year. A row per teacher; `id` is stable and keys their draws.
struct Staff {
  sim::Column<std::uint32_t> id;
  std::array<sim::Column<std::uint8_t>, kMaxDimensions> membership;
  sim::Column<float> support, gap_factor, propensity, bias_factor, mindset, workload, teaching,
      practice;
  sim::Column<std::uint16_t> subject;
  std::array<sim::Column<std::uint16_t>, kMaxAdvisors> advisor;
  sim::Column<std::uint8_t> advisors, newcomer;

  std::size_t size() const { return id.size(); }
};

/// Draws everything about the teachers with these ids but whom they advise.
inline void draw_staff(sim::Stream s, const std::vector<std::uint32_t>& ids,
                       const Identity& identity, const StaffParameters& p, Staff& staff) {
  const std::size_t teachers = ids.size();
  staff.id.resize(teachers);
  for (auto& column : staff.membership) column.resize(teachers);
  for (auto* column : {&staff.support, &staff.gap_factor, &staff.propensity, &staff.bias_factor,
                       &staff.mindset, &staff.workload, &staff.teaching, &staff.practice}) {
    column->resize(teachers);
  }
  staff.subject.resize(teachers);
  for (auto& column : staff.advisor) column.resize(teachers);
  staff.advisors.resize(teachers);
  staff.newcomer.resize(teachers);

  const auto school = sim::draw(s, 0, 0, 0, purpose::school_level);
  const float support_school = p.support + p.support_school * sim::normal(school[0]);
  const float bias_school = p.bias_school * sim::normal(school[1]);
  for (std::size_t j = 0; j < teachers; ++j) {
    const std::uint32_t who = ids[j];
    const auto a = sim::draw(s, who, 0, 0, purpose::teacher);
    const auto b = sim::draw(s, who, 1, 0, purpose::teacher);
    staff.id[j] = who;
    staff.support[j] =
        sim::clamp(support_school + p.support_teacher * sim::normal(a[0]), 0.02f, 0.98f);
    staff.gap_factor[j] =
        sim::exp(p.gap_spread * sim::normal(a[1]) - 0.5f * p.gap_spread * p.gap_spread);
    const float tail = sim::exponential(a[2]) - 1.0f;
    staff.propensity[j] = p.propensity * sim::lower(tail, 3.0f);
    staff.bias_factor[j] = sim::exp(p.bias_propensity * sim::lower(tail, 3.0f) + bias_school);
    staff.mindset[j] = sim::clamp(p.mindset + p.mindset_teacher * sim::normal(a[3]), 0.0f, 1.0f);
    staff.workload[j] = sim::clamp(p.workload + p.workload_teacher * sim::normal(b[0]), 0.0f, 1.0f);
    const float r = p.teaching_support;
    const float z = r * sim::normal(a[0]) + __builtin_sqrtf(1.0f - r * r) * sim::normal(b[1]);
    staff.teaching[j] =
        sim::exp(p.teaching_teacher * z - 0.5f * p.teaching_teacher * p.teaching_teacher);
    staff.practice[j] = sim::clamp(p.practice * sim::exponential(b[2]), 0.0f, 0.6f);
    staff.newcomer[j] = sim::uniform(b[3]) < p.newcomers ? 1 : 0;
    for (std::uint32_t d = 0; d < identity.dimensions; ++d) {
      const Dimension& dimension = identity.dimension[d];
      // An exponential race keyed by the rows' stable names: relabelling moves the choice along.
      float best = 0;
      bool found = false;
      for (std::uint32_t m = 0; m < dimension.memberships; ++m) {
        const auto key = static_cast<std::uint32_t>(dimension.row[m].key);
        const float weight = dimension.row[m].teachers;
        if (weight <= 0) continue;
        const float time =
            sim::exponential(sim::draw(s, who, key, d, purpose::teacher_membership)[0]) / weight;
        if (!found || time < best) {
          best = time;
          found = true;
          staff.membership[d][j] = static_cast<std::uint8_t>(m);
        }
      }
    }
  }
}

}  // namespace models
