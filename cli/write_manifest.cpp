#include "cli/write_manifest.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/parameter_key.h"
#include "cli/program_json.h"
#include "cli/roster_plans.h"
#include "cli/version.h"
#include "models/stability.h"
#include "sim/run/number_text.h"
#include "sim/run/parameter_table.h"

namespace cli {
namespace {

using nlohmann::json;

/// The files of the instruments that are asked, by name.
json instrument_texts(const Watch& watch) {
  json texts = json::object();
  const auto add = [&](const models::Variable& variable) {
    const InstrumentFile& one = watch.instruments[variable.instrument];
    texts[one.key] = one.text;
  };
  for (const SurveyRecord& survey : watch.surveys) add(survey.score);
  for (const StudentVariable& one : watch.students.variables) {
    using Kind = models::Variable::Kind;
    const Kind kind = one.variable.kind;
    if (kind == Kind::score || kind == Kind::favourable) add(one.variable);
  }
  return texts;
}

/// Of the experiment's parameters, or the largest of the vectors lived.
models::LoopGains largest_gains(const Experiment& e) {
  if (e.carried.empty()) return models::loop_gains(e.parameters);
  models::LoopGains largest = models::loop_gains(e.carried.front());
  for (std::size_t v = 1; v < e.vectors(); ++v) {
    const models::LoopGains gains = models::loop_gains(e.carried[v]);
    largest.discipline = std::max(largest.discipline, gains.discipline);
    largest.relation = std::max(largest.relation, gains.relation);
  }
  return largest;
}

/// The experiment's parameters; those that the set varies at their mean over replicates.
models::Parameters central_parameters(const Experiment& e) {
  models::Parameters central = e.parameters;
  if (!e.parameter_set) return central;
  for (std::size_t k = 0; k < e.parameter_set->keys.size(); ++k) {
    double sum = 0;
    for (std::size_t r = 0; r < e.replicates; ++r) {
      sum += static_cast<double>(e.parameter_set->vectors[r % e.carried.size()][k]);
    }
    set_parameter(e.parameter_set->keys[k], static_cast<float>(sum / e.replicates), central);
  }
  return central;
}

}  // namespace

void write_manifest(const Experiment& e, const std::string& fingerprint, sim::LabelledFile& file) {
  file.attribute("title", e.title);
  file.attribute("experiment", e.name);
  file.attribute("belong_version", std::string(version()));
  file.attribute("fingerprint", fingerprint);
  file.attribute("seed", static_cast<std::int64_t>(e.seed));
  file.attribute("replicates", static_cast<std::int64_t>(e.replicates));
  file.attribute("redraw", static_cast<std::int64_t>(e.redraw ? 1 : 0));
  file.attribute("schools", static_cast<std::int64_t>(e.schools.schools.size()));
  file.attribute("school_students", static_cast<std::int64_t>(e.schools.students));
  const sim::Calendar& calendar = e.schools.schools.front().calendar;
  file.attribute("days", static_cast<std::int64_t>(calendar.days));
  file.attribute("years", static_cast<std::int64_t>(calendar.years));
  file.attribute("days_in_week", static_cast<std::int64_t>(calendar.days_in_week));
  file.attribute("small_cell", static_cast<std::int64_t>(e.small_cell));
  std::string notice =
      "A model to think with, not a forecast of a school or a child. Gaps are those that this "
      "school "
      "environment makes.";
  if (e.schools.imported) notice += " " + std::string(kImportedNotice);
  file.attribute("notice", notice);
  const models::LoopGains gains = largest_gains(e);
  file.attribute("loop_gain_discipline", static_cast<double>(gains.discipline));
  file.attribute("loop_gain_relation", static_cast<double>(gains.relation));
  file.attribute("experiment_text", e.text);
  file.attribute("school_text", e.schools.text);
  if (e.parameter_set) {
    file.attribute("parameter_set", std::filesystem::path(e.parameter_set->path).filename());
    file.attribute("parameter_set_text", e.parameter_set->text);
    file.attribute("parameter_vectors", static_cast<std::int64_t>(e.vectors()));
  }
  file.attribute("assignments", json(e.assignments).dump());
  json scenarios = json::array(), programs = json::array(), texts = json::object();
  for (const ScenarioSpec& spec : e.scenarios) {
    scenarios.push_back({{"key", spec.key}, {"title", spec.title}, {"programs", spec.programs}});
    if (spec.fidelity) scenarios.back()["fidelity"] = *spec.fidelity;
  }
  for (const Program& program : e.programs) {
    programs.push_back(program_json(program));
    texts[program.key] = program.text;
  }
  if (json instruments = instrument_texts(e.watch); !instruments.empty()) {
    file.attribute("instrument_texts", instruments.dump());
  }
  json dimensions = json::array();
  for (const auto& dimension : e.schools.names.dimensions) {
    dimensions.push_back({{"key", dimension.key}, {"label", dimension.label}});
  }
  file.attribute("scenarios", scenarios.dump());
  file.attribute("programs", programs.dump());
  file.attribute("program_texts", texts.dump());
  file.attribute("dimensions", dimensions.dump());
}

void write_parameters(const Experiment& e, sim::LabelledFile& file) {
  std::vector<std::string> keys, units, docs, evidence, sources;
  std::vector<float> values, defaults, low, high;
  const auto add = [&](const std::vector<sim::ParameterRow>& rows,
                       const std::vector<sim::ParameterRow>& standard) {
    for (std::size_t k = 0; k < rows.size(); ++k) {
      const sim::ParameterRow& row = rows[k];
      keys.push_back(std::string(row.section) + "." + std::string(row.key));
      units.emplace_back(row.unit);
      docs.emplace_back(row.meaning);
      evidence.emplace_back(sim::name(row.evidence));
      sources.emplace_back(row.source);
      values.push_back(row.value);
      defaults.push_back(standard[k].value);
      low.push_back(row.legal.lo);
      high.push_back(row.legal.hi);
    }
  };
  const models::Parameters central = central_parameters(e);
  models::for_each_section(central, [&](const auto& section) {
    using Section = std::remove_cvref_t<decltype(section)>;
    add(sim::rows(section), sim::rows(Section{}));
  });
  add(sim::rows(e.schools.schools.front().profile), sim::rows(models::SchoolProfile{}));
  const std::vector<std::string> dims{"parameter"};
  file.dimension("parameter", std::span<const std::string>(keys),
                 {{"long_name", std::string("every resolved parameter of the baseline")}});
  const auto text = [&](const char* name, const std::vector<std::string>& texts, const char* doc) {
    file.variable(name, dims, std::span<const std::string>(texts),
                  {{"long_name", std::string(doc)}});
  };
  const auto number = [&](const char* name, const std::vector<float>& numbers, const char* doc) {
    file.variable(name, dims, std::span<const float>(numbers), {{"long_name", std::string(doc)}});
  };
  number("parameter_value", values,
         e.parameter_set ? "value in this run; of a varied parameter, the mean over replicates"
                         : "value in this run");
  number("parameter_default", defaults, "default value");
  number("parameter_low", low, "lowest legal value");
  number("parameter_high", high, "highest legal value");
  text("parameter_unit", units, "unit; 1 for a pure number");
  text("parameter_meaning", docs, "what it means");
  text("parameter_evidence", evidence, "cited, derived, calibrated or assumed (of the default)");
  text("parameter_source", sources, "source of the default");
}

void write_vectors(const Experiment& e, sim::LabelledFile& file) {
  if (!e.parameter_set) return;
  const ParameterSet& set = *e.parameter_set;
  std::vector<std::int32_t> numbers;
  std::vector<float> values;
  for (std::size_t r = 0; r < e.replicates; ++r) {
    const std::size_t v = r % set.vectors.size();
    numbers.push_back(static_cast<std::int32_t>(v + 1));
    values.insert(values.end(), set.vectors[v].begin(), set.vectors[v].end());
  }
  file.variable("parameter_vector", {"replicate"}, std::span<const std::int32_t>(numbers),
                {{"long_name", std::string("vector of the parameter set that the replicate took, "
                                           "from 1, in the order of the file")}});
  file.dimension("varied_parameter", std::span<const std::string>(set.keys),
                 {{"long_name", std::string("parameters that the parameter set varies")}});
  file.variable("varied_parameter_value", {"replicate", "varied_parameter"},
                std::span<const float>(values),
                {{"long_name", std::string("their values in each replicate, before a scenario's "
                                           "own changes")}});
}

}  // namespace cli
