#pragma once
// The program itself, on a copy of the shipped configurations that a test may spoil.

#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/promise/scratch.h"

namespace sandbox {

namespace fs = std::filesystem;

struct Outcome {
  int code;
  std::string said;  ///< on stderr
};

/// Runs a command of the shell, which says what it prints.
inline Outcome shell(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string said;
  char buffer[512];
  while (std::fgets(buffer, sizeof buffer, pipe) != nullptr) said += buffer;
  const int status = pclose(pipe);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, said};
}

/// Runs the program; with `all`, what it prints is said as well.
inline Outcome belong(const std::string& arguments, bool all = false) {
  return shell(BELONG_BINARY_DIR "/belong " + arguments + (all ? " 2>&1" : " 2>&1 >/dev/null"));
}

/// The input is wrong, and this is why.
inline void refused(const Outcome& outcome, const std::string& why) {
  INFO(outcome.said);
  INFO(why);
  CHECK(outcome.code == 2);
  CHECK(outcome.said.find(why) != std::string::npos);
}

/// A folder with a copy of the configurations, in which one text is replaced.
class Sandbox {
 public:
  explicit Sandbox(const std::string& name) : root_(test::scratch("bad_" + name)) {
    fs::remove_all(root_);
    fs::create_directories(root_);
    fs::copy(BELONG_SOURCE_DIR "/configs", root_ / "configs", fs::copy_options::recursive);
  }
  ~Sandbox() { fs::remove_all(root_); }
  fs::path path(const std::string& file) const { return root_ / "configs" / file; }
  void write(const std::string& file, const std::string& text) const {
    std::ofstream(path(file)) << text;
  }
  std::string read(const std::string& file) const {
    std::ifstream in(path(file));
    return {std::istreambuf_iterator<char>(in), {}};
  }
  /// Where `text` first stands in a file: "barr.toml:12:8".
  std::string place(const std::string& file, const std::string& text) const {
    const std::string all = read(file);
    const std::size_t at = all.find(text);
    REQUIRE(at != std::string::npos);
    const auto begin = all.begin(), end = begin + static_cast<std::ptrdiff_t>(at);
    const std::size_t line = 1 + static_cast<std::size_t>(std::count(begin, end, '\n'));
    const std::size_t column = at == 0 ? 1 : at - all.rfind('\n', at - 1);
    return fs::path(file).filename().string() + ":" + std::to_string(line) + ":" +
           std::to_string(column);
  }
  void replace(const std::string& file, const std::string& what, const std::string& with) {
    std::string text = read(file);
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), with);
    write(file, text);
  }
  Outcome run(const std::string& extra = "") const {
    return belong("run " + experiment() + " -o " + output() + " --set experiment.replicates=1 " +
                  extra);
  }
  std::string experiment() const {
    return (root_ / "configs/experiments/ninth_grade.toml").string();
  }
  std::string output() const { return (root_ / "out.h5").string(); }
  /// Nothing but the configurations is there.
  bool untouched() const {
    std::size_t entries = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(root_)) ++entries;
    return entries == 1;
  }

 private:
  fs::path root_;
};

}  // namespace sandbox
