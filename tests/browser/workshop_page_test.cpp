// The workshop page in a browser, as a reader opens it. What is looked at stands in
// workshop_page.mjs.

#include "analysis/report_page.h"
#include "tests/browser/in_browser.h"
#include "tests/promise/scratch.h"

TEST_CASE("the workshop page moves levers, shares, saves, predicts and prints in a browser",
          "[promise][slow]") {
  if (analysis::workshop_template().empty() || !test::has_node()) {
    WARN("not checked: this build has no workshop page");
    return;
  }
  const std::string belong = BELONG_BINARY_DIR "/belong";
  const std::string folder = BELONG_SOURCE_DIR "/tests/browser/";
  const std::string page = test::scratch("workshop.html");
  REQUIRE(test::ran("cd '" BELONG_SOURCE_DIR "' && " + belong + " page '" + folder +
                    "workshop.toml' '" + folder + "workshop_middle.toml' --pairs 8 -o '" + page +
                    "' > /dev/null 2>&1") == 0);
  test::look("workshop_page.mjs", "'" + page + "' '" + belong + "'");
}
