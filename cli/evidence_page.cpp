#include "cli/evidence_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/version.h"

namespace cli {
namespace {

constexpr const char* kHead = R"(# The model against the evidence

*Made by `belong validate --full --markdown docs/evidence.md`, version {}: {} schools drawn from each setting's profile, {} runs of each school, one set of parameters for all patterns. Do not edit: change the patterns in `configs/evidence/` and run it again.*

**{} passed, {} fall short, {} undetermined, of {} patterns.**

A pattern passes when the estimate lies in the band and the half-width of its 95 % interval (jackknife over schools) is at most a quarter of the band; with one edge, when the whole interval is on its right side. It falls short when the whole interval misses the band. Bands are the published range or interval; where a published size was never replicated or is known from memory, the band is wide and the status says so. Defaults were set so that these patterns hold together: they are what the model was fitted to, not a test on data it has not seen. Other sets of parameters would fit as well. Ids such as E2.6, in the files of the patterns, are explained in [findings.md](findings.md).

)";

/// Of those that values were set by, or of those held out.
std::size_t count(const std::vector<PatternResult>& results, bool held_out, Verdict verdict) {
  return static_cast<std::size_t>(std::count_if(results.begin(), results.end(), [&](const auto& r) {
    return r.pattern->held_out == held_out && r.verdict == verdict;
  }));
}

std::string rows(const std::vector<PatternResult>& results, bool held_out) {
  std::string text;
  for (const PatternResult& result : results) {
    const Pattern& p = *result.pattern;
    if (p.held_out != held_out) continue;
    for (std::size_t k = 0; k < p.claims.size(); ++k) {
      const ClaimResult& one = result.claims[k];
      text += fmt::format("| {} | {} | {:.3f} | {:.3f} | {} | {} |\n", k == 0 ? p.id : "",
                          p.claims[k].what, one.estimate.value, one.estimate.half_width,
                          band(p.claims[k]), name(one.verdict));
    }
  }
  return text;
}

constexpr const char* kTable = R"(| id | claim | measured | +- | band | verdict |
|---|---|---|---|---|---|
)";

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

std::string evidence_page(const std::vector<PatternResult>& results, std::uint32_t schools,
                          std::uint32_t seeds) {
  const auto counted = [&](Verdict verdict) { return count(results, false, verdict); };
  const auto held = [&](Verdict verdict) { return count(results, true, verdict); };
  const std::size_t passed = counted(Verdict::passed), short_of = counted(Verdict::falls_short),
                    unknown = counted(Verdict::undetermined);
  std::string page = fmt::format(kHead, version(), schools, seeds, passed, short_of, unknown,
                                 passed + short_of + unknown);
  page += kTable + rows(results, false);
  if (passed + short_of + unknown < results.size()) {
    page += fmt::format(kHeldOut, held(Verdict::passed), held(Verdict::falls_short),
                        held(Verdict::undetermined));
    page += kTable + rows(results, true);
  }
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
