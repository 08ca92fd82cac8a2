#pragma once
// Which parts of the environment can make a gap between the groups of a dimension. Groups differ in
// nothing else in this model, so this is what a gap consists of: how adults and the setting treat
// people, never what a group is.

#include <string>
#include <string_view>
#include <vector>

#include "analysis/results.h"
#include "analysis/small_cells.h"
#include "sim/run/labelled_reader.h"

namespace analysis {

/// Reads the environment table of a results file, if it has one. Throws sim::RunError when the
/// table is not over its parts and groups.
void read_environment(const sim::LabelledReader& file, Results& results);

/// A part of the table in plain words.
struct PartWords {
  std::string_view key, label;
  std::string_view meaning;  ///< with the value at which it makes no gap
};

/// The words of a part; null when it is not known here.
const PartWords* words_of(std::string_view part);

/// The parts that are set so that they make a gap between the shown groups of a dimension, by name,
/// in the order of the table. Representation (teachers, materials) acts only where there is stigma.
std::vector<std::string> parts_that_differ(const Results& results, const SmallCells& cells,
                                           const std::string& dimension);

/// Does a part of the table stand differently for the shown groups of a dimension, whether or not
/// that makes a gap?
bool treats_differently(const Results& results, const SmallCells& cells,
                        const std::string& dimension, const EnvironmentPart& part);

/// One sentence about a dimension: what makes its gaps in these schools, or that nothing in
/// the table does. "" when the file holds no table, or fewer than two groups are shown.
std::string environment_sentence(const Results& results, const SmallCells& cells,
                                 const Dimension& dimension);

}  // namespace analysis
