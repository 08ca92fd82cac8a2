// The workshop's printable cards say what the programs' files say, and their figures are the
// model's. To bring them up to date: docs/workshop/make_cards.py, or with --figures where results
// moved.

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

namespace {

const std::string python = "/usr/bin/python3";

int make_cards(const std::string& arguments) {
  const std::string command =
      python + " -B " BELONG_SOURCE_DIR "/docs/workshop/make_cards.py " + arguments;
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("the workshop's cards are what the programs say", "[promise]") {
  CHECK(make_cards("--check") == 0);
}

TEST_CASE("the figures on the workshop's cards are what the model says", "[baseline]") {
  const std::string have = python + " -c 'import xarray, pandas, matplotlib, netCDF4' 2> /dev/null";
  if (std::system(have.c_str()) != 0) {
    WARN("not checked: " << python << " has no xarray, pandas, matplotlib and netCDF4");
    return;
  }
  CHECK(make_cards("--check-figures '" BELONG_BINARY_DIR "/belong'") == 0);
}
