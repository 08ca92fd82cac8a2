#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/evidence_page.h"
#include "cli/level.h"
#include "cli/progress.h"
#include "cli/verdict.h"
#include "cli/version.h"
#include "sim/run/config_error.h"
#include "sim/run/run_error.h"
#include "sim/run/thread_limit.h"

namespace cli {
namespace {

struct Size {
  std::uint32_t schools, seeds;
};
constexpr Size kFast{12, 2}, kFull{80, 20};

void print(const PatternResult& result) {
  const Pattern& p = *result.pattern;
  fmt::print("\n{}  {}  [{}]\n", p.id, p.title, name(result.verdict));
  for (std::size_t k = 0; k < p.claims.size(); ++k) {
    const Claim& claim = p.claims[k];
    const ClaimResult& one = result.claims[k];
    fmt::print("    {:<52} {:>9.3f} +-{:<7.3f} {:<16} {}\n", claim.what, one.estimate.value,
               one.estimate.half_width, band(claim), name(one.verdict));
  }
}

nlohmann::ordered_json number(double x) {
  return std::isfinite(x) ? nlohmann::ordered_json(x) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json as_json(const PatternResult& result) {
  const Pattern& p = *result.pattern;
  nlohmann::ordered_json claims = nlohmann::ordered_json::array();
  for (std::size_t k = 0; k < p.claims.size(); ++k) {
    const Claim& claim = p.claims[k];
    const ClaimResult& one = result.claims[k];
    claims.push_back({{"what", claim.what},
                      {"value", number(one.estimate.value)},
                      {"half_width", number(one.estimate.half_width)},
                      {"low", number(claim.low)},
                      {"high", number(claim.high)},
                      {"unit", claim.unit},
                      {"verdict", name(one.verdict)}});
  }
  return {{"id", p.id},           {"title", p.title},
          {"finding", p.finding}, {"source", p.source},
          {"status", p.status},   {"evidence", p.evidence},
          {"setting", p.setting}, {"note", p.note},
          {"claims", claims},     {"verdict", name(result.verdict)}};
}

void write(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) throw sim::RunError(fmt::format("{}: can't be written", path));
}

}  // namespace

int validate_command(const ValidateOptions& options) {
  const models::Model& model = choose_level("");
  const Instruments instruments = read_instruments(options.folder + "/../instruments");
  const auto settings =
      read_patterns(options.folder, options.ids, instruments, options.assignments);
  const Size size = options.full ? kFull : kFast;
  MeasureOptions how;
  how.schools = options.schools != 0 ? options.schools : size.schools;
  how.seeds = options.seeds != 0 ? options.seeds : size.seeds;
  how.threads = options.threads;
  const sim::ThreadLimit limit(options.threads);

  fmt::print("Holding the model against the evidence: {} schools, {} seeds\n", how.schools,
             how.seeds);
  std::vector<PatternResult> results;
  for (const Setting& setting : settings) {
    Progress progress(setting.experiment->name, 0);
    how.progress = [&](std::size_t done, std::size_t all) { progress.update(done, all); };
    const SettingSums sums = measure(setting, instruments, model, how);
    for (std::size_t p = 0; p < setting.patterns.size(); ++p) {
      results.push_back(judge(setting.patterns[p], sums[p]));
    }
  }
  std::sort(results.begin(), results.end(),
            [](const auto& a, const auto& b) { return a.pattern->id < b.pattern->id; });
  std::array<std::size_t, 3> counts{};
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const PatternResult& result : results) {
    print(result);
    ++counts[static_cast<std::size_t>(result.verdict)];
    all.push_back(as_json(result));
  }
  fmt::print("\n{} passed, {} fall short, {} undetermined, of {} patterns\n", counts[0], counts[1],
             counts[2], results.size());
  if (!options.json.empty()) {
    const nlohmann::ordered_json file{{"version", std::string(version())},
                                      {"schools", how.schools},
                                      {"seeds", how.seeds},
                                      {"patterns", all}};
    write(options.json, file.dump(2) + "\n");
  }
  if (!options.markdown.empty()) {
    write(options.markdown, evidence_page(results, how.schools, how.seeds));
  }
  return counts[1] == 0 ? 0 : 1;
}

}  // namespace cli
