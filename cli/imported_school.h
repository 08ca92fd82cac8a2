#pragma once
// The files of an imported school: what `belong import` writes and a school file's [roster] names.
//
//   students.csv    student, grade, and a column for each dimension that the roster tells of
//   sections.csv    section, period, subject, level, teacher
//   enrolments.csv  section, student
//   friends.csv     from, to          where friendships are known; may be missing
//
// Students, sections and teachers are running numbers from 1. Periods count from 1.

#include <string>

#include "cli/dimension_names.h"
#include "models/structure.h"

namespace cli {

/// Throws sim::ConfigError for what is not there or out of bounds. `self_contained`: one class with
/// its teacher for most of the day.
models::Structure read_structure(const std::string& folder, const DimensionNames& names,
                                 bool self_contained);

/// The same files, as text.
struct StructureText {
  std::string students, sections, enrolments;
  std::string friends;  ///< "" where no friendships are known
};
/// `grades` are the ranks (roster_words.h) of the structure's grades, ascending.
StructureText structure_text(const models::Structure& structure, const DimensionNames& names,
                             const std::vector<std::size_t>& grades);

}  // namespace cli
