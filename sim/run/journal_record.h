#pragma once
// One record of a journal on the disk: how it is laid out, written and checked (journal.h).

#include <cstddef>
#include <cstdint>
#include <span>

namespace sim {

inline constexpr std::uint32_t kRecordMark = 0x74696e75;  // "unit"

struct RecordHead {
  std::uint32_t mark = kRecordMark, crc = 0;
  std::uint64_t first = 0, end = 0, length = 0;  ///< the CRC begins here; `length` is the blocks'
};
static_assert(sizeof(RecordHead) == 32);

struct BlockHead {
  std::uint64_t key = 0, length = 0;
};
static_assert(sizeof(BlockHead) == 16);

template <class T>
std::span<const std::byte> bytes_of(const T& plain) {
  return std::as_bytes(std::span<const T>(&plain, 1));
}

/// Reads at a place of a file. Returns how much: less than asked for at the end, or on an error.
std::size_t read_at(int descriptor, std::uint64_t at, std::span<std::byte> into);

/// False, and errno, when the disk refuses.
bool write_at(int descriptor, std::uint64_t at, std::span<const std::byte> bytes);

/// Is the record whole that begins at `at`? `head` is its head, read before.
bool whole_record(int descriptor, std::uint64_t at, const RecordHead& head);

/// Writes a record: its blocks one after the other, the head last. False, and errno, when the disk
/// refuses.
class RecordWriter {
 public:
  /// `head` says everything but the CRC.
  RecordWriter(int descriptor, std::uint64_t at, const RecordHead& head);
  bool put(std::uint64_t key, std::span<const std::byte> bytes);
  /// The same of `length` bytes that stand in a file.
  bool copy(std::uint64_t key, int from, std::uint64_t at, std::uint64_t length);
  /// The record is on the disk.
  bool finish();

 private:
  bool add(std::span<const std::byte> bytes);
  int descriptor_;
  std::uint64_t start_, at_;
  RecordHead head_;
};

}  // namespace sim
