#include "sim/run/journal_record.h"

#include <libdeflate.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

namespace sim {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;

std::uint32_t crc_of_head(const RecordHead& head) {
  return libdeflate_crc32(0, &head.first, sizeof head - offsetof(RecordHead, first));
}

/// Gives a part of a file piece by piece. False if it could not be read, or `use` says so.
template <class Use>
bool each_piece(int descriptor, std::uint64_t at, std::uint64_t length, Use use) {
  std::vector<std::byte> piece(std::min<std::uint64_t>(length, kPiece));
  while (length > 0) {
    const std::span<std::byte> part(piece.data(), std::min<std::uint64_t>(length, piece.size()));
    if (read_at(descriptor, at, part) != part.size() || !use(part)) return false;
    at += part.size();
    length -= part.size();
  }
  return true;
}

}  // namespace

std::size_t read_at(int descriptor, std::uint64_t at, std::span<std::byte> into) {
  std::size_t done = 0;
  while (done < into.size()) {
    const ssize_t n =
        ::pread(descriptor, into.data() + done, into.size() - done, static_cast<off_t>(at + done));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    done += static_cast<std::size_t>(n);
  }
  return done;
}

bool write_at(int descriptor, std::uint64_t at, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    at += static_cast<std::uint64_t>(n);
    bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
  return true;
}

bool whole_record(int descriptor, std::uint64_t at, const RecordHead& head) {
  std::uint32_t crc = crc_of_head(head);
  const bool read = each_piece(descriptor, at + sizeof head, head.length, [&](auto piece) {
    crc = libdeflate_crc32(crc, piece.data(), piece.size());
    return true;
  });
  return read && crc == head.crc;
}

RecordWriter::RecordWriter(int descriptor, std::uint64_t at, const RecordHead& head)
    : descriptor_(descriptor), start_(at), at_(at + sizeof head), head_(head) {
  head_.crc = crc_of_head(head);
}

bool RecordWriter::add(std::span<const std::byte> bytes) {
  if (bytes.empty()) return true;
  if (!write_at(descriptor_, at_, bytes)) return false;
  head_.crc = libdeflate_crc32(head_.crc, bytes.data(), bytes.size());
  at_ += bytes.size();
  return true;
}

bool RecordWriter::put(std::uint64_t key, std::span<const std::byte> bytes) {
  return add(bytes_of(BlockHead{key, bytes.size()})) && add(bytes);
}

bool RecordWriter::copy(std::uint64_t key, int from, std::uint64_t at, std::uint64_t length) {
  return add(bytes_of(BlockHead{key, length})) &&
         each_piece(from, at, length, [&](auto piece) { return add(piece); });
}

bool RecordWriter::finish() {
  return write_at(descriptor_, start_, bytes_of(head_)) && ::fsync(descriptor_) == 0;
}

}  // namespace sim
