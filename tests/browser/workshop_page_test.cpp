// The workshop page in a browser, as a reader opens it. What is looked at stands in
// workshop_page.mjs.

#include "analysis/report_page.h"
#include "tests/browser/in_browser.h"
#include "tests/promise/scratch.h"

namespace {

/// A page of two small schools; false, with a word, where this build has none.
bool made(const std::string& page) {
  if (analysis::workshop_template().empty() || !test::has_node()) {
    WARN("not checked: this build has no workshop page");
    return false;
  }
  const std::string folder = BELONG_SOURCE_DIR "/tests/browser/";
  REQUIRE(test::ran("cd '" BELONG_SOURCE_DIR "' && " BELONG_BINARY_DIR "/belong page '" + folder +
                    "workshop.toml' '" + folder + "workshop_middle.toml' --pairs 8 -o '" + page +
                    "' > /dev/null 2>&1") == 0);
  return true;
}

}  // namespace

TEST_CASE("the workshop page moves levers, shares, saves, predicts and prints in a browser",
          "[promise][slow]") {
  const std::string page = test::scratch("workshop.html");
  if (!made(page)) return;
  test::look("workshop_page.mjs", "'" + page + "' " BELONG_BINARY_DIR "/belong");
}

TEST_CASE("the workshop page opens in another browser, Firefox, with the same bits",
          "[promise][slow]") {
  const std::string page = test::scratch("firefox.html");
  if (!made(page)) return;
  test::look("workshop_in_firefox.mjs", "'" + page + "' " BELONG_BINARY_DIR "/belong",
             "firefox-esr");
}
