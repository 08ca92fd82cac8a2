#pragma once
// What a lever needs to find in a school: an input that nothing in the school answers to can be
// moved without any effect. Which input needs what follows from the model's equations, so that no
// program has to say it, and a program that somebody writes tomorrow is covered.

#include <string>
#include <string_view>
#include <vector>

#include "cli/experiment.h"

namespace cli {

enum class Need {
  nothing,           ///< acts in every school
  open_question,     ///< students who are new to the school, or a membership with stigma above 0
  doubt,             ///< a membership with stigma above 0
  harassment,        ///< a membership that meets hurtful events
  unequal_support,   ///< a membership with a support gap
  bias,              ///< a membership whose ambiguous incidents are referred more often
  unlike_teachers,   ///< stigma, bias or a support gap in the dimension that teachers share
  advanced_courses,  ///< a share of places in core subjects that are advanced
  unequal_access,    ///< advanced courses, and a membership with access below 1
  class_periods,     ///< no self-contained class
  other_programs,    ///< in the same scenario, delivered in part
  other_samples,     ///< in the same scenario, for a sample of those meant
};

Need need_of(models::Input input);

/// "a group that the setting puts in doubt (stigma above 0)"; "" for nothing.
std::string_view need_in_words(Need need);

/// Does the school answer to this lever? True for `other_programs` and
/// `other_samples`, which are no matter of schools.
bool answers(const models::SchoolPlan& school, const models::Lever& lever);

/// What a whole program needs to do anything in the model; "" if one of its levers acts in every
/// school.
std::string needs_in_words(const Program& program);

/// A sentence for every program, or part of one, that can do nothing in the experiment's schools.
/// That a program's meetings cost nothing there is not said. In a nation, also what the schools of
/// a kind leave out.
std::vector<std::string> idle_notes(const Experiment& experiment);

}  // namespace cli
