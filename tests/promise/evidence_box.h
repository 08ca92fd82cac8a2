#pragma once
// Patterns of a test's own, in a setting that is small enough to be measured at once.

#include "tests/promise/sandbox.h"

namespace sandbox {

/// A copy of the configurations with one setting more, "tiny": 40 students, two scenarios.
class EvidenceBox : public Sandbox {
 public:
  /// `rest` stands at the end of the setting's file.
  explicit EvidenceBox(const std::string& name, const std::string& rest = "")
      : Sandbox("evidence_" + name) {
    write("evidence/settings/tiny.toml", R"([experiment]
name = "tiny"
school = "../../schools/null_environment.toml"
seed = 3
[profile]
students = 40
grades = 1
[calendar]
days = 30
breaks = []
[[scenario]]
name = "baseline"
[[scenario]]
name = "again"
)" + rest);
  }
  /// A pattern whose file is named by its id; `head` is more of its [pattern].
  void pattern(const std::string& id, const std::string& rest, const std::string& head = "") const {
    write(file(id), "[pattern]\nid = \"" + id + "\"\ntitle = \"Of " + id +
                        "\"\nfinding = \"made up\"\nsource = \"none\"\nstatus = \"made up\"\n"
                        "setting = \"tiny\"\n" +
                        head + "\n" + rest);
  }
  static std::string file(const std::string& id) { return "evidence/" + id + ".toml"; }
  std::string folder() const { return path("evidence").string(); }
  /// Everything that is printed is said. One school, so that nothing of chance is known.
  Outcome validate(const std::string& arguments) const {
    return belong("validate " + arguments + " --schools 1 --seeds 1 --folder " + folder(), true);
  }
};

inline bool says(const Outcome& outcome, const std::string& text) {
  return outcome.said.find(text) != std::string::npos;
}

}  // namespace sandbox
