#pragma once
// Tallies as bytes and back, exactly: what a journal keeps of a run.

#include <cstddef>
#include <span>
#include <vector>

#include "cli/tallies.h"

namespace cli {

/// A replicate's tallies. Each whole number takes as many bytes as it has digits in base 256, and
/// half a byte that says how many; empty bins take a bit.
std::vector<std::byte> pack(const TallyRow& row);

/// False if these are not the bytes of such a row.
bool unpack(std::span<const std::byte> bytes, const TallyRow& row);

/// The values of one unit's students, as they are in memory.
std::vector<std::byte> pack(StudentColumns& columns, std::size_t replicate, std::size_t first,
                            std::size_t count);
bool unpack(std::span<const std::byte> bytes, StudentColumns& columns, std::size_t replicate,
            std::size_t first, std::size_t count);

}  // namespace cli
