#include "cli/trial_results.h"

#include <bit>
#include <limits>

#include "cli/version.h"
#include "cli/write_manifest.h"
#include "sim/run/fingerprint_text.h"

namespace cli {
namespace {

/// What the levers under trial act on.
std::string acts_on(const TrialSpec& spec) {
  if (spec.acts_on_teachers && spec.acts_on_students) return "both";
  return spec.acts_on_teachers ? "teachers" : "students";
}

std::string texts(const std::vector<TrialColumn>& columns) {
  std::string all;
  for (const TrialColumn& column : columns) all += (all.empty() ? "" : ", ") + column.text;
  return all;
}

}  // namespace

std::string trial_fingerprint(const TrialSpec& spec, const TrialTable& table) {
  const std::string inputs = trial_hash(spec);
  std::vector<std::uint64_t> words(inputs.begin(), inputs.end());
  for (const analysis::TrialFigures& figures : table.figures) {
    for (const double x : figures.value) {  // every NaN is the same
      words.push_back(
          std::bit_cast<std::uint64_t>(x == x ? x : std::numeric_limits<double>::infinity()));
    }
  }
  sim::Fingerprint print;
  print.add(std::span<const std::uint64_t>(words));
  return sim::hex_text(print.value());
}

void write_trial_results(const TrialSpec& spec, const TrialTable& table,
                         const std::string& fingerprint, sim::LabelledFile& file) {
  file.attribute("trial", spec.name);
  file.attribute("trial_title", spec.title);
  file.attribute("trial_text", spec.text);
  file.attribute("scenario", spec.experiment->scenarios[spec.scenario].key);
  file.attribute("assign", std::string(kAssigned[static_cast<std::size_t>(spec.assign)]));
  file.attribute("acts_on", acts_on(spec));
  for (const auto& [name, number] : {std::pair<const char*, std::int64_t>{"trials", spec.trials},
                                     {"null_trials", spec.null_trials},
                                     {"stepped", spec.stepped() ? 1 : 0},
                                     {"apart", spec.assignment.apart}}) {
    file.attribute(name, number);
  }
  for (const auto& [name, number] : {std::pair<const char*, double>{"level", spec.level},
                                     {"power", spec.power},
                                     {"treated", double{spec.assignment.share}},
                                     {"enrolled", double{spec.assignment.enrolled}},
                                     {"leaves_control", spec.rules.leaves_control},
                                     {"leaves_treated", spec.rules.leaves_treated},
                                     {"leaves_slope", spec.rules.leaves_slope}}) {
    file.attribute(name, number);
  }
  write_manifest(*spec.experiment, fingerprint, file);

  std::vector<std::int32_t> trials(table.trials()), sizes(spec.sizes.begin(), spec.sizes.end());
  for (std::size_t t = 0; t < trials.size(); ++t) trials[t] = static_cast<std::int32_t>(t + 1);
  std::vector<std::string> keys, titles, units, after, before;
  for (const TrialOutcome& outcome : spec.outcomes) {
    keys.push_back(outcome.name);
    titles.push_back(outcome.title);
    units.push_back(outcome.unit);
    after.push_back(texts(outcome.after));
    before.push_back(texts(outcome.before));
  }
  file.dimension("trial", std::span<const std::int32_t>(trials));
  file.dimension("schools", std::span<const std::int32_t>(sizes),
                 {{"long_name", std::string("schools in the trial")}});
  file.dimension("outcome", std::span<const std::string>(keys));
  const auto about = [&](const char* name, const std::vector<std::string>& values) {
    file.variable(name, {"outcome"}, std::span<const std::string>(values));
  };
  about("outcome_title", titles);
  about("outcome_unit", units);
  about("outcome_after", after);
  about("outcome_before", before);
  std::vector<double> values(table.figures.size());
  for (std::size_t f = 0; f < analysis::kTrialFigures; ++f) {
    const analysis::TrialFigureRow& row = analysis::kTrialFigureRows[f];
    for (std::size_t k = 0; k < values.size(); ++k) values[k] = table.figures[k].value[f];
    sim::Attributes notes{{"long_name", std::string(row.doc)}};
    notes.push_back({"units", std::string(row.unit.empty() ? "outcome_unit" : row.unit)});
    file.variable(std::string(row.key), {"trial", "schools", "outcome"},
                  std::span<const double>(values), notes);
  }
  file.close();
}

}  // namespace cli
