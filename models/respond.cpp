#include "models/day.h"

namespace models {

float bias_towards(const Day& day, std::size_t teacher, std::size_t row) {
  const Identity& identity = day.school.plan.identity;
  float bias = 0;
  for (std::uint32_t d = 0; d < identity.dimensions; ++d) {
    const std::uint8_t m = day.school.membership[d][row];
    const bool shared = day.inputs.teacher_membership(d, teacher) == m;
    bias += identity.dimension[d].row[m].bias * (shared ? day.p.response.bias_shared : 1.0f);
  }
  return bias * day.school.staff.bias_factor[teacher];
}

void respond(const Day& day, State& s, std::size_t row, std::uint32_t period, float reading) {
  const School& school = day.school;
  const ResponseParameters& p = day.p.response;
  const std::uint16_t j = day.seating.teacher[period][row];
  const std::uint8_t slot = day.seating.slot[period][row];
  const auto words = sim::draw(day.stream, school.id[row], period, day.number, purpose::incident);

  Incident incident;
  incident.severity = sim::uniform(words[0]);
  incident.ambiguous = sim::uniform(words[1]) < day.p.behaviour.ambiguous;
  incident.memory = s.memory[slot][row];
  incident.discipline = s.discipline[row];
  incident.relation = s.relation[slot][row];
  incident.known = s.known[slot][row];
  incident.propensity = school.staff.propensity[j];
  incident.bias = bias_towards(day, j, row);
  incident.workload =
      sim::clamp(school.staff.workload[j] + day.inputs.of(Input::workload, j), 0.0f, 1.0f);
  const float mindset =
      sim::clamp(school.staff.mindset[j] + day.inputs.of(Input::empathic_mindset, j), 0.0f, 1.0f);
  incident.mindset = mindset + day.p.practice.mindset * s.practice_met[j] * (1.0f - mindset);

  s.incidents[row] += 1.0f;
  if (incident.ambiguous) s.subjective[row] += 1.0f;

  float& relation = s.relation[slot][row];
  if (sim::uniform(words[2]) >= referral_chance(incident, p)) {
    s.memory[slot][row] += p.remembered;
    relation = sim::clamp(relation + p.repair_relation * incident.mindset, -kRelationLimit,
                          kRelationLimit);
    return;
  }
  const float left = unrepaired(day.inputs.of(Input::repair, j));
  s.memory[slot][row] += left;
  s.discipline[row] += left;
  relation = sim::clamp(relation - p.cost_relation * left, -kRelationLimit, kRelationLimit);
  s.evidence[row] +=
      appraise(-p.cue, reading, day.p.appraisal, day.inputs.of(Input::affirmation, row));
  s.referrals[row] += 1.0f;
  s.class_referrals[period][row] += 1.0f;

  const float before = s.year_referrals[row];
  s.year_referrals[row] += 1.0f;
  const float allowed = suspension_policy(incident.ambiguous, day.inputs.of(Input::suspension, 0),
                                          day.inputs.of(Input::defiance, 0));
  if (sim::uniform(words[3]) < suspension_chance(incident.severity, before, p) * allowed) {
    const auto length =
        sim::draw(day.stream, school.id[row], period, day.number, purpose::suspension);
    const float days = suspension_days(sim::uniform(length[0]), p);
    s.away[row] = sim::higher(s.away[row], days);
    s.suspended[row] += days;
    s.year_suspended[row] += 1.0f;
  }
}

}  // namespace models
