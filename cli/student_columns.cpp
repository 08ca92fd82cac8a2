#include "cli/student_columns.h"

namespace cli {
namespace {

std::size_t values_of(const StudentVariable& variable) {
  return std::max<std::size_t>(1, variable.periods);
}

}  // namespace

std::size_t StudentShape::variable_bytes(const StudentRecord& record) const {
  std::size_t values = 0;
  for (const StudentVariable& variable : record.variables) values += values_of(variable);
  return scenarios * replicates * record.days.size() * values * sizeof(float);
}

std::size_t StudentShape::fixed_bytes(const StudentRecord& record) const {
  const std::size_t seats = record.days.size() * periods * 2 * sizeof(std::uint16_t);
  return fixed_replicates * (scenarios * (seats + sizeof(float)) + dimensions);
}

StudentColumns::StudentColumns(const StudentRecord& record, const StudentShape& shape,
                               std::size_t students)
    : section(shape.scenarios, shape.fixed_replicates, record.days.size() * shape.periods,
              students),
      teacher(section),
      reached(shape.scenarios, shape.fixed_replicates, 1, students),
      group(shape.dimensions, shape.fixed_replicates, 1, students) {
  for (const StudentVariable& variable : record.variables) {
    variables.emplace_back(shape.scenarios, shape.replicates,
                           record.days.size() * values_of(variable), students);
  }
}

void StudentColumns::take(const StudentColumns& unit, std::size_t replicate, std::size_t first) {
  for (std::size_t v = 0; v < variables.size(); ++v) {
    variables[v].take(unit.variables[v], replicate, first);
  }
  if (replicate >= section.replicates) return;  // the same in all
  section.take(unit.section, replicate, first);
  teacher.take(unit.teacher, replicate, first);
  reached.take(unit.reached, replicate, first);
  group.take(unit.group, replicate, first);
}

void StudentColumns::each_part(std::size_t replicate, std::size_t first, std::size_t count,
                               const std::function<void(std::span<std::byte>)>& use) {
  const auto show = [&](auto& array) {
    for (std::size_t o = 0; o < array.outer; ++o) {
      for (std::size_t i = 0; i < array.inner; ++i) {
        use(std::as_writable_bytes(array.at(o, replicate, i).subspan(first, count)));
      }
    }
  };
  for (StudentArray<float>& variable : variables) show(variable);
  if (replicate >= section.replicates) return;  // the same in all
  show(section);
  show(teacher);
  show(reached);
  show(group);
}

}  // namespace cli
