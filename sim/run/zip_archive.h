#pragma once
// A zip archive from elsewhere, read with suspicion. Nothing is ever unpacked to disk.
//
// Refused when it is opened: names that lead out of the archive (absolute, "..", backslashes),
// symbolic links, the same name twice, encrypted files, more than 1000 entries, files of more than
// `most_file` bytes or `most_all` in all, and files that grow more than 200-fold (from 1 MiB on).
// What a file claims about its size is not believed either: no more is ever read.

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace sim {

struct ZipLimits {
  std::size_t most_file = std::size_t{512} << 20, most_all = std::size_t{1} << 30;
};

class ZipArchive {
 public:
  /// Throws ConfigError with a sentence for all that is listed above, and for what is no archive.
  explicit ZipArchive(const std::string& path, ZipLimits limits = {});
  ZipArchive(ZipArchive&&) noexcept;
  ~ZipArchive();

  /// Of its files, in the archive's order; folders are left out.
  const std::vector<std::string>& names() const;
  bool has(const std::string& name) const;
  /// The bytes of a file. Throws ConfigError if it is damaged.
  std::string text(const std::string& name) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sim
