#pragma once
// A small school in which everything that the model knows of happens within days: two dimensions
// of identity, every input moved by a lever, many incidents, referrals and absences.

#include <memory>

#include "models/year.h"

namespace small_school {

inline models::Membership membership(float key, float share, float teachers) {
  models::Membership m;
  m.key = key;
  m.share = share;
  m.teachers = teachers;
  return m;
}

/// Three memberships, then two. The environment treats each of them in its own way.
inline models::Identity identity() {
  models::Identity identity;
  identity.dimensions = 2;
  models::Dimension& first = identity.dimension[0];
  first.memberships = 3;
  first.own_group = 1.0f;
  first.row = {membership(1, 0.5f, 0.7f), membership(2, 0.3f, 0.2f), membership(3, 0.2f, 0.1f)};
  first.row[1].stigma = 0.6f;
  first.row[1].bias = 0.9f;
  first.row[1].support_gap = 0.15f;
  first.row[1].harassment = 0.1f;
  first.row[2].stigma = 0.4f;
  first.row[2].materials = 0.2f;
  models::Dimension& second = identity.dimension[1];
  second.memberships = 2;
  second.same_tie = 0.5f;
  second.row = {membership(4, 0.5f, 0.4f), membership(5, 0.5f, 0.6f)};
  second.row[1].stigma = 0.3f;
  second.row[1].bias = 0.3f;
  second.row[1].harassment = 0.05f;
  return identity;
}

/// The more classes a teacher has, the more students meet one in two subjects.
inline models::SchoolPlan plan(float students, bool elementary, float teacher_classes = 7) {
  models::SchoolPlan plan;
  plan.seed = 7;
  plan.identity = identity();
  plan.profile.students = students;
  plan.profile.elementary = elementary ? 1.0f : 0.0f;
  plan.profile.class_size = 20;
  plan.profile.teacher_classes = teacher_classes;
  plan.profile.feeders = 2;
  plan.parameters.behaviour.base = -2.5f;
  plan.parameters.response.base = -0.5f;
  plan.parameters.response.suspend_base = -1.0f;
  plan.parameters.attendance.base = -2.0f;
  return plan;
}

inline models::Lever lever(models::Input input, float amount, std::uint32_t start = 0) {
  models::Lever lever;
  lever.input = input;
  lever.amount = amount;
  lever.schedule.start = start;
  return lever;
}

/// Levers that open on different days, so that inputs change during the first weeks.
inline models::Scenario scenario(const models::SchoolPlan& plan) {
  using enum models::Input;
  models::Scenario scenario;
  scenario.parameters = plan.parameters;
  scenario.levers = {lever(support, 0.1f, 2),
                     lever(support_gap, 0.3f, 1),
                     lever(empathic_mindset, 0.2f, 4),
                     lever(workload, 0.1f),
                     lever(team_talk, 0.5f, 3),
                     lever(feedback_warmth, 0.3f),
                     lever(feedback_clarity, 0.4f, 1),
                     lever(materials, 0.2f, 5),
                     lever(message, 0.2f, 3),
                     lever(peer_cue, 0.2f, 6),
                     lever(attendance_support, 0.3f, 2),
                     lever(adult_contact, 0.1f),
                     lever(stigma, -0.2f, 4),
                     lever(harassment, -0.5f, 5),
                     lever(affirmation, 0.4f, 2),
                     lever(repair, 0.5f, 3),
                     lever(suspension, -0.3f, 4),
                     lever(defiance, 0.5f, 6),
                     lever(teacher_identity, 1.0f, 7),
                     lever(implementation, 0.5f, 8)};
  for (std::size_t k = 0; k < scenario.levers.size(); ++k) {
    models::Lever& one = scenario.levers[k];
    if (one.input == teacher_identity) {
      one.becomes = {0, 1};
      one.reach.share = 0.5f;
    }
    if (one.input == implementation) one.program = 1;
  }
  return scenario;
}

}  // namespace small_school
