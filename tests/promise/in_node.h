#pragma once
// A script of web/ run in node on the module that was built, as a page would run it.

#ifdef BELONG_WASM_MODULE

#include <catch2/catch.hpp>
#include <cstdio>
#include <string>

namespace test {

/// The first line that web/`script` prints, given the module and then `arguments`. The test fails
/// where the script does, or says nothing.
inline std::string in_node(const std::string& script, const std::string& arguments) {
  const std::string command =
      "node " BELONG_SOURCE_DIR "/web/" + script + " " BELONG_WASM_MODULE " " + arguments;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char line[256] = {};
  const bool read = std::fgets(line, sizeof line, pipe) != nullptr;
  REQUIRE(pclose(pipe) == 0);
  REQUIRE(read);
  return line;
}

}  // namespace test

#endif
