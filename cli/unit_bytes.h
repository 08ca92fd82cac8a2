#pragma once
// What one unit gives as bytes and back, exactly: how it travels from one process to another. Every
// number has its full width, least significant byte first (sim/run/byte_order.h): a unit is read
// once and thrown away, so reading it fast counts for more than its size.

#include "cli/tallies.h"
#include "sim/run/byte_order.h"

namespace cli {

/// Bytes that a result takes.
std::size_t packed_size(const UnitResult& unit);

sim::Bytes pack(const UnitResult& unit);

/// Into a result of the right size (UnitWork::empty). False if these are not the bytes of such a
/// one: cut, too long, or of another size; then it holds nothing of use.
bool unpack(std::span<const std::byte> bytes, UnitResult& unit);

}  // namespace cli
