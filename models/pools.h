#pragma once
// Pools: schools under one roof. Students of different pools never share a section or a teacher.

#include <cstdint>

#include "sim/kernel/column.h"

namespace models {

struct Pools {
  const sim::Column<std::uint8_t>* of = nullptr;  ///< by id; null: one pool for all
  std::uint32_t count = 1;
  std::uint32_t blocks = 0;  ///< a bit for each pool whose students share blocks

  std::uint32_t pool_of(std::uint32_t id) const { return of == nullptr ? 0u : (*of)[id]; }
  bool shares_blocks(std::uint32_t pool) const { return (blocks >> pool & 1u) != 0; }
  static Pools one(bool with_blocks) { return {nullptr, 1, with_blocks ? 1u : 0u}; }
};

}  // namespace models
