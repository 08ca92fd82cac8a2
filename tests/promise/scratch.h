#pragma once
// A folder of its own for each test process, so that tests can run side by side.

#include <unistd.h>

#include <filesystem>
#include <string>

namespace test {

/// The path of `name` in this process's folder, which goes away when the process ends.
inline std::string scratch(const std::string& name) {
  struct Folder {
    pid_t owner = ::getpid();
    std::filesystem::path path =
        std::filesystem::path(BELONG_BINARY_DIR) / "scratch" / std::to_string(owner);
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() {
      std::error_code ignored;
      if (::getpid() == owner) std::filesystem::remove_all(path, ignored);
    }
  };
  static const Folder folder;
  return (folder.path / name).string();
}

}  // namespace test
