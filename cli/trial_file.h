#pragma once
// A trial, read from TOML: which program is tested in which schools, who is assigned, what is
// measured, how it is analysed, how often it is repeated.
//
//   [trial]                                      [[outcome]]
//   experiment = "../experiments/x.toml"         after = "survey.belonging@164"
//   scenario = "belonging_story"                 before = "survey.belonging@10"
//   assign = "students"
//   schools = [2, 4, 8]                          [attrition]
//   trials = 500                                 control = 0.1
//
// A variable stands on a school day, from 0 ("gpa@end"), or on days from one to another
// ("referrals@20..end"): their sum where the variable counts events, else their mean.

#include <memory>
#include <string>
#include <vector>

#include "analysis/trial_figures.h"
#include "cli/experiment.h"
#include "cli/sights.h"

namespace cli {

/// A column of a trial's data: sights that are added up, or averaged.
struct TrialColumn {
  std::string text;
  std::vector<std::uint32_t> sights;
  bool total = false;
};

struct TrialOutcome {
  std::string name, title, unit;
  std::vector<TrialColumn> after;   ///< one; of a stepped wedge, one a wave
  std::vector<TrialColumn> before;  ///< none or one
};

enum class Assigned { students, classes, teachers, schools };
inline constexpr std::array<std::string_view, 4> kAssigned{"students", "classes", "teachers",
                                                           "schools"};

struct TrialSpec {
  std::string path, text, name, title;
  std::shared_ptr<const Experiment> experiment;
  std::size_t scenario = 1;
  Assigned assign = Assigned::students;
  models::Assignment assignment;     ///< within a school; of schools, the share treated
  std::vector<std::uint32_t> sizes;  ///< schools in the trial, ascending
  std::uint32_t trials = 0, null_trials = 0;
  double level = 0.05, power = 0.8;
  analysis::TrialRules rules;
  std::vector<TrialOutcome> outcomes;
  Sights sights;  ///< in ascending order of days
  Instruments instruments;
  models::OnTrial on_trial;  ///< the programs that the baseline does not have
  bool acts_on_teachers = false, acts_on_students = false;  ///< what those programs' levers do

  bool stepped() const { return !rules.steps.empty(); }
  std::uint32_t most_schools() const { return sizes.back(); }
  std::uint32_t repeats() const { return std::max(trials, null_trials); }
};

/// `assignments` (--set) of the tables trial, attrition and outcome change the trial, others its
/// experiment. Throws sim::ConfigError.
TrialSpec read_trial(const std::string& path, const std::vector<std::string>& assignments);

}  // namespace cli
