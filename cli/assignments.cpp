#include "cli/assignments.h"

#include <fmt/format.h>

namespace cli {
namespace {

constexpr std::string_view kSchool = "school.", kProgram = "program.";

}  // namespace

Assignments::Assignments(const std::vector<std::string>& all) {
  for (const std::string& one : all) {
    if (one.starts_with(kSchool)) {
      school.push_back(one);
    } else if (one.starts_with(kProgram)) {
      const std::size_t end = one.find_first_of(".=", kProgram.size());
      if (end == std::string::npos || one[end] != '.') {
        throw sim::ConfigError(
            fmt::format("--set {}: must name a program and a value of its file, such as "
                        "program.barr.fidelity.mean=1",
                        one));
      }
      programs.push_back({one.substr(kProgram.size(), end - kProgram.size()), one});
    } else {
      experiment.push_back(one);
    }
  }
}

void Assignments::change_experiment(sim::Document& document) const {
  for (const std::string& one : experiment) document.set(one);
}

void Assignments::change_school(sim::Document& document) const {
  for (const std::string& one : school) document.set(one, 1);
}

void Assignments::change_program(const std::string& program, sim::Document& document) {
  for (OfProgram& one : programs) {
    if (one.program != program) continue;
    document.set(one.text, 2);
    one.used = true;
  }
}

void Assignments::check_used() const {
  for (const OfProgram& one : programs) {
    if (one.used) continue;
    throw sim::ConfigError(
        fmt::format("--set {}: no scenario has a program {}", one.text, one.program));
  }
}

}  // namespace cli
