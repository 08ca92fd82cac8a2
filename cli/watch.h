#pragma once
// What a run watches besides its outcomes: the values of every student ([record.students]) and
// surveys ([[record.survey]]). Watching changes nothing.

#include <string>
#include <vector>

#include "cli/instrument_file.h"
#include "models/school.h"

namespace cli {

/// A variable of every student. `key` names it in the results file: "survey_belonging".
struct StudentVariable {
  std::string key;
  models::Variable variable;
  std::uint32_t periods = 0;  ///< 0: one value; else one for each class period
};

struct StudentRecord {
  std::vector<std::uint32_t> days;  ///< school days from 0, in ascending order
  std::vector<StudentVariable> variables;
  std::uint32_t replicates = 0;  ///< of the first runs; 0: nothing is stored
  bool twins = true;             ///< differences from the baseline as well
};

/// A survey of everyone on some days; of a class, in every period.
struct SurveyRecord {
  models::Variable score;  ///< what it shows; its instrument is that of Watch
  std::uint32_t periods = 1;
  std::vector<std::uint32_t> days;
};

struct Watch {
  Instruments instruments;
  StudentRecord students;
  std::vector<SurveyRecord> surveys;
};

/// What the table [record] asks for; instruments are files in ../instruments of `base`, the
/// experiment's folder, or paths from there. `first`: all schools of an experiment share its
/// calendar and its class periods. Throws sim::ConfigError.
Watch read_watch(const sim::Table& record, const std::string& base, const models::SchoolPlan& first,
                 std::uint32_t replicates);

}  // namespace cli
