#pragma once
// One function per command of `belong`. Each prints and returns the exit code; errors are thrown:
// sim::ConfigError (the input is wrong, 2) and sim::RunError (the run failed, 1).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sim {
class Ranks;
}

namespace cli {

struct RunOptions {
  std::string experiment, output, level;
  std::vector<std::string> assignments;
  unsigned threads = 0;
  bool resume = false;  ///< go on where an earlier process stopped
};
/// `ranks`: of a parallel job, of which this is the first rank; `threads` are then its own, not 0.
int run_command(const RunOptions& options, sim::Ranks* ranks = nullptr);

/// Reads and checks an experiment, a school or a program, and says what it is.
int check_command(const std::string& path, const std::vector<std::string>& assignments);

/// Every parameter: key, default, range, meaning, evidence. `markdown`: the reference page.
int parameters_command(const std::string& filter, bool markdown);

/// All programs in a folder by shelf, or one in plain words. `markdown`: the page of the library.
int programs_command(const std::string& folder, const std::string& name, bool markdown);

/// What of a results file is shown.
struct ShowOptions {
  std::string results;
  unsigned small_cell = 0;  ///< smallest group; 0: the file's own rule
  unsigned point = 1;       ///< of a design, from 1
  std::string place;        ///< key; "": everywhere
};

/// The table of effects of a results file.
int summary_command(const ShowOptions& options);

/// The report as one HTML file.
int report_command(const ShowOptions& options, const std::string& output);

struct PageCommandOptions {
  std::vector<std::string> experiments;
  std::string output = "workshop.html";
  unsigned threads = 0;
  std::uint32_t pairs = 32;  ///< paired runs of a scenario that the page lives itself
};
/// The workshop page: experiments with their results, and the model to try others, in one file.
int page_command(const PageCommandOptions& options);

struct SensitivityOptions {
  std::string results, scenario, group, json;
  std::vector<std::string> outcomes;
  bool effects = false;  ///< of the scenario's difference from the baseline, not its level
};
/// What outcomes, or effects, depend on: Morris or Sobol indices of a design's results.
int sensitivity_command(const SensitivityOptions& options);

struct TwinOptions {
  std::string experiment, scenario, days, output;
  std::vector<std::string> assignments;
  std::optional<std::uint32_t> student, school;  ///< numbers from 0, as in results files
  std::uint32_t replicate = 1;                   ///< from 1
  std::string whose = "middle";                  ///< or "most"; where no student is named
  bool differences = false;  ///< the whole school's differences in place of one student's lives
};
/// One synthetic student's two lives, in the baseline and in a scenario.
int twin_command(const TwinOptions& options);

/// Two results files: the same (0), or the first difference (1).
int compare_command(const std::string& first, const std::string& second);

struct TrialOptions {
  std::string trial, output;
  std::vector<std::string> assignments;
  unsigned threads = 0;
  bool resume = false;
};
/// A trial of a program, carried out many times in the model: power, errors, bias and its causes.
int trial_command(const TrialOptions& options);

struct ImportOptions {
  std::string format, roster, output = "school", like, date, friends, title = "An imported school";
  std::vector<std::string> schools;  ///< names or ids; all of one kind when empty
};
/// A school's structure from a OneRoster export: writes a school file and plain CSV beside it.
int import_command(const ImportOptions& options);

/// Curves of a results file as CSV. Small groups are left out.
int export_curves_command(const ShowOptions& options, const std::string& output);

struct NetworkOptions {
  std::string experiment, output, scenario;
  std::vector<std::string> assignments;
  std::optional<std::uint32_t> school, day;  ///< numbers from 0, as in results files
  std::uint32_t replicate = 1;               ///< from 1
};
/// Friendships of one synthetic school on a day as GraphML and CSV.
int export_network_command(const NetworkOptions& options);

struct ValidateOptions {
  std::vector<std::string> ids, assignments;
  std::string folder = "configs/evidence", json, markdown;
  std::string beside;  ///< a benchmark file: measured beside the model; "" for none
  bool full = false;
  std::uint32_t schools = 0, seeds = 0;  ///< 0: as `full` says
  unsigned threads = 0;
};
/// Holds the model against the evidence patterns. 1 if the whole interval of a claim misses its
/// band, else 0.
int validate_command(const ValidateOptions& options);

struct CalibrateOptions {
  std::string configuration;
  std::string output;  ///< folder, or the set's file (.csv); "": results/NAME
  std::string json, markdown;
  std::vector<std::string> assignments;
  bool resume = false;  ///< use the points that an earlier call has run
  unsigned threads = 0;
};
/// Finds the parameter vectors that the evidence does not rule out.
int calibrate_command(const CalibrateOptions& options);

}  // namespace cli
