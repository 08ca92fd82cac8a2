#pragma once
// A file that appears under its name complete, or not at all, and that shows later whether it is
// still whole: its last line, the seal, holds the length and CRC-32 of what comes before.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sim/run/whole_file.h"

namespace sim {

/// Takes its place as WholeFile does; the same errors.
class SealedFile {
 public:
  explicit SealedFile(std::string path) : file_(std::move(path)) {}

  const std::string& path() const { return file_.path(); }

  /// Add bytes at the end.
  void write(std::span<const std::byte> bytes);

  /// The seal, then as WholeFile does.
  void finish();

 private:
  WholeFile file_;
  std::size_t size_ = 0;
  std::uint32_t crc_ = 0;
};

/// The bytes of a file that SealedFile wrote, without the seal. Throws RunError "cannot read
/// <path>: <reason>" when it is missing, not a plain file, larger than `most` bytes, or not whole.
std::vector<std::byte> read_sealed_file(const std::string& path, std::size_t most);

}  // namespace sim
