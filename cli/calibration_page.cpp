#include "cli/calibration_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <nlohmann/json.hpp>
#include <numeric>

#include "cli/evidence_page.h"
#include "cli/version.h"
#include "sim/run/number_text.h"

namespace cli {
namespace {

constexpr const char* kHead = R"(# What the evidence leaves open

*Made by `belong calibrate {} --markdown docs/calibration.md`, version {}. Do not edit: change the configuration and run it again.*

**{} points were run: the defaults, {} waves of {} and {} candidates, each in {} schools of every setting, {} {} a school. {} The largest implausibility of the defaults is {:.2f}, by {}.**

The patterns in [evidence.md](evidence.md) do not fix the parameters: many sets give what the studies found. Fitting one set hides that. So the question is turned round: which sets can be *ruled out*? (History matching: Craig et al. 1997; Vernon, Goldstein & Bower 2010; Andrianakis et al. 2015.)

1. **A wave.** Points are spread evenly (Sobol) over the prior ranges below, and every pattern is measured at every point.
2. **Emulators.** For each claim, a quadratic in the parameters that matter for it, plus a smooth residual, guesses what the model would give where it was not run, and how far off the guess may be. Each run is left out in turn and guessed by the others: R² and the share within three standard deviations are below. An emulator that misses more than one in twenty (rounded up) is not used.
3. **Implausibility** is the distance of a claim's value from the middle of its band, over the root of three variances added up: of the emulator's guess, of chance in so few schools (the larger of the run's own and the median over runs), and of the finding. The band's half-width counts as two standard deviations of the finding, so that the band's edge is at 2, and at 3 a value lies half a half-width outside. Of a claim with one edge only the wrong side counts, and its edge is taken as exact.
4. **Ruled out** is a point whose largest implausibility over all claims exceeds {:g}; in the first {} the second largest decides, while emulators are coarse.
5. **The next wave** is spread evenly over what is left, and has emulators of its own. After the last wave, candidates from what is left are run. Kept are those points, the defaults among them, whose own implausibility, measured and not emulated, is at most {:g} for every claim.{}

What is kept is a sample of what the evidence does not rule out. It is no probability: no vector in it is likelier than another, and the prior ranges are judgements. `belong run` carries it: replicates take its vectors in turn, and intervals then cover what is not known about these parameters. All other parameters stay at their defaults, a value that a setting of the evidence sets itself stays as it is there, and the shape of the equations is not in question here.

## The space

| after wave | of the prior space not ruled out | next points found by |
|---|---|---|
)";

constexpr const char* kConfirmed =
    " In few schools chance hides much, so what is kept is run again in {} schools, {} {} each, "
    "and "
    "is kept only if no claim rules it out there either.";

/// How many points are kept, and whether the defaults are.
std::string kept_in_words(const Calibration& c, const Calibrated& found) {
  const bool defaults = !found.set.empty() && found.set.front() == 0;
  std::string text = fmt::format("{} of them are kept", found.before_confirming);
  if (c.confirm_schools != 0) {
    text += fmt::format("; run again in {} schools, {} {} each, {} are left", c.confirm_schools,
                        c.confirm_seeds, c.confirm_seeds == 1 ? "run" : "runs", found.set.size());
  }
  return text + ": sets of parameters that no claim rules out. The defaults are " +
         (defaults ? "one of them." : "not one of them.");
}

double median(std::vector<double> all) {
  if (all.empty()) return std::nan("");
  std::sort(all.begin(), all.end());
  return all[all.size() / 2];
}

std::string priors_table(const Calibration& c, const Calibrated& found) {
  std::string table =
      "| parameter | default | prior range | range of the set | median | share of the range left | "
      "where the prior comes from |\n|---|---|---|---|---|---|---|\n";
  for (std::size_t k = 0; k < c.priors.size(); ++k) {
    const Prior& prior = c.priors[k];
    std::vector<double> values;
    for (const std::size_t run : found.set) values.push_back(found.runs[run].values[k]);
    const Remaining left = remaining(c, found, k);
    const std::string after = values.empty()
                                  ? "none | | "
                                  : fmt::format("{:.4g} to {:.4g} | {:.4g} | {:.0f} %", left.low,
                                                left.high, median(values), 100 * left.share);
    table += fmt::format("| `{}` | {} | {:g} to {:g} | {} | {} |\n", prior.key,
                         sim::value_text(prior.row), prior.low, prior.high, after, prior.note);
  }
  return table;
}

std::string claims_table(const Calibration& c, const Calibrated& found,
                         const std::vector<ClaimPlace>& claims) {
  std::string table = "| claim | band | rules out alone |";
  for (std::size_t wave = 1; wave <= found.waves.size(); ++wave) {
    table += fmt::format(" R², wave {} | within 3 sd |", wave);
  }
  table += "\n|---|---|---|";
  for (std::size_t wave = 0; wave < found.waves.size(); ++wave) table += "---|---|";
  table += "\n";
  for (const std::size_t k : strongest_first(c, found, claims.size())) {
    table += fmt::format("| {} {} | {} | {:.0f} % |", claims[k].key, claims[k].about().what,
                         band(claims[k].about()), 100 * ruled_out_alone(c, found, k));
    for (const WaveReport& wave : found.waves) {
      const EmulatorCheck& check = wave.checks[k];
      if (check.points == 0) {
        table += " none | |";
        continue;
      }
      table += fmt::format(" {:.2f} | {:.0f} %{} |", check.held_out.r_squared,
                           100 * check.held_out.within, check.used ? "" : ", not used");
    }
    table += "\n";
  }
  return table;
}

}  // namespace

Remaining remaining(const Calibration& c, const Calibrated& found, std::size_t prior) {
  if (found.set.empty()) return {std::nan(""), std::nan(""), 0};
  Remaining left{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
                 0};
  for (const std::size_t run : found.set) {
    left.low = std::min(left.low, found.runs[run].values[prior]);
    left.high = std::max(left.high, found.runs[run].values[prior]);
  }
  left.share = (left.high - left.low) / (c.priors[prior].high - c.priors[prior].low);
  return left;
}

double ruled_out_alone(const Calibration& c, const Calibrated& found, std::size_t claim) {
  std::size_t all = 0, out = 0;
  for (std::size_t run = 0; run < found.runs.size(); ++run) {
    if (found.runs[run].stage != 1) continue;
    ++all;
    out += found.implausibilities[run][claim] > c.cut_off ? 1 : 0;
  }
  return all == 0 ? 0 : static_cast<double>(out) / static_cast<double>(all);
}

std::vector<std::size_t> strongest_first(const Calibration& c, const Calibrated& found,
                                         std::size_t claims) {
  std::vector<std::size_t> order(claims);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return ruled_out_alone(c, found, a) > ruled_out_alone(c, found, b);
  });
  return order;
}

std::string space_left(const WaveReport& wave) {
  const auto all = static_cast<double>(wave.tried);
  if (wave.not_ruled_out == 0) {
    return fmt::format("under {:.2g} % (none of {})", 100 / all, wave.tried);
  }
  return fmt::format("{:.2g} % ({} of {})", 100 * static_cast<double>(wave.not_ruled_out) / all,
                     wave.not_ruled_out, wave.tried);
}

std::string vectors_csv(const Calibration& c, const Calibrated& found) {
  std::string text = fmt::format(
      "# Vectors of parameters that the evidence does not rule out. Made by belong calibrate {},\n"
      "# version {}: {} points run in {} schools of every setting, {} seed(s) each; {} kept, "
      "whose\n"
      "# largest implausibility is at most {:g}{}. Waves {}, seed {}, inputs {}.\n",
      std::filesystem::path(c.path).filename().string(), version(), found.runs.size(), c.schools,
      c.seeds, found.set.size(), c.cut_off,
      c.confirm_schools == 0 ? ""
                             : fmt::format(", there and again in {} schools, {} seed(s) each",
                                           c.confirm_schools, c.confirm_seeds),
      c.waves, c.seed, inputs_hash(c));
  for (const std::string& one : c.assignments) text += "# --set " + one + "\n";
  for (const Prior& prior : c.priors) text += prior.key + ",";
  text += std::string(kImplausibility) + "\n";
  for (const std::size_t run : found.set) {
    text += fmt::format("{},{:.4g}\n", point_text(found.runs[run].values), found.largest(run));
  }
  return text;
}

std::string calibration_page(const Calibration& c, const Calibrated& found,
                             const std::vector<ClaimPlace>& claims) {
  const std::string waves = c.forgiving == 1 ? "wave" : fmt::format("{} waves", c.forgiving);
  std::string page = fmt::format(
      kHead, c.path, version(), found.runs.size(), c.waves, c.points, c.candidates, c.schools,
      c.seeds, c.seeds == 1 ? "run" : "runs", kept_in_words(c, found), found.largest(0),
      claims[found.worst_claim(0)].key, c.cut_off, waves, c.cut_off,
      c.confirm_schools == 0 ? ""
                             : fmt::format(kConfirmed, c.confirm_schools, c.confirm_seeds,
                                           c.confirm_seeds == 1 ? "run" : "runs"));
  for (std::size_t wave = 0; wave < found.waves.size(); ++wave) {
    page += fmt::format("| {} | {} | {} |\n", wave + 1, space_left(found.waves[wave]),
                        found.waves[wave].walked ? "walks" : "rejection");
  }
  page += "\n## The parameters\n\n" + priors_table(c, found);
  page += fmt::format(
      "\nOne range at a time says little of what was learned: parameters trade off against one "
      "another, and the set keeps that.\n\n## The claims\n\n*Rules out alone*: share of the first "
      "wave's points, spread over the prior ranges, whose measured value is implausible by this "
      "claim. R²: how well the emulator foretells runs that it has not seen.\n\n{}",
      claims_table(c, found, claims));
  return page;
}

nlohmann::ordered_json calibration_json(const Calibration& c, const Calibrated& found,
                                        const std::vector<ClaimPlace>& claims) {
  using nlohmann::ordered_json;
  ordered_json parameters = ordered_json::array(), of_claims = ordered_json::array();
  ordered_json waves = ordered_json::array(), vectors = ordered_json::array();
  for (std::size_t k = 0; k < c.priors.size(); ++k) {
    const Remaining left = remaining(c, found, k);
    ordered_json one{{"key", c.priors[k].key},
                     {"default", sim::as_written(c.priors[k].row.value)},
                     {"low", c.priors[k].low},
                     {"high", c.priors[k].high},
                     {"note", c.priors[k].note}};
    if (!found.set.empty()) one["left"] = {left.low, left.high};
    one["share_left"] = left.share;
    parameters.push_back(one);
  }
  for (std::size_t k = 0; k < claims.size(); ++k) {
    ordered_json checks = ordered_json::array();
    for (const WaveReport& wave : found.waves) {
      ordered_json active = ordered_json::array();
      for (const int x : wave.checks[k].active) {
        active.push_back(c.priors[static_cast<std::size_t>(x)].key);
      }
      checks.push_back({{"points", wave.checks[k].points},
                        {"r_squared", wave.checks[k].held_out.r_squared},
                        {"within", wave.checks[k].held_out.within},
                        {"used", wave.checks[k].used},
                        {"active", active}});
    }
    of_claims.push_back({{"claim", claims[k].key},
                         {"what", claims[k].about().what},
                         {"rules_out_alone", ruled_out_alone(c, found, k)},
                         {"emulators", checks}});
  }
  for (const WaveReport& wave : found.waves) {
    waves.push_back(
        {{"tried", wave.tried}, {"not_ruled_out", wave.not_ruled_out}, {"walked", wave.walked}});
  }
  for (const std::size_t run : found.set) {
    vectors.push_back({{"stage", found.runs[run].stage},
                       {"values", found.runs[run].values},
                       {"implausibility", found.largest(run)}});
  }
  return {{"version", std::string(version())},
          {"configuration", c.path},
          {"schools", c.schools},
          {"seeds", c.seeds},
          {"points_run", found.runs.size()},
          {"cut_off", c.cut_off},
          {"defaults_implausibility", found.largest(0)},
          {"parameters", parameters},
          {"claims", of_claims},
          {"waves", waves},
          {"vectors", vectors}};
}

}  // namespace cli
