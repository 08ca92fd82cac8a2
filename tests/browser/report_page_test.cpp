// The report in a browser, as a reader opens it. What is looked at stands in report_page.mjs.

#include "tests/browser/in_browser.h"
#include "tests/promise/scratch.h"

using test::ran;

TEST_CASE("the report opens in a browser, says the answer first, and keeps to its page",
          "[promise][slow]") {
  const std::string belong = BELONG_BINARY_DIR "/belong ";
  const std::string folder = BELONG_SOURCE_DIR "/tests/browser/";
  const std::string results = test::scratch("report.h5"), page = test::scratch("report.html");
  const std::string summary = test::scratch("summary.txt");
  REQUIRE(ran(belong + "run '" + folder + "report.toml' -o '" + results + "' > /dev/null 2>&1") ==
          0);
  REQUIRE(ran(belong + "summary '" + results + "' > '" + summary + "'") == 0);
  if (!test::has_node()) {
    WARN("not checked: there is no node");
    return;
  }
  REQUIRE(ran(belong + "report '" + results + "' -o '" + page + "' > /dev/null") == 0);
  test::look("report_page.mjs", "'" + page + "' '" + summary + "'");
}
