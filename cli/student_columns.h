#pragma once
// The values of every student that [record.students] asks for: of one unit, or of the whole run.
// Students stand by school, then by stable id.

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "cli/watch.h"

namespace cli {

/// Values by outer (a scenario or a dimension), replicate, inner (day and class period) and
/// student.
template <class T>
struct StudentArray {
  std::size_t outer = 0, replicates = 0, inner = 0, students = 0;
  std::vector<T> values;

  StudentArray() = default;
  StudentArray(std::size_t outer_size, std::size_t replicate_count, std::size_t inner_size,
               std::size_t student_count)
      : outer(outer_size),
        replicates(replicate_count),
        inner(inner_size),
        students(student_count),
        values(outer_size * replicate_count * inner_size * student_count) {}

  std::span<T> at(std::size_t o, std::size_t replicate, std::size_t i) {
    return {values.data() + ((o * replicates + replicate) * inner + i) * students, students};
  }
  std::span<const T> at(std::size_t o, std::size_t replicate, std::size_t i) const {
    return {values.data() + ((o * replicates + replicate) * inner + i) * students, students};
  }

  /// Puts `part`, which has one replicate, at a replicate and at students from `first` on.
  void take(const StudentArray& part, std::size_t replicate, std::size_t first) {
    for (std::size_t o = 0; o < outer; ++o) {
      for (std::size_t i = 0; i < inner; ++i) {
        const auto from = part.at(o, 0, i);
        std::copy(from.begin(), from.end(),
                  at(o, replicate, i).begin() + static_cast<std::ptrdiff_t>(first));
      }
    }
  }
};

/// How large the columns are, whatever the number of students.
struct StudentShape {
  std::size_t scenarios = 0, dimensions = 0, periods = 0;
  std::size_t replicates = 0;        ///< that are stored
  std::size_t fixed_replicates = 0;  ///< of what does not change between them: 1 unless redrawn

  /// Bytes for one student: of variables, and of what is the same in all replicates.
  std::size_t variable_bytes(const StudentRecord& record) const;
  std::size_t fixed_bytes(const StudentRecord& record) const;
};

struct StudentColumns {
  std::vector<StudentArray<float>> variables;    ///< outer: scenario; inner: day, class period
  StudentArray<std::uint16_t> section, teacher;  ///< outer: scenario; inner: day, class period
  StudentArray<float> reached;                   ///< outer: scenario; levers that reach her
  StudentArray<std::uint8_t> group;              ///< outer: dimension; number of the group

  StudentColumns() = default;
  StudentColumns(const StudentRecord& record, const StudentShape& shape, std::size_t students);

  /// Puts the columns of one unit where they belong; units may come in any order.
  void take(const StudentColumns& unit, std::size_t replicate, std::size_t first);

  /// Shows where the values of one unit are, in a fixed order: of a replicate and of `count`
  /// students from `first` on.
  void each_part(std::size_t replicate, std::size_t first, std::size_t count,
                 const std::function<void(std::span<std::byte>)>& use);
};

}  // namespace cli
