#pragma once
// Results by place: read from a file, and a study turned into that of one place.

#include <string>
#include <vector>

#include "analysis/results.h"

namespace analysis {

/// Fills `results.places`; its groups are read already. Throws sim::RunError for a damaged file.
void read_places(const sim::LabelledReader& file, Results& results);

/// Lets results count the schools and students of a place, by number; their figures stay.
void count_place(std::size_t place, Results& results);

/// Makes a study that of the place with this key, without surveys, which are not added up by place.
/// Throws sim::RunError when there is none.
void go_to_place(const sim::LabelledReader& file, const std::string& key, Study& study);

/// What read_results gives for each of these places, by number from 1 on, at a point that there is;
/// each array of the file is read once.
std::vector<Results> read_at_places(const sim::LabelledReader& file, std::size_t point,
                                    const std::vector<std::size_t>& places,
                                    const Wanted& wanted = everything);

}  // namespace analysis
