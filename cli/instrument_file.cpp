#include "cli/instrument_file.h"

#include <fmt/format.h>

#include <filesystem>

#include "cli/plain_name.h"
#include "cli/program_file.h"
#include "sim/run/near_key.h"
#include "sim/run/text_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

bool is_path(const std::string& reference) { return reference.ends_with(".toml"); }

}  // namespace

std::string instrument_path(const std::string& reference, const std::string& folder,
                            const std::string& base) {
  if (is_path(reference)) return (fs::path(base) / reference).string();
  return (fs::path(folder) / (reference + ".toml")).string();
}

std::optional<std::string> missing_instrument(const std::string& reference,
                                              const std::string& folder, const std::string& base) {
  const std::string path = instrument_path(reference, folder, base);
  const auto missing = sim::missing_file(path);
  if (!missing) return {};
  if (is_path(reference)) return fmt::format("leads to {}: {}", path, *missing);
  std::vector<std::string> names;
  for (const std::string& known : sim::paths_in(folder, ".toml")) {
    names.push_back(fs::path(known).stem());
  }
  return fmt::format("is no instrument: there is no {}{}", path, sim::instead(reference, names));
}

namespace {

/// The scale of another instrument of the same folder.
models::Instrument scale_of(const std::string& path, const std::string& same, std::size_t questions,
                            const sim::Table& about) {
  const std::string other = (fs::path(path).parent_path() / (same + ".toml")).string();
  if (const auto missing = sim::missing_file(other)) {
    about.fail("same_scale_as", fmt::format("leads to {}: {}", other, *missing));
  }
  if (sim::Document::read(other).root().table("instrument").has("same_scale_as")) {
    about.fail("same_scale_as", "names an instrument that itself has another's scale");
  }
  const InstrumentFile file = read_instrument(other);
  if (file.questions.size() != questions) {
    about.fail("same_scale_as", fmt::format("names an instrument of {} questions, not {}",
                                            file.questions.size(), questions));
  }
  return file.scale;
}

}  // namespace

InstrumentFile read_instrument(const std::string& path) {
  const auto document = sim::Document::read(path);
  const sim::Table root = document.root();
  const sim::Table about = root.table("instrument");
  InstrumentFile file;
  file.path = path;
  file.text = document.text();
  file.key = about.text("name");
  if (fs::path(path).stem() != file.key) about.fail("name", "must be the file's name");
  check_plain_name(file.key, about, "name", "it is part of names in results");
  file.title = about.text("title");
  file.about = about.text("about");
  file.source = about.text("source");
  file.construct = find_construct(about.text("construct"), about, "construct");
  file.questions = about.texts("questions");
  if (file.questions.empty() || file.questions.size() > models::kMaxItems) {
    about.fail("questions", "must be 1 to 8 questions");
  }
  file.scale.items = static_cast<float>(file.questions.size());
  const std::string same = about.text("same_scale_as", "");
  if (!same.empty()) {
    file.scale = scale_of(path, same, file.questions.size(), about);
    if (root.has("scale")) about.fail("same_scale_as", "is given beside [scale]; leave one out");
  } else if (const auto scale = root.find_table("scale")) {
    scale->fields(file.scale);
    if (file.scale.items != static_cast<float>(file.questions.size())) {
      scale->fail("items", "must be the number of questions");
    }
  }
  // Draws are keyed by name, so that another instrument changes none of them.
  file.scale.key = static_cast<float>(program_number(file.key) & 0xffffffu);
  if (same.empty()) file.scale.trait_key = file.scale.key;
  root.done();
  return file;
}

Instruments read_instruments(const std::string& folder) {
  Instruments all;
  for (const std::string& path : sim::paths_in(folder, ".toml"))
    all.push_back(read_instrument(path));
  return all;
}

std::vector<models::Instrument> scales(const Instruments& instruments) {
  std::vector<models::Instrument> all;
  for (const InstrumentFile& file : instruments) all.push_back(file.scale);
  return all;
}

}  // namespace cli
