#pragma once
// A set of parameter vectors that `belong calibrate` wrote: what the evidence does not rule out.
//
//   # comments
//   engagement.belonging,appraisal.sting,implausibility
//   0.171,0.62,2.31
//
// A column for each parameter that varies, in any order; the column `implausibility` is for
// readers. A vector goes above the experiment's [parameters] and below a scenario's.

#include <string>
#include <vector>

#include "models/parameters.h"

namespace cli {

/// The column that is no parameter.
inline constexpr const char* kImplausibility = "implausibility";

struct ParameterSet {
  std::string path, text;
  std::vector<std::string> keys;            ///< "section.key", one for each column
  std::vector<std::vector<float>> vectors;  ///< at least one; a value for each key
};

/// Throws sim::ConfigError "file:line:column: ..." for a column that is no parameter, a value that
/// is no number or not a legal one, or a file without vectors.
ParameterSet read_parameter_set(const std::string& path);

/// `base` with vector number `vector`.
models::Parameters with_vector(const ParameterSet& set, std::size_t vector,
                               models::Parameters base);

/// The text without lines that begin with #, which become empty lines.
std::string without_comments(std::string text);

}  // namespace cli
