// The report in a browser, as a reader opens it. What is looked at stands in report_page.mjs.

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "tests/promise/scratch.h"

namespace {

constexpr int kNoBrowser = 77;  // as report_page.mjs ends where it cannot look

int ran(const std::string& command) {
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("the report opens in a browser, says the answer first, and keeps to its page",
          "[promise]") {
  const std::string belong = BELONG_BINARY_DIR "/belong ";
  const std::string folder = BELONG_SOURCE_DIR "/tests/browser/";
  const std::string results = test::scratch("report.h5"), page = test::scratch("report.html");
  const std::string summary = test::scratch("summary.txt");
  REQUIRE(ran(belong + "run '" + folder + "report.toml' -o '" + results + "' > /dev/null 2>&1") ==
          0);
  REQUIRE(ran(belong + "summary '" + results + "' > '" + summary + "'") == 0);
  if (ran("node --version > /dev/null 2>&1") != 0) {
    WARN("not checked: there is no node");
    return;
  }
  REQUIRE(ran(belong + "report '" + results + "' -o '" + page + "' > /dev/null") == 0);
  const int code = ran("node '" + folder + "report_page.mjs' '" + page + "' '" + summary + "'");
  if (code == kNoBrowser) {
    WARN("not checked: install chromium to look at the report");
    return;
  }
  CHECK(code == 0);
}
