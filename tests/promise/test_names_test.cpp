// What runs one test by its name must find it: a name that looks like an option would not.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

TEST_CASE("no name of a test looks like an option", "[promise]") {
  const std::regex name(R"-(TEST_CASE\(\s*"([^"]*))-");
  int names = 0;
  for (const auto& file :
       std::filesystem::recursive_directory_iterator(BELONG_SOURCE_DIR "/tests")) {
    if (file.path().extension() != ".cpp") continue;
    std::ifstream in(file.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    for (std::sregex_iterator one(text.begin(), text.end(), name), end; one != end; ++one) {
      ++names;
      INFO(file.path().string() << ": " << (*one)[1]);
      CHECK((*one)[1].str().substr(0, 1) != "-");
    }
  }
  CHECK(names > 500);
}
