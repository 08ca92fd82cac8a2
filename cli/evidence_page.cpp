#include "cli/evidence_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/parameter_key.h"
#include "cli/version.h"
#include "sim/run/number_text.h"

namespace cli {
namespace {

constexpr const char* kHead = R"(# The model against the evidence

*Made by `belong validate --full{} --markdown docs/evidence.md`, version {}: {} schools drawn from each setting's profile, {} runs of each school, one set of default parameters for all patterns; what a setting changes of them stands [below](#the-settings). Do not edit: change the patterns in `configs/evidence/` and run it again.*

**{} passed, {} fall short, {} undetermined, of {} patterns.**

A pattern passes when the estimate lies in the band and the half-width of its 95 % interval (jackknife over schools) is at most a quarter of the band; with one edge, when the whole interval is on its right side. It falls short when the whole interval misses the band. Bands are the published range or interval; where a published size was never replicated or is known from memory, the band is wide and the status says so. Defaults were set so that these patterns hold together: they are what the model was fitted to, not a test on data it has not seen. Other sets of parameters would fit as well. Ids such as E2.6, in the files of the patterns, are explained in [findings.md](findings.md).

)";

/// Of those that values were set by, or of those held out.
std::size_t count(const std::vector<PatternResult>& results, bool held_out, Verdict verdict) {
  return static_cast<std::size_t>(std::count_if(results.begin(), results.end(), [&](const auto& r) {
    return r.pattern->held_out == held_out && r.verdict == verdict;
  }));
}

std::string rows(const std::vector<PatternResult>& results, const Beside& beside, bool held_out) {
  std::string text;
  for (std::size_t r = 0; r < results.size(); ++r) {
    const Pattern& p = *results[r].pattern;
    if (p.held_out != held_out) continue;
    for (std::size_t k = 0; k < p.claims.size(); ++k) {
      const ClaimResult& one = results[r].claims[k];
      text += fmt::format("| {} | {} | {:.3f} | {:.3f} | {} | {} |", k == 0 ? p.id : "",
                          p.claims[k].what, one.estimate.value, one.estimate.half_width,
                          band(p.claims[k]), name(one.verdict));
      if (!beside.results.empty()) {
        const ClaimResult& other = beside.results[r].claims[k];
        text += fmt::format(" {:.3f} | {} |", other.estimate.value, name(other.verdict));
      }
      text += "\n";
    }
  }
  return text;
}

std::string table_head(const Beside& beside) {
  const bool two = !beside.results.empty();
  return fmt::format(
      "| id | claim | measured | +- | band | verdict |{}\n|---|---|---|---|---|---|{}\n",
      two ? " benchmark | its verdict |" : "", two ? "---|---|" : "");
}

constexpr const char* kBeside = R"(
## What needs the loops

The column *benchmark* is the model with its feedback loops cut and nothing else changed but constants that take up what the cut terms gave on average ({}; `{}`). What it meets too needs no loop. **Claims that the model passes and the benchmark misses: {}.** At the same size, one benchmark says no more than that: another without loops might do better.

)";

/// "`learning.mark_base` 1.9 (2.72)" for all that a setting's own files change.
std::string own_values(const models::Parameters& own, const models::Parameters& from) {
  std::vector<std::string> changed;
  for (const std::string& key : parameter_keys()) {
    const auto here = find_parameter(key, own), before = find_parameter(key, from);
    if (here->value == before->value) continue;
    changed.push_back(
        fmt::format("`{}` {} ({})", key, sim::value_text(*here), sim::value_text(*before)));
  }
  return fmt::format("{}", fmt::join(changed, ", "));
}

constexpr const char* kSettings = R"(
## The settings

A setting is a school and what is done in it. Most take the defaults as they are. Where one does not, this is what its files change, with the default in brackets; a calibration leaves these values as they are.

| setting | school | its own parameters |
|---|---|---|
)";

std::string settings_table(const std::vector<Setting>& settings) {
  std::string text;
  for (const Setting& setting : settings) {
    const Experiment& e = *setting.experiment;
    std::string own = own_values(e.parameters, models::Parameters{});
    for (const ScenarioSpec& scenario : e.scenarios) {
      const std::string more = own_values(scenario.scenario.parameters, e.parameters);
      if (more.empty()) continue;
      own += fmt::format("{}scenario \"{}\": {}", own.empty() ? "" : "; ", scenario.title, more);
    }
    text += fmt::format("| {} | {} | {} |\n", e.title, e.schools.title, own.empty() ? "none" : own);
  }
  return text;
}

constexpr const char* kHeldOut = R"(
## Held out

Findings that no value was set by: **{} passed, {} fall short, {} undetermined.** They say how far the mechanisms carry beyond what they were fitted to. Where a size was published once, the band reaches from the published size to none.

)";

}  // namespace

std::string band(const Claim& claim) {
  if (claim.low == claim.high) return fmt::format("exactly {:g}", claim.low);
  if (std::isinf(claim.low)) return fmt::format("at most {:g}", claim.high);
  if (std::isinf(claim.high)) return fmt::format("at least {:g}", claim.low);
  return fmt::format("{:g} to {:g}", claim.low, claim.high);
}

std::vector<std::string> claims_missed(const std::vector<PatternResult>& results,
                                       const std::vector<PatternResult>& beside) {
  std::vector<std::string> claims;
  for (std::size_t r = 0; r < results.size(); ++r) {
    for (std::size_t k = 0; k < results[r].claims.size(); ++k) {
      if (results[r].claims[k].verdict != Verdict::passed) continue;
      if (beside[r].claims[k].verdict != Verdict::falls_short) continue;
      claims.push_back(fmt::format("{}.{} {}", results[r].pattern->id, k + 1,
                                   results[r].pattern->claims[k].what));
    }
  }
  return claims;
}

std::string evidence_page(const std::vector<PatternResult>& results,
                          const std::vector<Setting>& settings, const MeasureOptions& size,
                          const Beside& beside) {
  const auto counted = [&](Verdict verdict) { return count(results, false, verdict); };
  const auto held = [&](Verdict verdict) { return count(results, true, verdict); };
  const std::size_t passed = counted(Verdict::passed), short_of = counted(Verdict::falls_short),
                    unknown = counted(Verdict::undetermined);
  const std::string other = beside.results.empty() ? "" : " --beside " + beside.path;
  std::string page = fmt::format(kHead, other, version(), size.schools, size.seeds, passed,
                                 short_of, unknown, passed + short_of + unknown);
  page += table_head(beside) + rows(results, beside, false);
  if (passed + short_of + unknown < results.size()) {
    page += fmt::format(kHeldOut, held(Verdict::passed), held(Verdict::falls_short),
                        held(Verdict::undetermined));
    page += table_head(beside) + rows(results, beside, true);
  }
  if (!beside.results.empty()) {
    const auto missed = claims_missed(results, beside.results);
    page += fmt::format(kBeside, beside.title, beside.path,
                        missed.empty() ? "none" : fmt::format("{}", fmt::join(missed, "; ")));
  }
  page += kSettings + settings_table(settings);
  page += "\n## The findings\n";
  for (const PatternResult& result : results) {
    const Pattern& p = *result.pattern;
    page += fmt::format("\n**{} {}.** {}. *{}; status: {}.*", p.id, p.title, p.finding, p.source,
                        p.status);
    if (!p.note.empty()) page += fmt::format(" {}", p.note);
    page += "\n";
  }
  return page;
}

}  // namespace cli
