#pragma once
// What [record.students] stores, as arrays of the results file: synthetic students one by one, for
// analysis only. Nothing that is made to be shown reads them.

#include "cli/tallies.h"
#include "sim/run/labelled_file.h"

namespace cli {

/// Writes nothing if no students are stored. Throws sim::RunError.
void write_students(const Experiment& experiment, const Tallies& tallies, sim::LabelledFile& file);

/// Names of the arrays that hold students' groups, one for each dimension of identity: its key,
/// with _ for what the name of an array may not hold.
std::vector<std::string> group_arrays(const DimensionNames& names);

/// Whether a difference of two values of this variable means anything: not of numbers that are
/// names, such as those of sections.
bool has_difference(const models::Variable& variable);

}  // namespace cli
