// Ids such as E2.6 lead somewhere: docs/findings.md has a row for each that the project names, and
// every row says how far its finding was checked.

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path root = BELONG_SOURCE_DIR;

std::string read(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Every id of a finding in a text, each once.
std::set<std::string> ids_in(const std::string& text) {
  static const std::regex id(R"(\bE[0-9]+\.[0-9]+\b)");
  std::set<std::string> ids;
  for (std::sregex_iterator it(text.begin(), text.end(), id), end; it != end; ++it) {
    ids.insert(it->str());
  }
  return ids;
}

/// The cells of a row of a Markdown table, without the spaces around them; none for other lines.
std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> found;
  if (!line.starts_with("| ")) return found;
  for (std::size_t at = 2, end; (end = line.find(" |", at)) != std::string::npos; at = end + 3) {
    found.push_back(line.substr(at, end - at));
  }
  return found;
}

/// The rows of findings by id: an id that has two rows has their cells one after the other.
std::map<std::string, std::vector<std::string>> rows_of(const std::string& page) {
  std::map<std::string, std::vector<std::string>> rows;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    const auto row = cells(line);
    if (row.empty() || ids_in(row[0]) != std::set{row[0]}) continue;
    auto& all = rows[row[0]];
    all.insert(all.end(), row.begin(), row.end());
  }
  return rows;
}

/// Ids that a text names and a page has no row for, as "E1.1 E1.2 ".
std::string without_a_row(const std::string& text, const std::string& page) {
  const auto rows = rows_of(page);
  std::string missing;
  for (const std::string& id : ids_in(text)) {
    if (!rows.contains(id)) missing += id + " ";
  }
  return missing;
}

/// Is the last cell one of the page's four words, alone or with a reservation after it?
bool says_how_far(const std::string& checked) {
  static const std::array<std::string, 4> words = {"verified", "direction only", "stated",
                                                   "from memory"};
  for (const std::string& word : words) {
    if (!checked.starts_with(word)) continue;
    const char next = checked.size() > word.size() ? checked[word.size()] : ';';
    return next == ';' || next == ':';
  }
  return false;
}

/// All text of one kind of file under a folder.
std::string text_under(const char* folder, const std::set<fs::path>& kinds) {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    if (entry.is_regular_file() && kinds.count(entry.path().extension())) {
      all += read(entry.path()) + "\n";
    }
  }
  return all;
}

}  // namespace

TEST_CASE("every finding that the project names by an id stands in docs/findings.md", "[promise]") {
  const std::string page = read(root / "docs/findings.md");
  const std::string configs = text_under("configs", {".toml"});
  CHECK(ids_in(configs).size() > 30);  // else nothing was read
  CHECK(without_a_row(configs, page) == "");
  CHECK(without_a_row(text_under("docs", {".md"}), page) == "");
  for (const char* folder : {"models", "cli"}) {
    INFO(folder);
    CHECK(without_a_row(text_under(folder, {".h", ".cpp"}), page) == "");
  }
}

TEST_CASE("every finding has one row: what, who was studied, where from, how far it was checked",
          "[promise]") {
  const auto rows = rows_of(read(root / "docs/findings.md"));
  CHECK(rows.size() > 50);
  for (const auto& [id, row] : rows) {
    INFO(id);
    REQUIRE(row.size() == 5);
    for (const std::string& cell : row) CHECK_FALSE(cell.empty());
    CHECK(says_how_far(row.back()));
  }
}

TEST_CASE("an id that leads nowhere is found", "[promise]") {
  const std::string page =
      "# Findings\nE9.3 is not a row.\n| id | what |\n|---|---|\n| E9.10 | as E9.2 | v |\n";
  CHECK(without_a_row("evidence_ids = [\"E9.10\"]", page) == "");
  CHECK(without_a_row("evidence = \"cited: E9.1, E9.10; and E9.2 (a size)\" # E9.3", page) ==
        "E9.1 E9.2 E9.3 ");
  CHECK(without_a_row("1E2.5 and DATE9.1 are no ids", page) == "");
  CHECK(rows_of(page + "| E9.10 | again | v |\n").at("E9.10").size() == 6);
  CHECK(says_how_far("verified; tiny sample"));
  CHECK_FALSE(says_how_far("verified perhaps"));
  CHECK_FALSE(says_how_far("checked"));
}
