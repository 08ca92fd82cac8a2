#include "cli/needs.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/lever_table.h"
#include "cli/scenario_checks.h"
#include "models/timetable_in_force.h"

namespace cli {
namespace {

using models::Input, models::Membership;

/// Is this entry of the environment table above 0 (or, for access, below 1) for any membership of
/// dimension `d`; of any dimension with kAnyone?
template <class Condition>
bool any_membership(const models::Identity& identity, std::uint32_t d, Condition condition) {
  for (std::uint32_t k = 0; k < identity.dimensions; ++k) {
    if (d != models::kAnyone && d != k) continue;
    const models::Dimension& dimension = identity.dimension[k];
    for (std::uint32_t m = 0; m < dimension.memberships; ++m) {
      if (condition(dimension.row[m])) return true;
    }
  }
  return false;
}

/// Places at the advanced level, as they are drawn (models/levels.h).
bool has_advanced_courses(const models::SchoolProfile& profile) {
  return profile.elementary == 0.0f && profile.students * profile.advanced_share >= 1.0f;
}

/// Which of a program's levers can do nothing in any school of the experiment.
std::vector<const NamedLever*> idle_levers(const Experiment& e, const ScenarioSpec& spec,
                                           const Program& program) {
  std::vector<const NamedLever*> idle;
  bool delivered_in_part = false, sampled = false;
  for (const models::Lever& lever : spec.scenario.levers) {
    if (lever.program == program.levers.front().lever.program) continue;
    delivered_in_part = delivered_in_part || lever.fidelity < 1;
    sampled = sampled || lever.reach.share < 1;
  }
  for (const NamedLever& named : program.levers) {
    models::Lever lever = named.lever;
    if (named.becomes) lever.becomes = resolve_becomes(named, e.schools.names);
    const auto& schools = e.schools.schools;
    const Need need = need_of(lever.input);
    const bool acts =
        need == Need::other_programs ? delivered_in_part
        : need == Need::other_samples
            ? sampled
            : std::any_of(schools.begin(), schools.end(),
                          [&](const models::SchoolPlan& plan) { return answers(plan, lever); });
    if (!acts) idle.push_back(&named);
  }
  return idle;
}

/// What some kinds of school leave out because they can't hold it.
void note_left_out(const Experiment& e, const Program& program, std::vector<std::string>& notes) {
  for (const Stratum& kind : e.schools.strata) {
    std::vector<std::string> names;
    for (const NamedLever& named : program.levers) {
      if (refusal(kind.reference, named.lever)) names.push_back(fmt::format("\"{}\"", named.name));
    }
    if (names.empty()) continue;
    notes.push_back(fmt::format("{} leaves out {} in schools of the kind {}, which can't hold it.",
                                program.title, fmt::join(names, " and "), kind.label));
  }
}

std::string and_listed(const std::vector<std::string_view>& parts) {
  return fmt::format("{}", fmt::join(parts, "; and "));
}

std::vector<std::string_view> needs_of(const std::vector<const NamedLever*>& levers,
                                       bool imported = false) {
  std::vector<std::string_view> needs;
  for (const NamedLever* lever : levers) {
    const bool fixed = imported && models::changes_timetable(lever->lever.input);
    const std::string_view words = fixed ? "a timetable that can be drawn anew, where this one is "
                                           "the roster's"
                                         : need_in_words(need_of(lever->lever.input));
    if (std::find(needs.begin(), needs.end(), words) == needs.end()) needs.push_back(words);
  }
  return needs;
}

}  // namespace

Need need_of(Input input) {
  switch (input) {
    case Input::message:
    case Input::feedback_clarity:
    case Input::affirmation:
      return Need::open_question;
    case Input::stigma:
    case Input::materials:
      return Need::doubt;
    case Input::harassment:
      return Need::harassment;
    case Input::support_gap:
      return Need::unequal_support;
    case Input::workload:  // a full day leaves more to bias, and nothing else (teacher_response.h)
      return Need::bias;
    case Input::teacher_identity:
      return Need::unlike_teachers;
    case Input::detracking:
      return Need::advanced_courses;
    case Input::advanced_access:
      return Need::unequal_access;
    case Input::shared_blocks:
      return Need::class_periods;
    case Input::implementation:
      return Need::other_programs;
    case Input::participation:
      return Need::other_samples;
    default:
      return Need::nothing;
  }
}

std::string_view need_in_words(Need need) {
  switch (need) {
    case Need::nothing:
      return "";
    case Need::open_question:
      return "an open question whether one belongs: students who are new to the school, or a group "
             "that the setting puts in doubt (transition, or stigma above 0)";
    case Need::doubt:
      return "a group that the setting puts in doubt (stigma above 0)";
    case Need::harassment:
      return "hurtful events that a group meets (harassment above 0)";
    case Need::unequal_support:
      return "support that does not reach a group (support_gap above 0)";
    case Need::bias:
      return "a group that is referred more readily (bias above 0)";
    case Need::unlike_teachers:
      return "a setting that treats the groups of this dimension differently (stigma, bias or "
             "support_gap above 0)";
    case Need::advanced_courses:
      return "advanced courses (advanced_share above 0, a class a period)";
    case Need::unequal_access:
      return "advanced courses to which a group has less access (advanced_share above 0, access "
             "below 1)";
    case Need::class_periods:
      return "a class a period";
    case Need::other_programs:
      return "another program of the same scenario that is not delivered in full";
    case Need::other_samples:
      return "another program of the same scenario that reaches only a sample of those meant";
  }
  return "";
}

bool answers(const models::SchoolPlan& school, const models::Lever& lever) {
  if (school.structure && models::changes_timetable(lever.input)) return false;
  const auto any = [&](auto condition, std::uint32_t d = models::kAnyone) {
    return any_membership(school.identity, d, condition);
  };
  switch (need_of(lever.input)) {
    case Need::open_question:
      if (school.parameters.appraisal.newcomer > 0 &&
          (school.profile.transition != 0.0f || school.calendar.years > 1)) {
        return true;
      }
      [[fallthrough]];
    case Need::doubt:
      return any([](const Membership& m) { return m.stigma > 0; });
    case Need::harassment:
      return any([](const Membership& m) { return m.harassment > 0; });
    case Need::unequal_support:
      return any([](const Membership& m) { return m.support_gap > 0; });
    case Need::bias:
      return any([](const Membership& m) { return m.bias > 0; });
    case Need::unlike_teachers:
      return any(
          [](const Membership& m) { return m.stigma > 0 || m.bias > 0 || m.support_gap > 0; },
          lever.becomes.dimension);
    case Need::advanced_courses:
      return has_advanced_courses(school.profile);
    case Need::unequal_access:
      return has_advanced_courses(school.profile) &&
             any([](const Membership& m) { return m.access < 1; });
    case Need::class_periods:
      return school.profile.elementary == 0.0f;
    case Need::nothing:
    case Need::other_programs:
    case Need::other_samples:
      break;
  }
  return true;
}

std::string needs_in_words(const Program& program) {
  std::vector<const NamedLever*> levers;
  for (const NamedLever& lever : program.levers) {
    if (need_of(lever.lever.input) == Need::nothing) return {};
    levers.push_back(&lever);
  }
  return and_listed(needs_of(levers));
}

std::vector<std::string> idle_notes(const Experiment& e) {
  std::vector<std::string> notes;
  const char* where = e.schools.schools.size() == 1 ? "this school" : "these schools";
  for (const ScenarioSpec& spec : e.scenarios) {
    for (const Program& program : e.programs) {
      if (std::count(spec.programs.begin(), spec.programs.end(), program.key) == 0) continue;
      auto idle = idle_levers(e, spec, program);
      const bool whole = idle.size() == program.levers.size();
      if (!whole) {
        std::erase_if(idle, [](const NamedLever* l) { return l->lever.input == Input::workload; });
      }
      if (idle.empty()) continue;
      std::string note;
      if (whole) {
        note = fmt::format("{} can do nothing in {}: it needs {}.", program.title, where,
                           and_listed(needs_of(idle, e.schools.imported)));
      } else {
        std::vector<std::string> names;
        for (const NamedLever* lever : idle) names.push_back(fmt::format("\"{}\"", lever->name));
        note = fmt::format("a part of {} can do nothing in {}: {} {} {}.", program.title, where,
                           fmt::join(names, " and "), idle.size() == 1 ? "needs" : "need",
                           and_listed(needs_of(idle, e.schools.imported)));
      }
      if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
    }
  }
  for (const Program& program : e.programs) note_left_out(e, program, notes);
  return notes;
}

}  // namespace cli
