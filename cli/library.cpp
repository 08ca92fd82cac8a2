#include "cli/library.h"

#include <filesystem>

#include "cli/plain_name.h"

namespace cli {

namespace fs = std::filesystem;

std::string library_folder(const std::string& base, const char* name) {
  const fs::path beside = (fs::path(base) / ".." / name).lexically_normal();
  const fs::path shipped = fs::path("configs") / name;
  std::error_code none;
  return (fs::is_directory(beside, none) ? beside : shipped).string();
}

std::string school_file(const std::string& reference, const std::string& base) {
  if (!is_plain_name(reference)) return (fs::path(base) / reference).lexically_normal().string();
  return (fs::path(library_folder(base, "schools")) / (reference + ".toml")).string();
}

}  // namespace cli
