#include "analysis/results.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "analysis/environment.h"
#include "analysis/places.h"
#include "analysis/trial_results.h"
#include "sim/run/number_text.h"
#include "sim/run/run_error.h"

namespace analysis {
namespace {

using nlohmann::json;
using sim::LabelledReader;

/// What is wrong with a file that is whole, but not what `belong run` writes.
struct Unfit {
  std::string why;
};

std::string text(const LabelledReader& file, const std::string& name) {
  return file.attribute_string("", name);
}

std::int64_t whole(const LabelledReader& file, const std::string& name) {
  return static_cast<std::int64_t>(file.attribute_number("", name));
}

json parsed(const LabelledReader& file, const std::string& name) {
  return json::parse(text(file, name));
}

Better better_of(const std::string& word) {
  if (word == "higher") return Better::higher;
  return word == "lower" ? Better::lower : Better::neither;
}

Summary summary_of(const std::string& word) {
  if (word == "mean") return Summary::mean;
  return word == "total" ? Summary::total : Summary::last;
}

void read_design(const LabelledReader& file, Study& study) {
  if (!file.has("point")) return;
  study.all.points = file.labels("point").size();
  study.factors = file.labels("factor");
  for (const std::string& name : study.factors) {
    study.values.push_back(file.values("factor_" + name));
    if (study.values.back().size() != study.all.points)
      throw Unfit{"a factor is not over its points"};
  }
  study.method = text(file, "design_method");
  study.seed = static_cast<std::uint64_t>(whole(file, "design_seed"));
  if (!file.has("design_coordinate")) return;
  const std::vector<double> unit = file.values("design_coordinate");
  const std::size_t width = study.factors.size();
  if (unit.size() != width * study.all.points) throw Unfit{"its design is not over its factors"};
  for (std::size_t p = 0; p < study.all.points; ++p) {
    const auto first = unit.begin() + static_cast<std::ptrdiff_t>(p * width);
    study.unit.emplace_back(first, first + static_cast<std::ptrdiff_t>(width));
  }
}

void read_manifest(const LabelledReader& file, Results& r) {
  r.title = text(file, "title");
  r.experiment = text(file, "experiment");
  r.version = text(file, "belong_version");
  r.fingerprint = text(file, "fingerprint");
  r.notice = text(file, "notice");
  r.programs = text(file, "programs");
  r.seed = whole(file, "seed");
  r.schools = whole(file, "schools");
  r.students = whole(file, "school_students");
  r.years = file.has_attribute("", "years") ? whole(file, "years") : 1;
  r.days = whole(file, "days") * r.years;
  r.small_cell = whole(file, "small_cell");
  r.redraw = whole(file, "redraw") != 0;
  r.assignments = parsed(file, "assignments").get<std::vector<std::string>>();
  for (const json& s : parsed(file, "scenarios")) {
    std::optional<double> fidelity;
    if (s.contains("fidelity")) fidelity = s.at("fidelity").get<double>();
    r.scenarios.push_back({s.at("key"), s.at("title"), s.at("programs"), fidelity});
  }
  for (const json& d : parsed(file, "dimensions")) {
    r.dimensions.push_back({d.at("key"), d.at("label")});
  }
  if (json::parse(r.programs).is_array() == false) throw Unfit{"its programs are no list"};
}

void read_groups(const LabelledReader& file, Results& r) {
  const auto keys = file.labels("group");
  const auto labels = file.texts("group_label");
  const auto dimensions = file.texts("group_dimension");
  const auto students = file.whole_numbers("students");
  if (labels.size() != keys.size() || dimensions.size() != keys.size() ||
      students.size() != keys.size()) {
    throw Unfit{"its groups and their names differ in number"};
  }
  for (std::size_t g = 0; g < keys.size(); ++g) {
    r.groups.push_back({keys[g], labels[g], dimensions[g], students[g]});
  }
  if (r.groups.empty() || r.groups.front().dimension != "all") {
    throw Unfit{"its first group is not everyone"};
  }
}

/// A variable is an outcome if it says how a year of it becomes one figure.
Outcome read_outcome(const LabelledReader& file, const std::string& key, const Results& r,
                     const Wanted& wanted) {
  const auto note = [&](const char* name) { return file.attribute_string(key, name); };
  Outcome outcome;
  outcome.key = key;
  outcome.label = note("label");
  outcome.description = note("description");
  outcome.unit = note("units");
  outcome.better = better_of(note("better"));
  outcome.summary = summary_of(note("summary"));
  std::vector<std::string> dims = file.dims(key);
  auto shape = file.shape(key);
  if (r.points > 0 && dims.size() > 1 && dims[1] == "point") {
    dims.erase(dims.begin() + 1);
    shape.erase(shape.begin() + 1);
  }
  if (dims.size() == 4) {
    outcome.time = dims[2];
    outcome.ticks = shape[2];
    dims.erase(dims.begin() + 2);
  }
  const std::size_t size = r.scenarios.size() * r.replicates * outcome.ticks * r.groups.size();
  const std::size_t all = size * std::max<std::size_t>(r.points, 1);
  std::size_t stored = 1;
  for (const std::size_t extent : file.shape(key)) stored *= extent;
  if (dims != std::vector<std::string>{"scenario", "replicate", "group"} || stored != all ||
      outcome.ticks == 0) {
    throw Unfit{"'" + key + "' is not over scenarios, replicates and groups"};
  }
  if (wanted(key)) outcome.means = file.floats(key);
  const std::string sd = key + "_sd";
  if (file.has(sd) && wanted(sd)) outcome.sds = file.floats(sd);
  if (outcome.sds.size() != all) outcome.sds.clear();
  return outcome;
}

void read_parameters(const LabelledReader& file, Results& r) {
  if (!file.has("parameter")) return;
  const auto keys = file.labels("parameter");
  const auto units = file.texts("parameter_unit");
  const auto meanings = file.texts("parameter_meaning");
  const auto evidence = file.texts("parameter_evidence");
  const auto sources = file.texts("parameter_source");
  // Held as float, and meant as written: 0.7, not 0.699999988.
  const auto numbers = [&](const char* name) {
    std::vector<double> values = file.values(name);
    for (double& x : values) x = sim::as_written(static_cast<float>(x));
    return values;
  };
  const auto value = numbers("parameter_value"), standard = numbers("parameter_default");
  const auto low = numbers("parameter_low"), high = numbers("parameter_high");
  for (const std::size_t size : {units.size(), meanings.size(), evidence.size(), sources.size(),
                                 value.size(), standard.size(), low.size(), high.size()}) {
    if (size != keys.size()) throw Unfit{"its parameters and their values differ in number"};
  }
  for (std::size_t k = 0; k < keys.size(); ++k) {
    r.parameters.push_back({keys[k], units[k], meanings[k], evidence[k], sources[k], value[k],
                            standard[k], low[k], high[k]});
  }
}

/// Which parameters differ between replicates, and how far.
void read_vectors(const LabelledReader& file, Results& r) {
  if (!file.has("varied_parameter")) return;
  r.vectors = static_cast<std::size_t>(whole(file, "parameter_vectors"));
  const auto keys = file.labels("varied_parameter");
  const std::vector<double> values = file.values("varied_parameter_value");
  if (values.size() != keys.size() * r.replicates) {
    throw Unfit{"its varied parameters and their values differ in number"};
  }
  for (Parameter& p : r.parameters) {
    const auto at = std::find(keys.begin(), keys.end(), p.key);
    if (at == keys.end()) continue;
    p.varied = true;
    p.least = std::numeric_limits<double>::infinity();
    p.most = -p.least;
    for (auto k = static_cast<std::size_t>(at - keys.begin()); k < values.size();
         k += keys.size()) {
      const double x = sim::as_written(static_cast<float>(values[k]));
      p.least = std::min(p.least, x);
      p.most = std::max(p.most, x);
    }
  }
}

}  // namespace

Study read_study(const LabelledReader& file, const Wanted& wanted) {
  const auto refuse = [&](const std::string& why) {
    throw sim::RunError("cannot read " + file.path() +
                        ": it holds no results of `belong run`: " + why);
  };
  if (holds_trials(file)) refuse("it holds a trial's, which `belong summary` shows");
  if (!file.has_attribute("", "belong_version")) refuse("it does not name a version of Belong");
  Study study;
  Results& r = study.all;
  try {
    read_manifest(file, r);
    read_groups(file, r);
    read_places(file, r);
    read_environment(file, r);
    r.replicates = file.labels("replicate").size();
    read_design(file, study);
    if (r.scenarios.empty() || r.replicates == 0) throw Unfit{"it has no scenario or no run"};
    for (const std::string& name : file.variables()) {
      if (!file.has_attribute(name, "summary")) continue;
      Outcome outcome = read_outcome(file, name, r, wanted);
      if (!outcome.means.empty()) r.outcomes.push_back(std::move(outcome));
    }
    read_parameters(file, r);
    for (std::size_t p = 0; p < std::max<std::size_t>(r.points, 1); ++p) {
      study.surveys.push_back(read_surveys(file, p));
      for (const Survey& survey : study.surveys.back()) {
        if (survey.days.empty() ||
            survey.results.size() != survey.days.size() * r.scenarios.size()) {
          throw Unfit{"its survey '" + survey.key + "' is not over its scenarios"};
        }
      }
    }
    read_vectors(file, r);
  } catch (const json::exception& error) {
    refuse(error.what());
  } catch (const Unfit& unfit) {
    refuse(unfit.why);
  }
  return study;
}

std::vector<float> Study::values_at(std::size_t point, const std::vector<float>& whole) const {
  if (all.points == 0) return whole;
  const std::size_t each = whole.size() / (all.scenarios.size() * all.points);
  std::vector<float> own;
  own.reserve(each * all.scenarios.size());
  for (std::size_t s = 0; s < all.scenarios.size(); ++s) {
    const auto first = whole.begin() + static_cast<std::ptrdiff_t>((s * all.points + point) * each);
    own.insert(own.end(), first, first + static_cast<std::ptrdiff_t>(each));
  }
  return own;
}

Results Study::at(std::size_t point) const {
  Results r = all;
  r.surveys = surveys[point];
  if (r.points == 0) return r;
  r.point = point;
  for (std::size_t f = 0; f < factors.size(); ++f) {
    r.at += (f == 0 ? "" : ", ") + factors[f] + " = " + fmt::format("{:.4g}", values[f][point]);
  }
  for (Outcome& outcome : r.outcomes) {
    outcome.means = values_at(point, outcome.means);
    outcome.sds = values_at(point, outcome.sds);
  }
  return r;
}

Results read_results(const LabelledReader& file, std::size_t point, const std::string& place,
                     const Wanted& wanted) {
  Study study = read_study(file, wanted);
  if (!place.empty()) go_to_place(file, place, study);
  const std::size_t points = std::max<std::size_t>(study.all.points, 1);
  if (point >= points) {
    throw sim::RunError(file.path() + (study.all.points == 0 ? ": holds no design, and so no points"
                                                             : ": its design has the points 1 to " +
                                                                   std::to_string(points)));
  }
  return study.at(point);
}

}  // namespace analysis
