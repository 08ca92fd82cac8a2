#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/calibration_page.h"
#include "cli/commands.h"
#include "cli/level.h"
#include "cli/output_path.h"
#include "cli/progress.h"
#include "cli/stops.h"
#include "sim/run/run_error.h"
#include "sim/run/thread_limit.h"
#include "sim/run/whole_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

/// "-o folder" or "-o file.csv", whose folder is made.
fs::path set_path(const std::string& output, const std::string& name) {
  fs::path path = output.empty() ? fs::path("results") / name : fs::path(output);
  if (path.extension() != ".csv") path /= "non_implausible.csv";
  std::error_code ignored;  // a folder that can't be made shows when the file is opened
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), ignored);
  return path;
}

fs::path log_path(const fs::path& set, const char* which) {
  return set.parent_path() / (set.stem().string() + "_" + which + ".csv");
}

void print_wave(std::size_t number, const WaveReport& wave, const std::vector<ClaimPlace>& claims) {
  fmt::print("\nWave {}: emulators, each run left out in turn\n", number);
  fmt::print("  {:<58} {:>6} {:>6} {:>12}\n", "claim", "runs", "R2", "within 3 sd");
  for (std::size_t k = 0; k < claims.size(); ++k) {
    const EmulatorCheck& check = wave.checks[k];
    const std::string what = fmt::format("{} {}", claims[k].key, claims[k].about().what);
    if (check.points == 0) {
      fmt::print("  {:<58.58} too few runs gave a number\n", what);
      continue;
    }
    fmt::print("  {:<58.58} {:>6} {:>6.2f} {:>10.0f} %{}\n", what, check.points,
               check.held_out.r_squared, 100 * check.held_out.within,
               check.used ? "" : "  not used");
  }
  fmt::print("Not ruled out, of the prior space: {}{}\n", space_left(wave),
             wave.walked ? "; the next points are found by walks" : "");
  std::fflush(stdout);
}

void print_found(const Calibration& c, const Calibrated& found,
                 const std::vector<ClaimPlace>& claims) {
  fmt::print(
      "\n{} points run, {} kept: largest implausibility at most {:g} (defaults: {:.2f}, {})\n",
      found.runs.size(), found.set.size(), c.cut_off, found.largest(0),
      claims[found.worst_claim(0)].key);
  fmt::print("\n  {:<36} {:>16} {:>18} {:>6}\n", "parameter", "prior range", "range of the set",
             "left");
  for (std::size_t k = 0; k < c.priors.size(); ++k) {
    const Remaining left = remaining(c, found, k);
    fmt::print("  {:<36} {:>16} {:>18} {:>4.0f} %\n", c.priors[k].key,
               fmt::format("{:g} to {:g}", c.priors[k].low, c.priors[k].high),
               fmt::format("{:.3g} to {:.3g}", left.low, left.high), 100 * left.share);
  }
  const std::vector<std::size_t> order = strongest_first(c, found, claims.size());
  fmt::print("\nClaims that rule out most of the prior space, each alone\n");
  for (std::size_t k = 0; k < std::min<std::size_t>(order.size(), 10); ++k) {
    const ClaimPlace& claim = claims[order[k]];
    fmt::print("  {:>3.0f} %  {} {}\n", 100 * ruled_out_alone(c, found, order[k]), claim.key,
               claim.about().what);
  }
}

}  // namespace

int calibrate_command(const CalibrateOptions& options) {
  const models::Model& model = choose_level("");
  const Calibration c = read_calibration(options.configuration, options.assignments);
  const std::vector<ClaimPlace> claims = claims_of(c);
  const sim::ThreadLimit limit(options.threads);
  check_not_an_inputs_name("--output", options.output, "the set is CSV", ".csv");
  const fs::path set = set_path(options.output, c.name);
  check_not_an_inputs_name("--json", options.json, "what was found is JSON there");
  check_not_an_inputs_name("--markdown", options.markdown, "what was found is Markdown there");
  check_apart(
      {{"--output", set.string()}, {"--json", options.json}, {"--markdown", options.markdown}});
  std::optional<sim::WholeFile> json, markdown;
  if (!options.json.empty()) json.emplace(options.json);
  if (!options.markdown.empty()) markdown.emplace(options.markdown);
  std::vector<std::string> keys, names;
  for (const Prior& prior : c.priors) keys.push_back(prior.key);
  for (const ClaimPlace& claim : claims) names.push_back(claim.key);
  PointLog log(log_path(set, "points").string(), keys, names, inputs_hash(c), options.resume);
  fmt::print(
      "{}: {} parameters, {} claims; {} waves of {} points and {} candidates, each in {} "
      "schools of {} settings, {} seed(s)\n",
      c.title, c.priors.size(), claims.size(), c.waves, c.points, c.candidates, c.schools,
      c.settings.size(), c.seeds);
  if (c.confirm_schools != 0) {
    fmt::print("What is kept is run again in {} schools, {} seed(s)\n", c.confirm_schools,
               c.confirm_seeds);
  }
  if (log.size() > 0) fmt::print("{} points were run before: {}\n", log.size(), log.path());
  std::fflush(stdout);

  listen_for_stops();
  PointRunner runner{c, model, claims, options.threads, stop_asked};
  PointRunner larger = runner;
  larger.schools = c.confirm_schools;
  larger.seeds = c.confirm_seeds;
  Confirmation confirmation;
  std::optional<PointLog> confirmed;
  if (c.confirm_schools != 0) {
    confirmed.emplace(log_path(set, "confirmed").string(), keys, names,
                      fmt::format("{} {} {}", inputs_hash(c), c.confirm_schools, c.confirm_seeds),
                      options.resume);
    confirmation = {&larger, &*confirmed};
  }
  Progress progress(c.name, 0);
  CalibrateHooks hooks;
  hooks.progress = [&](std::size_t done, std::size_t all) { progress.update(done, all); };
  std::size_t wave = 0;
  hooks.wave = [&](const WaveReport& report) { print_wave(++wave, report, claims); };
  Calibrated found;
  try {
    found = calibrate(c, runner, log, hooks, confirmation);
  } catch (const sim::RunError& error) {
    if (!stop_asked()) throw;
    throw sim::RunError(
        fmt::format("stopped; {} finished points are kept in {}: --resume goes on "
                    "from there",
                    log.size(), log.path()));
  }
  print_found(c, found, claims);
  if (json) {
    json->write(calibration_json(c, found, claims).dump(2) + "\n");
    json->finish();
  }
  if (markdown) {
    markdown->write(calibration_page(c, found, claims));
    markdown->finish();
  }
  if (found.set.empty()) {
    throw sim::RunError(
        fmt::format("every point that was run is ruled out; no set was written. "
                    "The runs are in {}",
                    log.path()));
  }
  sim::write_whole(set.string(), vectors_csv(c, found));
  fmt::print("\nSet: {}   all runs: {}\n", set.string(), log.path());
  return 0;
}

}  // namespace cli
