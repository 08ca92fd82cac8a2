#include "cli/page_figures.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/figures.h"
#include "analysis/gaps.h"
#include "analysis/outcome_lists.h"
#include "analysis/run_counts.h"
#include "models/outcomes.h"

namespace cli {
namespace {

using nlohmann::json;

json number(double x) { return std::isfinite(x) ? json(static_cast<float>(x)) : json(nullptr); }

double shortest(double x) {
  const std::string digits = fmt::format("{:.4g}", x);
  double rounded = x;
  std::from_chars(digits.data(), digits.data() + digits.size(), rounded);
  return rounded;
}

/// Four significant digits: a picture shows no more, and a page is as small as it can be.
void round(json& curves) {
  for (json& one : curves) {
    for (const char* key : {"mean", "low", "high"}) {
      for (json& x : one.at(key)) {
        if (x.is_number()) x = shortest(x.get<double>());
      }
    }
  }
}

std::size_t model_number(const std::string& key) {
  std::size_t k = 0;
  while (models::kOutcomeRows[k].key != key) ++k;  // results name outcomes of the model alone
  return k;
}

json pairs_json(const analysis::Results& results, const analysis::Outcome& outcome, std::size_t s,
                std::size_t g, std::optional<std::size_t> reference) {
  const double scale = analysis::figure_style(outcome, 1).scale;
  const analysis::RunCounts pairs =
      analysis::run_counts(reference ? analysis::paired_widths(results, outcome, s, g, *reference)
                                     : analysis::paired_years(results, outcome, s, g));
  json one{{"outcome", outcome.key},
           {"scenario", results.scenarios[s].key},
           {"group", results.groups[g].key},
           {"runs", pairs.runs},
           {"higher", pairs.higher},
           {"lower", pairs.lower},
           {"change", number(scale * pairs.change)},
           {"low", number(scale * pairs.low)},
           {"high", number(scale * pairs.high)}};
  if (reference) one["reference"] = results.groups[*reference].key;
  return one;
}

}  // namespace

void add_page_figures(const analysis::Results& results, const analysis::SmallCells& cells,
                      json& data) {
  for (json& shown : data.at("outcomes")) {
    const auto& outcome = *analysis::find_outcome(results, shown.at("key").get<std::string>());
    const analysis::FigureStyle style = analysis::year_style(results, outcome);
    shown["number"] = model_number(outcome.key);
    shown["ticks"] = outcome.ticks;
    shown["scale"] = style.scale;
    shown["change_unit"] = style.change_unit;
    shown["change_digits"] = style.change_digits;
  }
  json pairs = json::array(), gap_pairs = json::array();
  for (const analysis::Outcome& outcome : results.outcomes) {
    for (std::size_t s = 1; s < results.scenarios.size(); ++s) {
      for (std::size_t g = 0; g < results.groups.size(); ++g) {
        if (cells.hidden.front() || cells.hidden[g]) continue;
        pairs.push_back(pairs_json(results, outcome, s, g, {}));
        const auto reference =
            analysis::reference_group(results, cells, results.groups[g].dimension);
        if (g == 0 || !reference || *reference == g) continue;
        gap_pairs.push_back(pairs_json(results, outcome, s, g, reference));
      }
    }
  }
  for (const char* key : {"curves", "gaps"}) round(data.at(key));
  // The page counts over runs, and makes its own sentences.
  for (const char* key :
       {"effects", "stories", "headline", "answers", "side_by_side", "gap_changes"}) {
    data.erase(key);
  }
  data["pairs"] = std::move(pairs);
  data["gap_pairs"] = std::move(gap_pairs);
}

}  // namespace cli
