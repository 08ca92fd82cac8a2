#pragma once
// The design of a study: which settings of an experiment vary, and at which points.

#include <optional>
#include <string>
#include <vector>

#include "analysis/design.h"
#include "sim/run/config.h"

namespace cli {

enum class Method { points, factorial, latin_hypercube, sobol, saltelli, morris };
inline constexpr std::array<std::string_view, 6> kMethods{"points", "factorial", "latin_hypercube",
                                                          "sobol",  "saltelli",  "morris"};

/// One setting that varies: between two ends, or over a list of values.
struct Factor {
  std::string key;   ///< as in --set: "parameters.appraisal.lens"
  std::string name;  ///< of its column in the results
  double low = 0, high = 1;
  std::vector<double> values;  ///< not empty: one of these
  bool whole = false;

  /// The value at u in [0, 1].
  double at(double u) const;
};

struct Design {
  Method method = Method::points;
  std::vector<Factor> factors;
  analysis::Points unit;                    ///< [point][factor] in [0, 1]; none with Method::points
  std::vector<std::vector<double>> values;  ///< [point][factor]
  std::uint64_t seed = 1;
  std::size_t base = 0;  ///< rows of saltelli, trajectories of morris; else the points

  std::size_t points() const { return values.size(); }
  /// What --set would say at a point.
  std::vector<std::string> assignments(std::size_t point) const;
};

inline constexpr std::size_t kMaxPoints = 100000;

/// [design]; relative files are looked for in `folder`. Throws sim::ConfigError.
Design read_design(const sim::Table& table, const std::string& folder);

}  // namespace cli
