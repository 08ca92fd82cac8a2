#pragma once
// A file that appears under its name complete, or not at all, and that shows later whether it is
// still whole. Until finish() the bytes are in `<path>.partial` beside it. Its last line, the
// seal, holds the length and CRC-32 of what comes before.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/run/run_error.h"

namespace sim {

/// Every error is a RunError "cannot write <path>: <reason>", and leaves nothing behind.
class SealedFile {
 public:
  /// Creates `<path>.partial`, or takes over one that a killed process left. Throws when the folder
  /// is missing or not writable, when `path` is there and not a plain file, or when another process
  /// is writing it.
  explicit SealedFile(std::string path);
  SealedFile(const SealedFile&) = delete;
  SealedFile& operator=(const SealedFile&) = delete;
  /// Without finish(): removes the partial file.
  ~SealedFile();

  const std::string& path() const { return path_; }

  /// Where a file is written until it is whole.
  static std::string partial_of(const std::string& path) { return path + ".partial"; }

  /// Add bytes at the end. A process that wants an exception for a file-size limit, too, must
  /// ignore SIGXFSZ.
  void write(std::span<const std::byte> bytes);

  /// The seal, then everything on the disk, then the name, then the folder on the disk.
  void finish();

 private:
  std::string partial() const { return partial_of(path_); }
  [[noreturn]] void fail(const std::string& why);
  void lock();
  void put(std::span<const std::byte> bytes);
  void remove();

  std::string path_, folder_;
  int descriptor_ = -1;
  std::size_t size_ = 0;
  std::uint32_t crc_ = 0;
};

/// The bytes of a file that SealedFile wrote, without the seal. Throws RunError "cannot read
/// <path>: <reason>" when it is missing, not a plain file, larger than `most` bytes, or not whole.
std::vector<std::byte> read_sealed_file(const std::string& path, std::size_t most);

}  // namespace sim
