// The documentation as a site: docs/site.

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "tests/promise/scratch.h"

TEST_CASE("the documentation's site builds, leads nowhere wrong and asks nobody outside",
          "[promise]") {
  const std::string folder = test::scratch("site");
  const std::string command = "/usr/bin/python3 -B " BELONG_SOURCE_DIR
                              "/tests/promise/check_site.py '" BELONG_SOURCE_DIR "' '" +
                              folder + "'";
  const int status = std::system(command.c_str());
  REQUIRE(WIFEXITED(status));
  if (WEXITSTATUS(status) == 77) {
    WARN("not checked: mkdocs with its theme material is not installed");
    return;
  }
  CHECK(WEXITSTATUS(status) == 0);
}
