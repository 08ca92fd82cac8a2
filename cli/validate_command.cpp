#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/commands.h"
#include "cli/evidence_page.h"
#include "cli/level.h"
#include "cli/output_path.h"
#include "cli/progress.h"
#include "cli/stops.h"
#include "cli/verdict.h"
#include "cli/version.h"
#include "sim/run/config_error.h"
#include "sim/run/thread_limit.h"
#include "sim/run/whole_file.h"

namespace cli {
namespace {

struct Size {
  std::uint32_t schools, seeds;
};
constexpr Size kFast{12, 2}, kFull{80, 20};

/// A benchmark: the model with some values set otherwise.
struct Benchmark {
  std::string title;
  std::vector<std::string> assignments;
};

Benchmark read_benchmark(const std::string& path) {
  const auto document = sim::Document::read(path);
  const sim::Table about = document.root().table("benchmark");
  about.text("name");
  Benchmark benchmark{about.text("title"), about.texts("set")};
  document.root().done();
  return benchmark;
}

/// `beside` is what a benchmark gives for the same pattern, or null.
void print(const PatternResult& result, const PatternResult* beside) {
  const Pattern& p = *result.pattern;
  fmt::print("\n{}  {}  [{}]\n", p.id, p.title, name(result.verdict));
  for (std::size_t k = 0; k < p.claims.size(); ++k) {
    const Claim& claim = p.claims[k];
    const ClaimResult& one = result.claims[k];
    fmt::print("    {:<52} {:>9.3f} +-{:<7.3f} {:<16} {}\n", claim.what, one.estimate.value,
               one.estimate.half_width, band(claim), name(one.verdict));
    if (beside == nullptr) continue;
    const ClaimResult& other = beside->claims[k];
    fmt::print("    {:<52} {:>9.3f} +-{:<7.3f} {:<16} {}\n", "    benchmark", other.estimate.value,
               other.estimate.half_width, "", name(other.verdict));
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
  return {{"id", p.id},
          {"title", p.title},
          {"finding", p.finding},
          {"source", p.source},
          {"status", p.status},
          {"evidence", p.evidence},
          {"setting", p.setting},
          {"note", p.note},
          {"held_out", p.held_out},
          {"claims", claims},
          {"verdict", name(result.verdict)}};
}

/// All patterns, by id. `settings` outlives the results.
std::vector<PatternResult> measure_all(const std::vector<Setting>& settings,
                                       const Instruments& instruments, const models::Model& model,
                                       MeasureOptions how) {
  std::vector<PatternResult> results;
  for (const Setting& setting : settings) {
    Progress progress(setting.experiment->name, 0);
    how.progress = [&](std::size_t done, std::size_t all) { progress.update(done, all); };
    const SettingSums sums = measure(setting, instruments, model, how);
    for (std::size_t p = 0; p < setting.patterns.size(); ++p) {
      const Pattern& pattern = setting.patterns[p];
      results.push_back(judge(pattern, sums[p], check_values(pattern, setting, model, how)));
    }
  }
  std::sort(results.begin(), results.end(),
            [](const auto& a, const auto& b) { return a.pattern->id < b.pattern->id; });
  return results;
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
  how.stop = stop_asked;
  const sim::ThreadLimit limit(options.threads);
  check_not_an_inputs_name("--json", options.json, "what was found is JSON there");
  check_not_an_inputs_name("--markdown", options.markdown, "what was found is Markdown there");
  check_apart({{"--json", options.json}, {"--markdown", options.markdown}});
  std::optional<sim::WholeFile> json, markdown;
  if (!options.json.empty()) json.emplace(options.json);
  if (!options.markdown.empty()) markdown.emplace(options.markdown);

  fmt::print("Holding the model against the evidence: {} schools, {} seeds\n", how.schools,
             how.seeds);
  listen_for_stops();
  const std::vector<PatternResult> results = measure_all(settings, instruments, model, how);
  std::vector<Setting> other_settings;
  std::vector<PatternResult> beside;
  Benchmark benchmark;
  if (!options.beside.empty()) {
    benchmark = read_benchmark(options.beside);
    std::vector<std::string> changed = options.assignments;
    changed.insert(changed.end(), benchmark.assignments.begin(), benchmark.assignments.end());
    other_settings = read_patterns(options.folder, options.ids, instruments, changed);
    beside = measure_all(other_settings, instruments, model, how);
  }
  std::array<std::size_t, 3> counts{}, held{};
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (std::size_t k = 0; k < results.size(); ++k) {
    print(results[k], beside.empty() ? nullptr : &beside[k]);
    ++(results[k].pattern->held_out ? held : counts)[static_cast<std::size_t>(results[k].verdict)];
    all.push_back(as_json(results[k]));
    if (!beside.empty()) all.back()["benchmark"] = as_json(beside[k])["claims"];
  }
  fmt::print("\n{} passed, {} fall short, {} undetermined, of {} patterns\n", counts[0], counts[1],
             counts[2], counts[0] + counts[1] + counts[2]);
  if (held[0] + held[1] + held[2] > 0) {
    fmt::print("Held out, not used to set any value: {} passed, {} fall short, {} undetermined\n",
               held[0], held[1], held[2]);
  }
  if (!beside.empty()) {
    const auto missed = claims_missed(results, beside);
    fmt::print("{}: claims that it misses and the model passes:{}\n", benchmark.title,
               missed.empty() ? " none" : "");
    for (const std::string& claim : missed) fmt::print("  {}\n", claim);
  }
  if (json) {
    const nlohmann::ordered_json file{{"version", std::string(version())},
                                      {"schools", how.schools},
                                      {"seeds", how.seeds},
                                      {"patterns", all}};
    json->write(file.dump(2) + "\n");
    json->finish();
  }
  if (markdown) {
    markdown->write(
        evidence_page(results, settings, how, {benchmark.title, options.beside, beside}));
    markdown->finish();
  }
  return counts[1] == 0 ? 0 : 1;  // what is held out says how far to trust, not what is wrong
}

}  // namespace cli
