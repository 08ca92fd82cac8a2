#include "cli/output_path.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>

#include "cli/run_journal.h"
#include "sim/run/config_error.h"
#include "sim/run/whole_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

struct Input {
  const char* what;
  std::string path;
};

std::vector<Input> inputs_of(const Experiment& e) {
  std::vector<Input> inputs{{"experiment", e.path}, {"school", e.schools.path}};
  if (e.schools.population) inputs.push_back({"population", e.schools.population_file});
  if (e.parameter_set) inputs.push_back({"parameter set", e.parameter_set->path});
  for (const Program& program : e.programs) inputs.push_back({"program", program.path});
  for (const InstrumentFile& one : e.watch.instruments) inputs.push_back({"instrument", one.path});
  return inputs;
}

/// The same file on the disk. Inputs were read, so a path to nothing is none of them.
bool same_file(const std::string& a, const std::string& b) {
  std::error_code none;
  return fs::equivalent(a, b, none);
}

/// What a run writes beside its output.
std::array<std::string, 3> written_first(const std::string& output) {
  const std::string journal = RunJournal::path_of(output);
  return {sim::WholeFile::partial_of(output), journal, sim::WholeFile::partial_of(journal)};
}

}  // namespace

void check_not_an_input(const std::string& option, const std::string& output,
                        const std::string& what, const Experiment& experiment) {
  for (const Input& input : inputs_of(experiment)) {
    if (same_file(output, input.path)) {
      throw sim::ConfigError(fmt::format("{} {}: {} would replace the {}, {}", option, output, what,
                                         input.what, input.path));
    }
    for (const std::string& first : written_first(output)) {
      if (!same_file(first, input.path)) continue;
      throw sim::ConfigError(fmt::format("{} {}: {}, which is written first, is the {}, {}", option,
                                         output, first, input.what, input.path));
    }
  }
}

void check_not_an_inputs_name(const std::string& option, const std::string& output,
                              const std::string& kind, const std::string& own) {
  if (output.ends_with(own)) return;
  if (!output.ends_with(".toml") && !output.ends_with(".csv")) return;
  throw sim::ConfigError(fmt::format("{} {}: {}; that name is an input's", option, output, kind));
}

void check_apart(const std::vector<NamedFile>& outputs) {
  for (const NamedFile& one : outputs) {
    for (const NamedFile& other : outputs) {
      if (&one == &other || one.path.empty() || other.path.empty()) continue;
      if (fs::weakly_canonical(one.path) != fs::weakly_canonical(other.path)) continue;
      throw sim::ConfigError(fmt::format("{} {} and {} {} name the same file", one.option, one.path,
                                         other.option, other.path));
    }
  }
}

void check_output(const std::string& output, const Experiment& experiment) {
  check_not_an_input("-o", output, "the results", experiment);
  check_not_an_inputs_name("-o", output, "results are HDF5");
}

std::string path_beside(const std::string& results, const std::string& output,
                        const std::string& ending, const std::string& what) {
  const std::string path =
      output.empty() ? fs::path(results).replace_extension(ending).string() : output;
  if (path == results || same_file(path, results)) {
    throw sim::ConfigError(
        fmt::format("{}: {} would replace the results; -o names another file", path, what));
  }
  return path;
}

}  // namespace cli
