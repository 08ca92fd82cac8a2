#pragma once
// A school day in plain loops: one student after the other, one class after the other, one number
// at a time. Slow, and short enough to be held against the equations line by line. The day's sweep
// has to agree with it bit for bit.

#include <algorithm>
#include <array>
#include <vector>

#include "models/day.h"

namespace serial {

using models::Day;
using models::kMaxPeriods;
using models::State;

/// Engagement in whole 65535ths.
inline std::uint32_t effort_units(const State& s, std::size_t row) {
  return static_cast<std::uint32_t>(s.engagement.now()[row] * 65535.0f + 0.5f);
}

/// Mean engagement of each section's students, this morning.
inline std::vector<float> class_norms(const Day& day, const State& s) {
  const auto& sections = day.seating.timetable.sections;
  std::vector<float> norms(sections.size(), 0.0f);
  for (std::size_t c = 0; c < sections.size(); ++c) {
    std::uint32_t sum = 0, heads = 0;
    for (std::size_t row = 0; row < day.school.students(); ++row) {
      if (day.seating.section[sections[c].period][row] != c) continue;
      sum += effort_units(s, row);
      ++heads;
    }
    if (heads > 0) {
      norms[c] = static_cast<float>(sum) * (1.0f / (65535.0f * static_cast<float>(heads)));
    }
  }
  return norms;
}

/// Mean engagement of a student's friends, weighted by strength of tie.
inline float friends_engagement(const Day& day, const State& s, std::size_t row) {
  const auto friends = s.friends_by_row.view().of(row);
  const auto strength = s.friends_by_row.view().strength_of(row);
  std::uint32_t sum = 0, total = 0;
  for (std::size_t k = 0; k < friends.size(); ++k) {
    sum += strength[k] * effort_units(s, friends[k]);
    total += strength[k];
  }
  if (total == 0) return day.p.engagement.reference;
  return static_cast<float>(sum) * (1.0f / (65535.0f * static_cast<float>(total)));
}

/// What the environment does to each of the student's memberships, added up.
template <class F>
float over_memberships(const Day& day, std::size_t row, F of) {
  float sum = 0;
  for (std::uint32_t d = 0; d < day.school.plan.identity.dimensions; ++d) {
    const std::uint8_t m = day.school.membership[d][row];
    sum += of(d, m, day.school.plan.identity.dimension[d].row[m]);
  }
  return sum;
}

/// Equation 8 and what follows from it. Returns what the incident adds to the day's evidence.
inline float meet_incident(const Day& day, State& s, std::size_t row, std::uint32_t period,
                           float reading) {
  const models::Staff& staff = day.school.staff;
  const models::ResponseParameters& p = day.p.response;
  const std::uint16_t j = day.seating.teacher[period][row];
  const std::uint8_t slot = day.seating.slot[period][row];
  const auto words =
      sim::draw(day.stream, day.school.id[row], period, day.number, models::purpose::incident);
  models::Incident x;
  x.severity = sim::uniform(words[0]);
  x.ambiguous = sim::uniform(words[1]) < day.p.behaviour.ambiguous;
  x.memory = s.memory[slot][row];
  x.discipline = s.discipline[row];
  x.relation = s.relation[slot][row];
  x.known = s.known[slot][row];
  x.propensity = staff.propensity[j];
  x.bias = staff.bias_factor[j] *
           over_memberships(day, row, [&](std::uint32_t d, std::uint8_t m, const auto& how) {
             return day.inputs.teacher_membership(d, j) == m ? how.bias * day.p.response.bias_shared
                                                             : how.bias;
           });
  x.workload =
      std::clamp(staff.workload[j] + day.inputs.of(models::Input::workload, j), 0.0f, 1.0f);
  const float told =
      std::clamp(staff.mindset[j] + day.inputs.of(models::Input::empathic_mindset, j), 0.0f, 1.0f);
  x.mindset = told + day.p.practice.mindset * s.practice_met[j] * (1.0f - told);

  s.incidents[row] += 1;
  s.subjective[row] += x.ambiguous ? 1.0f : 0.0f;
  float& relation = s.relation[slot][row];
  const bool referred = sim::uniform(words[2]) < models::referral_chance(x, p);
  const float left = 1 - day.inputs.of(models::Input::repair, j);
  relation += referred ? -(p.cost_relation * left) : p.repair_relation * x.mindset;
  relation = std::clamp(relation, -1.2f, 1.2f);
  s.memory[slot][row] += referred ? left : p.remembered;
  if (!referred) return 0;
  s.discipline[row] += left;
  s.referrals[row] += 1;
  float chance = models::suspension_chance(x.severity, s.year_referrals[row], p);
  const float policy = 1 + day.inputs.of(models::Input::suspension, 0);
  const float defiance = day.inputs.of(models::Input::defiance, 0);
  chance *= x.ambiguous ? policy * (1 - defiance) : policy;
  if (sim::uniform(words[3]) < chance) {
    const auto length =
        sim::draw(day.stream, day.school.id[row], period, day.number, models::purpose::suspension);
    const float days = models::suspension_days(sim::uniform(length[0]), p);
    s.away[row] = std::max(s.away[row], days);
    s.suspended[row] += days;
    s.year_suspended[row] += 1;
  }
  s.year_referrals[row] += 1;
  return models::appraise(-p.cue, reading, day.p.appraisal,
                          day.inputs.of(models::Input::affirmation, row));
}

/// What a student's classes leave behind, summed.
struct Classes {
  float evidence = 0, reading = 0, answered = 0, relation = 0, norm = 0, count = 0;
  std::array<float, kMaxPeriods> bids{}, events{};  ///< by slot
};

/// All classes of a student who is here. `word` are the student's 16 of the day.
inline Classes attend(const Day& day, State& s, const std::vector<float>& norms, std::size_t row,
                      const std::array<std::uint32_t, 16>& word) {
  const models::Parameters& p = day.p;
  const auto& calendar = day.school.plan.calendar;
  const float affirmed = day.inputs.of(models::Input::affirmation, row);
  const float ready = models::readiness(s.belonging.now()[row], s.uncertainty.now()[row],
                                        s.lens[row], p.appraisal, affirmed);
  const float calm =
      models::incident_base(day.school.temperament[row], s.engagement.now()[row], s.trust[row],
                            models::season_incidents(calendar, day.number, p.season), p.behaviour);
  Classes sum;
  for (std::uint32_t period = 0; period < day.seating.timetable.periods; ++period) {
    const std::uint16_t j = day.seating.teacher[period][row];
    const std::uint8_t slot = day.seating.slot[period][row];
    const float relation = s.relation[slot][row], known = s.known[slot][row];
    const float norm = norms[day.seating.section[period][row]];
    float c =
        models::cue(s.setting[period][row], relation, norm, sim::byte_noise(word[period]), p.cue);
    float doubt = models::doubt_of_newcomer(s.doubt[period][row], s.newness[row]);
    if (calendar.weekday(day.number) == period % calendar.days_in_week) {  // work is given back
      c += models::feedback_cue(s.mark[period][row],
                                day.inputs.of(models::Input::feedback_warmth, j), p.cue);
      doubt *= 1.0f - day.inputs.of(models::Input::feedback_clarity, j);
    }
    const float reading = models::identity_reading(doubt, ready, relation, known, p.appraisal);
    const float answered =
        models::approach(reading, s.lens[row], p.relation) * s.support[period][row];
    sum.evidence += models::appraise(c, reading, p.appraisal, affirmed);
    sum.reading += reading;
    sum.answered += answered;
    sum.relation += relation;
    sum.norm += norm;
    sum.count += 1;
    sum.bids[slot] += answered;
    sum.events[slot] += 1;
    const float rate = models::incident_rate(calm, relation, s.discipline[row], p.behaviour);
    if (sim::uniform(word[kMaxPeriods + period]) < models::incident_chance(rate)) {
      sum.evidence += meet_incident(day, s, row, period, reading);
    }
  }
  return sum;
}

/// Every pair that the timetable makes moves once, from the mean of its classes.
inline void move_pairs(const Day& day, State& s, std::size_t row, const Classes& classes) {
  for (std::uint32_t slot = 0; slot < day.seating.timetable.periods; ++slot) {
    if (day.seating.slot[slot][row] != slot) continue;
    const float known = s.known[slot][row];
    const float events = classes.events[slot];
    const float answered = events > 0 ? classes.bids[slot] / events : 0.0f;
    if (events > 0) {
      s.relation[slot][row] = models::relate(s.relation[slot][row], answered,
                                             s.engagement.now()[row], known, day.p.relation);
    }
    s.known[slot][row] = models::know(known, answered, s.talk[slot][row], day.p.relation);
  }
}

/// The evening of a student who was here.
inline void end_day(const Day& day, State& s, std::size_t row, float friends,
                    const Classes& classes) {
  const models::Parameters& p = day.p;
  const float share = 1.0f / classes.count;
  const float evidence = classes.evidence * share, reading = classes.reading * share;
  const float answered = classes.answered * share, relation = classes.relation * share;
  const float belonging = s.belonging.now()[row], uncertainty = s.uncertainty.now()[row];
  const float engagement = s.engagement.now()[row];
  const float weight = models::evidence_weight(uncertainty, p.belonging);
  const float affirmed = day.inputs.of(models::Input::affirmation, row);
  s.belonging.next()[row] = models::belong(belonging, weight, evidence, day.school.outlook[row],
                                           reading, s.surprise[row], p.belonging, affirmed);
  s.uncertainty.next()[row] =
      models::uncertain(uncertainty, weight, reading, p.belonging, affirmed);
  s.vigilance[row] = models::watch(reading, belonging, p.vigilance);
  const float season = models::season_engagement(day.school.plan.calendar, day.number, p.season);
  s.engagement.next()[row] =
      models::engage(engagement, belonging, relation, friends, classes.norm * share,
                     s.mean_mark[row], s.vigilance[row], season, p.engagement);
  s.efforts[row] += models::effort(engagement, models::attention(s.vigilance[row], p.vigilance));
  s.smoothed[row] = models::experience(s.smoothed[row], evidence, answered, p.lens);
  s.lens[row] = models::hold(s.lens[row], day.school.lens[row], s.smoothed[row],
                             day.inputs.of(models::Input::message, row), p.lens);
  s.trust[row] = models::trust(s.trust[row], relation, p.relation);
  s.days_present[row] += 1;
  s.year_answered[row] += answered;
}

/// The evening of a student who was not: no evidence, no message.
inline void stay_away(const Day& day, State& s, std::size_t row) {
  s.belonging.next()[row] = s.belonging.now()[row];
  s.uncertainty.next()[row] =
      models::uncertain(s.uncertainty.now()[row], 0.0f, 0.0f, day.p.belonging);
  s.engagement.next()[row] = s.engagement.now()[row];
  s.lens[row] = models::hold(s.lens[row], day.school.lens[row], s.smoothed[row], 0.0f, day.p.lens);
}

inline void live_student(const Day& day, State& s, const std::vector<float>& norms, float friends,
                         std::size_t row) {
  const models::Parameters& p = day.p;
  std::array<std::uint32_t, 16> word;
  for (std::uint32_t b = 0; b < 4; ++b) {
    const auto block =
        sim::draw(day.stream, day.school.id[row], b, day.number, models::purpose::day);
    std::copy(block.begin(), block.end(), word.begin() + 4 * b);
  }
  const float chance = models::absence_chance(
      day.school.frailty[row], s.engagement.now()[row], s.belonging.now()[row],
      day.inputs.of(models::Input::attendance_support, row), p.attendance);
  const bool here = !(s.away[row] > 0) && !(sim::uniform(word[14]) < chance);
  s.present[row] = here ? 1.0f : 0.0f;
  s.away[row] = std::max(s.away[row] - 1.0f, 0.0f);
  s.newness[row] *= models::newness_kept(p.appraisal);
  Classes classes;
  if (here) classes = attend(day, s, norms, row, word);
  move_pairs(day, s, row, classes);
  if (here) {
    const float rate = over_memberships(
        day, row, [](std::uint32_t, std::uint8_t, const auto& how) { return how.harassment; });
    if (sim::uniform(word[15]) < rate * (1.0f + day.inputs.of(models::Input::harassment, 0))) {
      classes.evidence -= p.cue.harassment;
    }
    end_day(day, s, row, friends, classes);
  } else {
    stay_away(day, s, row);
  }
  s.surprise[row] *= models::surprise_kept(p.belonging);
  s.days[row] += 1;
  s.discipline[row] *= models::discipline_kept(p.behaviour);
  for (auto& memory : s.memory) memory[row] *= models::discipline_kept(p.behaviour);
}

/// One school day for everyone, from the morning's norms to the bell.
inline void live_day(const Day& day, State& s) {
  const auto norms = class_norms(day, s);
  std::vector<float> friends(day.school.students());
  for (std::size_t row = 0; row < friends.size(); ++row) {
    friends[row] = friends_engagement(day, s, row);
  }
  for (std::size_t row = 0; row < friends.size(); ++row) {
    live_student(day, s, norms, friends[row], row);
  }
  s.belonging.commit();
  s.uncertainty.commit();
  s.engagement.commit();
}

}  // namespace serial
