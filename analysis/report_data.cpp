#include "analysis/report_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "analysis/effects.h"
#include "analysis/figures.h"
#include "analysis/gaps.h"
#include "analysis/headline.h"
#include "analysis/outcome_lists.h"
#include "analysis/report_number.h"
#include "analysis/report_parts.h"
#include "analysis/story.h"

namespace analysis {
namespace {

using nlohmann::json;

json numbers(const std::vector<double>& values, double scale) {
  json all = json::array();
  for (const double x : values) all.push_back(report_number(scale * x));
  return all;
}

json times(std::size_t ticks) {
  std::vector<std::size_t> all(ticks);
  std::iota(all.begin(), all.end(), std::size_t{1});
  return all;
}

const char* better(Better better) {
  if (better == Better::higher) return "higher";
  return better == Better::lower ? "lower" : "neither";
}

bool among(const std::vector<const Outcome*>& list, const Outcome& outcome) {
  return std::find(list.begin(), list.end(), &outcome) != list.end();
}

/// The style of curves: by the largest mean that everyone's curve reaches in the baseline.
FigureStyle curve_style(const Results& results, const Outcome& outcome) {
  double largest = 0;
  for (const double x : curve(results, outcome, 0, 0).mean) {
    if (std::abs(x) > largest) largest = std::abs(x);
  }
  return figure_style(outcome, largest);
}

json scenarios(const Results& results) {
  json all = json::array();
  for (std::size_t s = 0; s < results.scenarios.size(); ++s) {
    const Scenario& one = results.scenarios[s];
    all.push_back(
        {{"key", one.key}, {"title", one.title}, {"baseline", s == 0}, {"programs", one.programs}});
  }
  return all;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

json programs(const Results& results) {
  json all = json::parse(results.programs);
  for (json& program : all) {
    for (json& lever : program.at("levers")) {
      lever["meaning"] = capital(lever.at("meaning").get<std::string>());
      if (lever.value("size", "") != "") lever["amount"] = lever.at("size");
    }
    program["fidelity"] =
        delivered(program.value("fidelity", 1.0), program.value("fidelity_spread", 0.0));
    program.erase("fidelity_spread");
  }
  return all;
}

/// With a capital letter and a full stop, unless there is nothing.
std::string sentence(std::string text) {
  if (text.empty()) return text;
  text = capital(std::move(text));
  return text.back() == '.' ? text : text + ".";
}

json story_list(const Results& results) {
  json all = json::array();
  for (const Story& story : stories(results)) {
    all.push_back({{"scenario", story.scenario},
                   {"done", story.done},
                   {"moved", story.moved},
                   {"unmoved", sentence(story.unmoved)}});
  }
  return all;
}

json groups(const Results& results, const SmallCells& cells) {
  json all = json::array();
  for (std::size_t g = 0; g < results.groups.size(); ++g) {
    const Group& group = results.groups[g];
    const bool hidden = cells.hidden[g];
    all.push_back({{"key", group.key},
                   {"dimension", group.dimension},
                   {"label", group.label},
                   {"n", hidden ? json(nullptr) : json(group.students)},
                   {"hidden", hidden}});
  }
  return all;
}

json outcome_json(const Results& results, const Outcome& outcome, bool main) {
  constexpr const char* summaries[] = {"last", "mean", "total"};
  const FigureStyle style = curve_style(results, outcome);
  return {{"key", outcome.key},
          {"label", outcome.label},
          {"unit", style.unit},
          {"better", better(outcome.better)},
          {"time", outcome.time},
          {"summary", summaries[static_cast<std::size_t>(outcome.summary)]},
          {"description", sentence(outcome.description)},
          {"digits", style.digits},
          {"main", main}};
}

void add_band(json entry, const Band& band, double scale, json& all) {
  entry["time"] = times(band.mean.size());
  entry["mean"] = numbers(band.mean, scale);
  entry["low"] = numbers(band.low, scale);
  entry["high"] = numbers(band.high, scale);
  all.push_back(std::move(entry));
}

/// Curves and gaps of one outcome. Everyone's always, the groups' for those drawn by group.
void add_curves(const Results& results, const SmallCells& cells, const Outcome& outcome,
                bool by_group, json& curves, json& gaps) {
  const double scale = figure_style(outcome, 1).scale;
  for (std::size_t s = 0; s < results.scenarios.size(); ++s) {
    for (std::size_t g = 0; g < results.groups.size(); ++g) {
      const Group& group = results.groups[g];
      if (cells.hidden[g] || (g > 0 && !by_group)) continue;
      const json names{
          {"outcome", outcome.key}, {"scenario", results.scenarios[s].key}, {"group", group.key}};
      add_band(names, curve(results, outcome, s, g), scale, curves);
      const auto reference = reference_group(results, cells, group.dimension);
      if (g == 0 || !reference || *reference == g) continue;
      json apart = names;
      apart["dimension"] = group.dimension;
      apart["reference"] = results.groups[*reference].key;
      add_band(apart, gap(results, outcome, s, g, *reference), scale, gaps);
    }
  }
}

void add_effects(const Results& results, const SmallCells& cells, const Outcome& outcome,
                 json& all) {
  const double scale = figure_style(outcome, 1).scale;
  for (std::size_t s = 1; s < results.scenarios.size(); ++s) {
    for (std::size_t g = 0; g < results.groups.size(); ++g) {
      if (cells.hidden[g]) continue;
      const Effect effect = paired_effect(results, outcome, s, g);
      const auto& interval = effect.interval;
      all.push_back({{"outcome", outcome.key},
                     {"scenario", results.scenarios[s].key},
                     {"group", results.groups[g].key},
                     {"baseline", report_number(scale * effect.baseline)},
                     {"value", report_number(scale * effect.value)},
                     {"difference", report_number(scale * effect.difference)},
                     {"low", interval ? report_number(scale * interval->low) : json(nullptr)},
                     {"high", interval ? report_number(scale * interval->high) : json(nullptr)},
                     {"higher_in", effect.runs ? json(effect.higher) : json(nullptr)},
                     {"ties", effect.ties},
                     {"of", effect.runs}});
    }
  }
}

json parameters(const Results& results) {
  json all = json::array();
  const auto value = [](double x) {
    return std::isfinite(x) ? json(x) : json(fmt::format("{}", x));
  };
  for (const Parameter& p : results.parameters) {
    const std::string range = fmt::format("{:.4g} to {:.4g}, by replicate", p.least, p.most);
    all.push_back({{"key", p.key},
                   {"value", p.varied ? json(range) : value(p.value)},
                   {"default", value(p.standard)},
                   {"unit", p.unit},
                   {"low", report_number(p.low)},
                   {"high", report_number(p.high)},
                   {"doc", p.meaning},
                   {"evidence", p.evidence},
                   {"source", p.source}});
  }
  return all;
}

/// As a shell takes it: in single quotes unless nothing in it means anything to a shell.
std::string quoted(const std::string& text) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_.,=/:+-").find(c) != std::string_view::npos;
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), plain)) return text;
  std::string all = "'";
  for (const char c : text) all += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return all + "'";
}

std::string small_cell_note(const Results& results, const SmallCells& cells) {
  const std::string rule = fmt::format(
      "Groups with fewer than {} students are not shown, nor others from which their figures could "
      "be worked out.",
      cells.limit);
  const std::string note = cells.note(results);
  return note.empty() ? rule + " No group is that small here." : rule;
}

}  // namespace

std::string command_line(const Results& results) {
  std::string command = "belong run " + quoted(results.experiment + ".toml");
  bool seed = false;
  for (const std::string& assignment : results.assignments) {
    command += " --set " + quoted(assignment);
    seed = seed || assignment.starts_with("experiment.seed");
  }
  if (!seed) command += fmt::format(" --set experiment.seed={}", results.seed);
  return command;
}

json report_data(const Results& results, const SmallCells& cells) {
  json data{{"title", results.title},
            {"experiment", results.experiment},
            {"version", results.version},
            {"seed", fmt::format("{}", results.seed)},
            {"fingerprint", results.fingerprint},
            {"command", command_line(results)},
            {"replicates", results.replicates},
            {"schools", results.schools},
            {"students", results.students},
            {"days", results.days},
            {"headline", headline(results, cells)},
            {"answers", answer_list(results, cells)},
            {"interval_note", interval_note(results)},
            {"small_cell", cells.limit},
            {"small_cell_note", small_cell_note(results, cells)},
            {"scenarios", scenarios(results)},
            {"programs", programs(results)},
            {"stories", cells.hidden.front() ? json::array() : story_list(results)},
            {"groups", groups(results, cells)},
            {"environment", environment_list(results, cells)},
            {"parameters", parameters(results)}};
  json dimensions = json::array(), outcomes = json::array(), curves = json::array();
  json gaps = json::array(), effects = json::array(), changes = json::array();
  for (const Dimension& d : results.dimensions) {
    dimensions.push_back({{"key", d.key}, {"label", d.label}});
  }
  const auto drawn = named_outcomes(results, kDrawnByGroup);
  auto all = named_outcomes(results, kMain);
  const std::size_t main = all.size();
  for (const Outcome& outcome : results.outcomes) {
    if (!among(all, outcome)) all.push_back(&outcome);
  }
  if (results.points > 0) {
    data["point"] = fmt::format("Point {} of {} of the design: {}.", results.point + 1,
                                results.points, results.at);
  }
  if (cells.hidden.front()) {
    all.clear();
  } else {
    data["side_by_side"] = side_by_side(results);
  }
  for (std::size_t k = 0; k < all.size(); ++k) {
    outcomes.push_back(outcome_json(results, *all[k], k < main));
    add_curves(results, cells, *all[k], among(drawn, *all[k]), curves, gaps);
    add_effects(results, cells, *all[k], effects);
    if (among(drawn, *all[k])) add_gap_changes(results, cells, *all[k], changes);
  }
  data["dimensions"] = std::move(dimensions);
  data["outcomes"] = std::move(outcomes);
  data["curves"] = std::move(curves);
  data["gaps"] = std::move(gaps);
  data["gap_changes"] = std::move(changes);
  data["effects"] = std::move(effects);
  return data;
}

}  // namespace analysis
