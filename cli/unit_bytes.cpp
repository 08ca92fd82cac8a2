#include "cli/unit_bytes.h"

namespace cli {
namespace {

/// Shows all numbers of a result, one by one and in a fixed order.
template <class Unit, class Use>
void each_number(Unit& unit, const Use& use) {
  for (auto& e : unit.entries) {
    use(e.n);
    use(e.sum);
    use(e.squares);
    use(e.twin_squares);
  }
  for (auto& bin : unit.bins) use(bin);
  for (auto& w : unit.waves) {
    for (auto* part : {&w.degree, &w.reciprocity, &w.transitivity, &w.stability, &w.own_group}) {
      use(part->part);
      use(part->whole);
    }
  }
  for (auto& sums : unit.surveys) {
    use(sums.asked);
    use(sums.answered);
    use(sums.points);
    use(sums.squares);
    use(sums.favourable);
  }
  for (auto& variable : unit.students.variables) {
    for (auto& value : variable.values) use(value);
  }
  for (auto& value : unit.students.section.values) use(value);
  for (auto& value : unit.students.teacher.values) use(value);
  for (auto& value : unit.students.reached.values) use(value);
  for (auto& value : unit.students.group.values) use(value);
}

}  // namespace

std::size_t packed_size(const UnitResult& unit) {
  constexpr std::size_t entry = 4 * sizeof(std::int64_t), wave = 10 * sizeof(std::int64_t),
                        survey = 5 * sizeof(std::int64_t);
  std::size_t size = sizeof(std::uint64_t) + unit.entries.size() * entry +
                     unit.bins.size() * sizeof(std::uint32_t) + unit.waves.size() * wave +
                     unit.surveys.size() * survey;
  const StudentColumns& students = unit.students;
  for (const auto& variable : students.variables) size += variable.values.size() * sizeof(float);
  return size + students.section.values.size() * sizeof(std::uint16_t) +
         students.teacher.values.size() * sizeof(std::uint16_t) +
         students.reached.values.size() * sizeof(float) + students.group.values.size();
}

sim::Bytes pack(const UnitResult& unit) {
  const std::size_t size = packed_size(unit);
  sim::ByteWriter to(size);
  to.put(std::uint64_t{size});
  each_number(unit, [&](const auto& number) { to.put(number); });
  return to.take();
}

bool unpack(std::span<const std::byte> bytes, UnitResult& unit) {
  sim::ByteReader from(bytes);
  if (bytes.size() != packed_size(unit) || from.number<std::uint64_t>() != bytes.size()) {
    return false;
  }
  each_number(unit, [&]<class T>(T& number) {
    if constexpr (std::is_same_v<T, float>) {
      number = from.real();
    } else {
      number = from.number<T>();
    }
  });
  return from.ended();
}

}  // namespace cli
