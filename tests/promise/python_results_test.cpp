// analysis/python, what researchers open results with: its tables are those of the terminal, its
// pictures hold the figures of the file, and its worked script runs.

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/promise/scratch.h"

namespace {

const std::string python = "/usr/bin/python3";

bool has_packages() {
  const std::string have =
      python + " -c 'import xarray, pandas, scipy, matplotlib, netCDF4' 2> /dev/null";
  if (std::system(have.c_str()) == 0) return true;
  WARN("not checked: " << python << " has no xarray, pandas, scipy, matplotlib and netCDF4");
  return false;
}

/// The exit code of a script of this folder, given the program, the sources and an empty folder.
int run(const std::string& script) {
  const std::string folder = test::scratch(script + ".work");
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const std::string command = "MPLBACKEND=Agg MPLCONFIGDIR='" + folder + "/matplotlib' " + python +
                              " -B '" BELONG_SOURCE_DIR "/tests/promise/" + script +
                              "' '" BELONG_BINARY_DIR "/belong' '" BELONG_SOURCE_DIR "' '" +
                              folder + "'";
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("analysis in Python says what the terminal says", "[promise][slow]") {
  if (has_packages()) CHECK(run("check_python.py") == 0);
}

TEST_CASE("the worked script in Python prints and draws a small run", "[promise][slow]") {
  if (has_packages()) CHECK(run("check_worked_script.py") == 0);
}
