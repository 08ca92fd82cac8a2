#pragma once
// What a results file holds, as plain values: scenarios, groups, outcomes, parameters, the texts
// that say where they come from. The first scenario is the baseline, the first group everyone.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/survey_results.h"
#include "sim/run/labelled_reader.h"

namespace analysis {

struct Scenario {
  std::string key, title;
  std::vector<std::string> programs;  ///< keys; empty for the baseline
  std::optional<double> fidelity{};   ///< of all its levers, where the scenario says so itself
};

struct Dimension {
  std::string key, label;
};

struct Group {
  std::string key, label;
  std::string dimension;  ///< key; "all" for everyone
  std::int64_t students = 0;
};

enum class Better { higher, lower, neither };

/// How a year of ticks becomes one figure: the last tick, the mean of all, or their sum.
enum class Summary { last, mean, total };

struct Outcome {
  std::string key, label, description, unit;
  Better better = Better::neither;
  Summary summary = Summary::last;
  std::string time = "year";  ///< "day", "week", "marking_period", or "year" for one tick
  std::size_t ticks = 1;
  std::vector<float> means;  ///< of students: [scenario][replicate][tick][group]; NaN: none
  std::vector<float> sds;    ///< between students, in the same order; may be empty
};

struct Parameter {
  std::string key, unit, meaning, evidence, source;
  double value = 0, standard = 0, low = 0, high = 0;  ///< infinite: no limit
  bool varied = false;         ///< by the parameter set; then `value` is the mean over replicates
  double least = 0, most = 0;  ///< of the replicates, where varied
};

/// One part of how the schools treat groups, as the experiment set it: stigma, access, ...
struct EnvironmentPart {
  std::string key, unit, meaning;
  std::vector<double> low, high;  ///< by group: over the kinds of schools; NaN for everyone
};

/// Schools whose figures are also added up by themselves; the first of several is everywhere.
struct SchoolPlace {
  std::string key, label;
  std::string kind;  ///< "all", "stratum", "region" or "school"
  std::int64_t schools = 0;
  std::vector<std::int64_t> students;  ///< by group
};

struct Results {
  std::string title, experiment, version, fingerprint, notice;
  std::string programs;                  ///< JSON, as written
  std::vector<std::string> assignments;  ///< --set key=value, as given
  std::int64_t seed = 0, schools = 0, students = 0, days = 0, years = 1, small_cell = 10;
  bool redraw = false;  ///< schools are drawn anew for every replicate
  std::size_t replicates = 0;
  std::size_t points = 0;   ///< of a design; 0: there is none
  std::size_t point = 0;    ///< the one that these results are of, from 0
  std::string at;           ///< its factors in words: "lens = 0.5, students = 600"
  std::size_t vectors = 0;  ///< of a parameter set that the replicates took in turn; 0: no set
  std::vector<Scenario> scenarios;
  std::vector<Dimension> dimensions;
  std::vector<Group> groups;
  std::vector<SchoolPlace> places;  ///< none where only everywhere is added up
  std::size_t place = 0;            ///< the one that these results are of, in `places`
  std::vector<Outcome> outcomes;
  std::vector<Parameter> parameters;
  std::vector<EnvironmentPart> environment;  ///< none in files of earlier versions
  std::vector<Survey> surveys;

  /// Where a value stands in `means` and `sds`.
  std::size_t index(const Outcome& outcome, std::size_t scenario, std::size_t replicate,
                    std::size_t tick, std::size_t group) const {
    return ((scenario * replicates + replicate) * outcome.ticks + tick) * groups.size() + group;
  }
  double mean(const Outcome& outcome, std::size_t scenario, std::size_t replicate, std::size_t tick,
              std::size_t group) const {
    return static_cast<double>(outcome.means[index(outcome, scenario, replicate, tick, group)]);
  }
};

/// The results at all points of a design.
struct Study {
  std::vector<std::string> factors;         ///< names; none without a design
  std::vector<std::vector<double>> values;  ///< [factor][point]
  std::vector<std::vector<double>> unit;    ///< [point][factor] in [0, 1]; empty for given points
  std::string method;                       ///< "morris", ...
  std::uint64_t seed = 1;
  Results
      all;  ///< outcomes hold the values of all points: [scenario][point][replicate][tick][group]
  std::vector<std::vector<Survey>> surveys;  ///< [point]

  /// `point` from 0, within the design; 0 without one.
  Results at(std::size_t point) const;
  /// Of values over all points, in the order of `all`, those of one.
  std::vector<float> values_at(std::size_t point, const std::vector<float>& whole) const;
};

/// Which arrays to read: `key` is an outcome's, of its means, or with "_sd" at its end of their
/// standard deviations. Outcomes whose means are not read are left out.
using Wanted = std::function<bool(const std::string& key)>;
inline bool everything(const std::string&) { return true; }

/// Reads the file that `belong run` wrote. Throws sim::RunError "cannot read <path>: <reason>" when
/// it is missing, damaged, or holds no results of a run.
Study read_study(const sim::LabelledReader& file, const Wanted& wanted = everything);

/// Its results at one point of a design, from 0; without a design there is one point. With `place`,
/// a key, those of its schools alone, without surveys. Throws sim::RunError, too, when there is no
/// such point or place.
Results read_results(const sim::LabelledReader& file, std::size_t point = 0,
                     const std::string& place = "", const Wanted& wanted = everything);
inline Results read_results(const std::string& path, std::size_t point = 0,
                            const std::string& place = "") {
  return read_results(sim::LabelledReader(path), point, place);
}

}  // namespace analysis
