#pragma once
// A page looked at by a script of this folder, in a real browser.

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

namespace test {

inline constexpr int kNoBrowser = 77;  // as the scripts end where they cannot look

/// Exit code of a shell command; -1 if it did not end by itself.
inline int ran(const std::string& command) {
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

inline bool has_node() { return ran("node --version > /dev/null 2>&1") == 0; }

/// The test fails where the script does; without a browser it says so and passes.
inline void look(const std::string& script, const std::string& arguments,
                 const std::string& browser = "chromium") {
  const int code = ran("node '" BELONG_SOURCE_DIR "/tests/browser/" + script + "' " + arguments);
  if (code == kNoBrowser) {
    WARN("not checked: install " + browser + " to look at the page");
    return;
  }
  CHECK(code == 0);
}

}  // namespace test
