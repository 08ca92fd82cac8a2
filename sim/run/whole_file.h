#pragma once
// A file that appears under its name complete, or not at all. Until finish() the bytes are in
// `<path>.partial` beside it, which holds its place: what takes long to work out is refused at its
// beginning, not at its end.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "sim/run/run_error.h"

namespace sim {

/// Every error is a RunError "cannot write <path>: <reason>", and leaves nothing behind.
class WholeFile {
 public:
  /// Creates `<path>.partial`, or takes over one that a killed process left. Throws when the folder
  /// is missing or not writable, when `path` is there and not a plain file, or when another process
  /// is writing it.
  explicit WholeFile(std::string path);
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;
  /// Without finish(): removes the partial file.
  ~WholeFile();

  const std::string& path() const { return path_; }

  /// Where a file is written until it is whole.
  static std::string partial_of(const std::string& path) { return path + ".partial"; }

  /// Add bytes at the end. A process that wants an exception for a file-size limit, too, must
  /// ignore SIGXFSZ.
  void write(std::span<const std::byte> bytes);
  void write(std::string_view text) { write(std::as_bytes(std::span(text))); }

  /// Everything on the disk, then the name, then the folder on the disk.
  void finish();

 private:
  std::string partial() const { return partial_of(path_); }
  [[noreturn]] void fail(const std::string& why);
  void lock();
  void remove();

  std::string path_, folder_;
  int descriptor_ = -1;
};

/// A text that is there already, as a file at `path`.
void write_whole(const std::string& path, std::string_view text);

}  // namespace sim
