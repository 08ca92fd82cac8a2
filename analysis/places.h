#pragma once
// Results by place: read from a file, and a study turned into that of one place.

#include <string>

#include "analysis/results.h"

namespace analysis {

/// Fills `results.places`; its groups are read already. Throws sim::RunError for a damaged file.
void read_places(const sim::LabelledReader& file, Results& results);

/// Makes a study that of the place with this key, without surveys, which are not added up by place.
/// Throws sim::RunError when there is none.
void go_to_place(const sim::LabelledReader& file, const std::string& key, Study& study);

}  // namespace analysis
