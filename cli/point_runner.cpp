#include "cli/point_runner.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/verdict.h"

namespace cli {

std::vector<ClaimPlace> claims_of(const Calibration& calibration) {
  std::vector<ClaimPlace> claims;
  for (std::size_t s = 0; s < calibration.settings.size(); ++s) {
    const auto& patterns = calibration.settings[s].patterns;
    for (std::size_t p = 0; p < patterns.size(); ++p) {
      for (std::size_t k = 0; k < patterns[p].claims.size(); ++k) {
        claims.push_back({s, p, k, &patterns[p], fmt::format("{}.{}", patterns[p].id, k + 1)});
      }
    }
  }
  std::stable_sort(claims.begin(), claims.end(),
                   [](const auto& a, const auto& b) { return a.from->id < b.from->id; });
  return claims;
}

std::vector<analysis::Estimate> PointRunner::run(const std::vector<double>& values) const {
  MeasureOptions how;
  how.schools = schools != 0 ? schools : calibration.schools;
  how.seeds = seeds != 0 ? seeds : calibration.seeds;
  how.threads = threads;
  how.stop = stop;
  std::vector<std::vector<PatternResult>> results;
  for (std::size_t s = 0; s < calibration.settings.size(); ++s) {
    const auto& fixed = calibration.fixed[s];
    std::vector<std::string> assignments = calibration.assignments;
    for (std::size_t k = 0; k < values.size(); ++k) {
      const std::string& key = calibration.priors[k].key;
      if (std::find(fixed.begin(), fixed.end(), key) != fixed.end()) continue;
      assignments.push_back(fmt::format("parameters.{}={:.6g}", key, values[k]));
    }
    Setting setting = calibration.settings[s];
    setting.experiment = std::make_shared<Experiment>(
        read_experiment(calibration.settings[s].experiment->path, assignments));
    const SettingSums sums = measure(setting, calibration.instruments, model, how);
    results.emplace_back();
    for (std::size_t p = 0; p < setting.patterns.size(); ++p) {
      results.back().push_back(judge(setting.patterns[p], sums[p],
                                     check_values(setting.patterns[p], setting, model, how)));
    }
  }
  std::vector<analysis::Estimate> estimates;
  estimates.reserve(claims.size());
  for (const ClaimPlace& at : claims) {
    estimates.push_back(results[at.setting][at.pattern].claims[at.claim].estimate);
  }
  return estimates;
}

}  // namespace cli
