#pragma once
// Where a roster's files are: a folder, or a zip archive of the files.

#include <map>
#include <optional>
#include <string>

#include "sim/run/zip_archive.h"

namespace cli {

class RosterSource {
 public:
  /// Throws sim::ConfigError if `path` is neither, or if there is no manifest.csv in it.
  explicit RosterSource(const std::string& path);
  /// Files that are held in memory already. `path` is what errors call their folder.
  RosterSource(std::string path, std::map<std::string, std::string> files);

  bool has(const std::string& file) const;
  /// Bytes of a file, at most 512 MiB. Throws sim::ConfigError.
  std::string text(const std::string& file) const;
  /// What an error calls the file: "roster/users.csv", "roster.zip/users.csv".
  std::string place(const std::string& file) const;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  std::optional<sim::ZipArchive> zip_;
  std::optional<std::map<std::string, std::string>> held_;
  void check() const;
};

}  // namespace cli
