#include "cli/roster_source.h"

#include <fmt/format.h>

#include <filesystem>

#include "sim/run/config_error.h"
#include "sim/run/text_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = sim::ZipLimits{}.most_file;

}  // namespace

RosterSource::RosterSource(const std::string& path) : path_(path) {
  if (const auto missing = sim::missing_file(path)) {
    throw sim::ConfigError(fmt::format("{}: {}", path.empty() ? "\"\"" : path, *missing));
  }
  std::error_code none;
  if (!fs::is_directory(path, none)) {
    if (!fs::is_regular_file(path, none)) {
      throw sim::ConfigError(path + ": is neither a folder nor a zip archive");
    }
    zip_.emplace(path);
  }
  check();
}

RosterSource::RosterSource(std::string path, std::map<std::string, std::string> files)
    : path_(std::move(path)), held_(std::move(files)) {
  check();
}

void RosterSource::check() const {
  if (has("manifest.csv")) return;
  std::string deeper;
  if (zip_) {
    for (const std::string& name : zip_->names()) {
      if (name.ends_with("/manifest.csv")) {
        deeper = fmt::format(
            "; there is one in a folder of the archive, {}: the files themselves "
            "must be at its top",
            name);
      }
    }
  }
  throw sim::ConfigError(fmt::format(
      "{}: there is no manifest.csv, which says what a OneRoster export holds{}", path_, deeper));
}

bool RosterSource::has(const std::string& file) const {
  if (zip_) return zip_->has(file);
  if (held_) return held_->count(file) != 0;
  std::error_code none;
  return fs::exists(fs::path(path_) / file, none);
}

std::string RosterSource::place(const std::string& file) const {
  return (fs::path(path_) / file).string();
}

std::string RosterSource::text(const std::string& file) const {
  if (zip_) return zip_->text(file);
  if (held_) return held_->at(file);
  std::error_code none;
  const std::string path = place(file);
  if (!fs::is_regular_file(path, none)) throw sim::ConfigError(path + ": is no file");
  return sim::read_text_file(path, kMostBytes);
}

}  // namespace cli
