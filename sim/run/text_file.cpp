#include "sim/run/text_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

#include "sim/run/config_error.h"
#include "sim/run/near_key.h"

namespace sim {

namespace {

namespace fs = std::filesystem;

// "; did you mean ninth_grade.toml?": the name that was perhaps meant, or nothing.
std::string near_name(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::vector<std::string> names;
  std::error_code none;
  for (fs::directory_iterator file(folder, none), end; !none && file != end; file.increment(none)) {
    names.push_back(file->path().filename().string());
  }
  std::ranges::sort(names);
  const auto near = nearest(path.filename().string(), names);
  return near ? fmt::format("; did you mean {}?", *near) : "";
}

[[noreturn]] void refuse(const std::string& path, int error) {
  throw ConfigError(
      fmt::format("{}: cannot be read: {}", path, std::generic_category().message(error)));
}

}  // namespace

std::optional<std::string> missing_file(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() != fs::file_type::not_found && !path.empty()) return {};
  return "there is no such file" + near_name(fs::path(path));
}

std::string read_text_file(const std::string& path, std::size_t most) {
  if (const auto missing = missing_file(path)) {
    throw ConfigError(fmt::format("{}: {}", path.empty() ? "\"\"" : path, *missing));
  }
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error) refuse(path, error.value());
  if (fs::is_directory(status)) throw ConfigError(path + ": is a folder, not a file");

  const auto close = [](std::FILE* open) { std::fclose(open); };
  const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "rb"), close);
  if (!file) refuse(path, errno);
  std::string text;
  const std::uintmax_t size = fs::is_regular_file(status) ? fs::file_size(path, error) : 0;
  if (!error) text.reserve(std::min<std::uintmax_t>(size, most));  // large files: no second copy
  std::vector<char> block(std::size_t{1} << 16);
  while (const std::size_t got = std::fread(block.data(), 1, block.size(), file.get())) {
    text.append(block.data(), got);
    if (text.size() > most) {
      throw ConfigError(fmt::format("{}: is longer than {} MiB, the most that is read", path,
                                    most / (std::size_t{1} << 20)));
    }
  }
  if (std::ferror(file.get())) refuse(path, errno);
  return text;
}

std::vector<std::string> paths_in(const std::string& folder, std::string_view ending) {
  std::vector<std::string> paths;
  std::error_code none;
  for (fs::directory_iterator file(folder, none), end; !none && file != end; file.increment(none)) {
    if (file->path().extension() == ending) paths.push_back(file->path().string());
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace sim
