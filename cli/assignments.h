#pragma once
// --set key=value, sorted by the file that it changes: "school.profile.students=800" the school's,
// "program.barr.fidelity.mean=1" that of a program, all others the experiment's own.

#include <string>
#include <vector>

#include "sim/run/config.h"

namespace cli {

struct Assignments {
  std::vector<std::string> experiment, school;
  struct OfProgram {
    std::string program, text;
    bool used = false;
  };
  std::vector<OfProgram> programs;

  explicit Assignments(const std::vector<std::string>& all);

  void change_experiment(sim::Document& document) const;
  void change_school(sim::Document& document) const;
  /// Also remembers that the program is there.
  void change_program(const std::string& program, sim::Document& document);
  /// Throws sim::ConfigError if one names a program that was never changed.
  void check_used() const;
};

}  // namespace cli
