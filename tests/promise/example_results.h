#pragma once
// A small results file, a folder to write it in, and what goes wrong, in words.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include "sim/run/labelled_file.h"
#include "sim/run/labelled_reader.h"

namespace example {

namespace fs = std::filesystem;
using sim::LabelledFile;
using sim::LabelledReader;
using Names = std::vector<std::string>;
using Shape = std::vector<std::size_t>;

/// An empty folder of its own, gone at the end.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "labelled-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  std::string operator/(const std::string& name) const { return (path / name).string(); }
  bool empty() const { return fs::is_empty(path); }
};

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

inline const Names scenarios{"baseline", "warm welcome", "l’accueil à la porte"};
inline const Names groups{"all", "first generation"};

/// scenario 3, replicate 32, week 40, group 2: 7,680 values, two chunks when double.
inline std::vector<double> example_values(
    double missing = std::numeric_limits<double>::quiet_NaN()) {
  std::vector<double> values(3 * 32 * 40 * 2);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = 0.001 * static_cast<double>(i);
  values[5] = missing;
  return values;
}

inline void fill_example(LabelledFile& file, const std::vector<double>& belonging) {
  std::vector<std::int32_t> replicates(32), weeks(40);
  std::iota(replicates.begin(), replicates.end(), 0);
  std::iota(weeks.begin(), weeks.end(), 1);
  file.attribute("title", "An example");
  file.attribute("seed", 42);
  file.attribute("share", 0.25);
  file.dimension("scenario", scenarios, {{"long_name", "what was changed"}});
  file.dimension("replicate", replicates);
  file.dimension("week", weeks, {{"units", "week"}});
  file.dimension("group", groups);
  const Names dims{"scenario", "replicate", "week", "group"};
  file.variable("belonging", dims, belonging,
                {{"units", "1"}, {"long_name", "mean belonging, 0 … 1"}});
  const std::vector<float> single(belonging.begin(), belonging.end());
  file.variable("belonging_single", dims, single);
  file.variable("count", {"scenario", "group"}, std::vector<std::int64_t>{1, 2, 3, 4, 5, 1L << 60});
  file.variable("shown", {"group"}, std::vector<std::uint8_t>{1, 0});
  file.variable("note", {"scenario"}, Names{"", "ünder", "x"});
  file.variable("experiment", {}, Names{"[term]\nweeks = 40\n"});
}

inline std::string write_example(const std::string& path,
                                 const std::vector<double>& belonging = example_values()) {
  LabelledFile file(path);
  fill_example(file, belonging);
  file.close();
  return bytes_of(path);
}

inline std::string reason_not_read(const std::string& path) {
  try {
    const LabelledReader reader(path);
  } catch (const sim::RunError& error) {
    return error.what();
  }
  return "read";
}

inline std::string reason_not_written(const std::string& path) {
  try {
    LabelledFile file(path);
  } catch (const sim::RunError& error) {
    return error.what();
  }
  return "written";
}

}  // namespace example
