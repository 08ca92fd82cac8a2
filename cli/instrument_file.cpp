#include "cli/instrument_file.h"

#include <algorithm>
#include <filesystem>

#include "cli/program_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

InstrumentFile read_instrument(const std::string& path) {
  const auto document = sim::Document::read(path);
  const sim::Table root = document.root();
  const sim::Table about = root.table("instrument");
  InstrumentFile file;
  file.path = path;
  file.key = about.text("name");
  if (fs::path(path).stem() != file.key) about.fail("name", "must be the file's name");
  file.title = about.text("title");
  file.about = about.text("about");
  file.source = about.text("source");
  file.construct = find_construct(about.text("construct"), about, "construct");
  file.questions = about.texts("questions");
  if (file.questions.empty() || file.questions.size() > models::kMaxItems) {
    about.fail("questions", "must be 1 to 8 questions");
  }
  file.scale.items = static_cast<float>(file.questions.size());
  if (const auto scale = root.find_table("scale")) {
    scale->fields(file.scale);
    if (file.scale.items != static_cast<float>(file.questions.size())) {
      scale->fail("items", "must be the number of questions");
    }
  }
  // Draws are keyed by name, so that another instrument changes none of them.
  file.scale.key = static_cast<float>(program_number(file.key) & 0xffffffu);
  const std::string same = about.text("same_scale_as", file.key);
  file.scale.trait_key = static_cast<float>(program_number(same) & 0xffffffu);
  root.done();
  return file;
}

}  // namespace

Instruments read_instruments(const std::string& folder) {
  Instruments all;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(folder, missing)) {
    if (entry.path().extension() == ".toml") all.push_back(read_instrument(entry.path().string()));
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  return all;
}

std::vector<models::Instrument> scales(const Instruments& instruments) {
  std::vector<models::Instrument> all;
  for (const InstrumentFile& file : instruments) all.push_back(file.scale);
  return all;
}

}  // namespace cli
