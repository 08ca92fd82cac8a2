#include <limits>

#include "models/snapshot.h"
#include "models/todays_values.h"

namespace models {
namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

template <class F>
void each(std::span<float> values, F f) {
  for (std::size_t row = 0; row < values.size(); ++row) values[row] = f(row);
}

float felt(float support, float relation) { return 0.5f * (support + relation); }

/// Sum over dimensions of theta*(r - r*), and the doubt left open, were `share` of every class
/// like the student in all dimensions with stigma.
struct Composition {
  float represented = 0, doubt = 0;
};
Composition composed(const Day& day, std::size_t row, float share) {
  const Identity& identity = day.school.plan.identity;
  const float narrative = 1.0f + day.inputs.of(Input::stigma, 0);
  Composition c;
  float open = 1.0f;
  for (std::uint32_t d = 0; d < identity.dimensions; ++d) {
    const Membership& m = identity.dimension[d].row[day.school.membership[d][row]];
    const float theta = sim::clamp(m.stigma * narrative, 0.0f, 0.9f);
    if (theta <= 0) continue;
    c.represented += theta * (share - day.p.cue.representation_reference);
    open *= 1.0f - open_doubt(theta, share, day.p.appraisal);
  }
  c.doubt = 1.0f - open;
  return c;
}

/// The part of the reading that is the same in every class, as the day has it.
float ready_today(const Day& day, const State& s, std::size_t row) {
  return readiness(s.belonging.now()[row], s.uncertainty.now()[row], s.lens[row], day.p.appraisal,
                   day.inputs.of(Input::affirmation, row));
}

/// The day as it would be read with that composition.
struct Reading {
  float evidence = 0, reading = 0;  ///< means over classes
};
Reading day_read(const Day& day, const State& s, std::size_t row, float share) {
  const Parameters& p = day.p;
  const Composition c = composed(day, row, share);
  const float ready = ready_today(day, s, row);
  const std::uint32_t id = day.school.id[row];
  const auto periods = static_cast<std::uint32_t>(day.school.periods());
  Reading sum;
  for (std::uint32_t k = 0; k < periods; ++k) {
    const std::uint8_t slot = day.seating.slot[k][row];
    const float relation = s.relation[slot][row];
    const float norm = s.section_norm[day.seating.section[k][row]];
    const std::uint32_t word = sim::draw(day.stream, id, k / 4, day.number, purpose::day)[k % 4];
    const float setting =
        s.setting[k][row] + p.cue.representation * (c.represented - s.represented[k][row]);
    const float said = cue(setting, relation, norm, sim::byte_noise(word), p.cue);
    const float doubt = doubt_of_newcomer(c.doubt, s.newness[row]);
    const float pi = identity_reading(doubt, ready, relation, s.known[slot][row], p.appraisal);
    sum.evidence += appraise(said, pi, p.appraisal, day.inputs.of(Input::affirmation, row));
    sum.reading += pi;
  }
  sum.evidence /= static_cast<float>(periods);
  sum.reading /= static_cast<float>(periods);
  return sum;
}

/// One critical comment in the first class.
float revises(const Day& day, const State& s, std::size_t row) {
  const Parameters& p = day.p;
  const std::uint16_t j = day.seating.teacher[0][row];
  const std::uint8_t slot = day.seating.slot[0][row];
  const float doubt = doubt_of_newcomer(s.doubt[0][row], s.newness[row]) *
                      (1.0f - day.inputs.of(Input::feedback_clarity, j));
  const float ready = ready_today(day, s, row);
  const float pi =
      identity_reading(doubt, ready, s.relation[slot][row], s.known[slot][row], p.appraisal);
  const float comment = p.feedback.comment + day.inputs.of(Input::feedback_warmth, j);
  return revise_chance(appraise(comment, pi, p.appraisal, day.inputs.of(Input::affirmation, row)),
                       s.engagement.now()[row], p.feedback);
}

/// An ambiguous incident of a student whom the first teacher doesn't know, `memory` remembered.
float strike(const Day& day, std::size_t row, float memory) {
  const std::uint16_t j = day.seating.teacher[0][row];
  const Staff& staff = day.school.staff;
  return referral_logit({0.5f, true, memory, 0.0f, 0.0f, 0.0f, staff.propensity[j],
                         bias_towards(day, j, row), staff.workload[j], staff.mindset[j]},
                        day.p.response);
}

/// By row: the own group's share of the school over its share of those who came from one's feeder.
void own_share_kept(const School& school, std::span<float> values) {
  const People& people = school.people;
  const auto& member = people.membership[0];
  std::vector<std::array<float, kMaxMemberships>> heads(
      static_cast<std::size_t>(school.plan.profile.feeders));
  std::array<float, kMaxMemberships> all{};
  std::vector<float> size(heads.size(), 0.0f);
  for (std::size_t id = 0; id < people.size(); ++id) {
    heads[people.feeder[id]][member[id]] += 1.0f;
    all[member[id]] += 1.0f;
    size[people.feeder[id]] += 1.0f;
  }
  each(values, [&](std::size_t row) {
    const std::uint32_t id = school.id[row];
    const std::uint8_t feeder = people.feeder[id];
    const float before = heads[feeder][member[id]] / size[feeder];
    return all[member[id]] / static_cast<float>(people.size()) / before;
  });
}

/// One test in the first course; `taken` 1 as an evaluation, 0 not.
float test(const Day& day, const State& s, std::size_t row, float taken) {
  const School& school = day.school;
  const float gone =
      static_cast<float>(day.number + 1) / static_cast<float>(school.plan.calendar.days);
  const auto words = sim::draw(day.stream, school.id[row], 0, day.number, purpose::test);
  return mark(school.preparation[row], s.knowledge[0][row], gone, taken * s.vigilance[row],
              day.seating.advanced[0][row] != 0, sim::normal(words[0]), day.p.learning);
}

}  // namespace

void extra_values(Extra extra, std::uint32_t k, const Day& day, const State& s,
                  std::span<float> values) {
  const School& school = day.school;
  const Seating& seating = day.seating;
  const auto periods = static_cast<float>(school.periods());
  const auto slot = [&](std::uint32_t period, std::size_t row) {
    return seating.slot[period][row];
  };
  switch (extra) {
    case Extra::preparation:
      return each(values, [&](std::size_t row) { return school.preparation[row]; });
    case Extra::grade:
      return each(values, [&](std::size_t row) {
        return static_cast<float>(school.people.grade[school.id[row]]);
      });
    case Extra::entered:
      return each(values, [&](std::size_t row) {
        return 1.0f + static_cast<float>(school.people.entered[school.id[row]]);
      });
    case Extra::prior_gpa:
      return each(values, [&](std::size_t row) { return s.entry_gpa[school.id[row]]; });
    case Extra::prior_belonging:
      return each(values, [&](std::size_t row) { return s.entry_belonging[school.id[row]]; });
    case Extra::own_share_kept:
      return own_share_kept(school, values);
    case Extra::absent_so_far:
      return each(values, [&](std::size_t row) {
        return 1.0f - s.days_here(row) / static_cast<float>(day.number + 1);
      });
    case Extra::felt_support:
      return each(values, [&](std::size_t row) {
        float sum = 0;
        for (std::uint32_t p = 0; p < school.periods(); ++p) {
          sum += felt(s.support[p][row], s.relation[slot(p, row)][row]);
        }
        return sum / periods;
      });
    case Extra::experience:
      return each(values, [&](std::size_t row) { return s.smoothed[row]; });
    case Extra::class_support:
      return each(values, [&](std::size_t row) { return s.support[k][row]; });
    case Extra::class_relation:
      return each(values, [&](std::size_t row) { return s.relation[slot(k, row)][row]; });
    case Extra::class_felt:
      return each(values, [&](std::size_t row) {
        return slot(k, row) == k ? felt(s.support[k][row], s.relation[k][row]) : kNone;
      });
    case Extra::class_mark:
      return each(values, [&](std::size_t row) { return s.mark[k][row]; });
    case Extra::class_advanced:
      return each(values,
                  [&](std::size_t row) { return static_cast<float>(seating.advanced[k][row]); });
    case Extra::class_section:
      return each(values,
                  [&](std::size_t row) { return static_cast<float>(seating.section[k][row]); });
    case Extra::class_teacher:
      return each(values,
                  [&](std::size_t row) { return static_cast<float>(seating.teacher[k][row]); });
    case Extra::class_referrals:
      return each(values, [&](std::size_t row) { return s.class_referrals[k][row]; });
    case Extra::course_referrals:
      return each(values, [&](std::size_t row) {
        float sum = 0;
        for (std::uint32_t p = 0; p < school.periods(); ++p) {
          const Section& section = seating.timetable.sections[seating.section[p][row]];
          if (section.subject == k) sum += s.class_referrals[p][row];
        }
        return sum;
      });
    case Extra::revise:
      return each(values, [&](std::size_t row) { return revises(day, s, row); });
    case Extra::cue_quarter:
    case Extra::cue_half:
    case Extra::vigilance_quarter:
    case Extra::vigilance_half: {
      const bool quarter = extra == Extra::cue_quarter || extra == Extra::vigilance_quarter;
      const bool watched = extra == Extra::vigilance_quarter || extra == Extra::vigilance_half;
      return each(values, [&](std::size_t row) {
        const Reading read = day_read(day, s, row, quarter ? 0.25f : 0.5f);
        return watched ? watch(read.reading, s.belonging.now()[row], day.p.vigilance)
                       : day.p.belonging.scale * read.evidence;
      });
    }
    case Extra::strike_first:
      return each(values, [&](std::size_t row) { return strike(day, row, 0.0f); });
    case Extra::strike_second:
      return each(values, [&](std::size_t row) { return strike(day, row, 1.0f); });
    case Extra::test_plain:
      return each(values, [&](std::size_t row) { return test(day, s, row, 0.0f); });
    case Extra::test_evaluative:
      return each(values, [&](std::size_t row) { return test(day, s, row, 1.0f); });
    case Extra::day_cue:
      return each(values, [&](std::size_t row) { return todays_cue(day, s, row); });
    case Extra::day_reading:
      return each(values, [&](std::size_t row) { return todays_mean(s.reading, day, s, row); });
    case Extra::day_evidence:
      return each(values, [&](std::size_t row) { return todays_mean(s.evidence, day, s, row); });
    case Extra::day_hurt:
      return each(values, [&](std::size_t row) { return hurt_today(day, s, row) ? 1.0f : 0.0f; });
    case Extra::count:
      break;
  }
}

}  // namespace models
