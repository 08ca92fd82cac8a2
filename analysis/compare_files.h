#pragma once
// Two results files side by side: the same to the bit, or what differs and where first. First in
// time: the earliest school day, then the order of the variables in the file.

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/file_days.h"

namespace analysis {

/// One value that differs.
struct Place {
  std::string variable, words, unit;                        ///< `words` is its long name
  std::vector<std::pair<std::string, std::string>> labels;  ///< dimension and label, in order
  DaySpan days;
  std::string first, second;  ///< the two values; "none" for a missing one
};

/// A variable in which values differ.
struct VariableChange {
  std::string name;
  std::size_t differ = 0, compared = 0;
  DaySpan earliest;
};

/// Something besides values that differs: an attribute, a label, a parameter, how schools were
/// built. "none" where a file does not have it.
struct NoteChange {
  std::string what, first, second;
};

struct Comparison {
  std::vector<NoteChange> notes;
  std::vector<VariableChange> variables;               ///< in the order of the first file
  std::optional<Place> first;                          ///< in time
  std::optional<Place> first_student;                  ///< in the tables of students
  bool students = false;                               ///< both files hold tables of students
  std::size_t arrays = 0, values = 0, attributes = 0;  ///< that were compared

  bool same() const { return notes.empty() && variables.empty(); }
};

/// Values are compared at the labels that both files have; that other labels are there is a note.
/// Missing values are alike. Throws sim::RunError "cannot read <path>: <reason>" when a file is
/// missing, damaged, or holds no results of a run.
Comparison compare_results(const std::string& first, const std::string& second);

}  // namespace analysis
