// Writes what the fuzzers begin with: rosters of the synthetic writer, the shipped TOML files, and
// a results file as text.
// usage: fuzz_seeds CONFIGS RESULTS OUT

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/fuzz/results_text.h"
#include "tests/promise/synthetic_roster.h"

namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void rosters(const fs::path& out) {
  int number = 0;
  for (const char* version : {"1.1", "1.2"}) {
    for (const bool homerooms : {false, true}) {
      synthetic::RosterSpec spec;
      spec.version = version;
      spec.students = 5;
      spec.in_a_school = 3;
      spec.self_contained = homerooms;
      spec.names_periods = number % 3 != 0;
      spec.bom = spec.crlf = number % 2 == 1;
      std::string all;
      for (const auto& [name, text] : synthetic::make_roster(spec).files) {
        all += "\x01" + name + "\n" + text;
      }
      write(out / std::to_string(number++), all);
    }
  }
}

}  // namespace

int main(int count, char** argument) {
  if (count != 4) return 2;
  const fs::path out = argument[3];
  rosters(out / "roster");
  for (const auto& entry : fs::recursive_directory_iterator(argument[1])) {
    if (entry.path().extension() != ".toml" || entry.file_size() > 8000) continue;
    write(
        out / "toml" / entry.path().filename(),
        "\x01\nexperiment.replicates=8\nscenario.2.programs=[\"barr\"]\n\x01" + read(entry.path()));
  }
  write(out / "results" / "whole", "R" + read(argument[2]));
  write(out / "results" / "lines", fuzz::text_of_results(argument[2]));
  return 0;
}
