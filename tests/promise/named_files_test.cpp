// What the documents and the program's help name is there.

#include <catch2/catch.hpp>
#include <regex>
#include <sstream>

#include "tests/promise/sandbox.h"

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ostringstream all;
  all << std::ifstream(path).rdbuf();
  return all.str();
}

/// Paths of shipped files in a text; those with a placeholder or an ellipsis are none.
std::vector<std::string> named_in(const std::string& text) {
  static const std::regex path(
      "\\b(configs|docs|tests|analysis|cli|models|sim)/[A-Za-z0-9_./-]+"
      "\\.(toml|csv|md|py|h|cpp|sbatch|png)\\b");
  std::vector<std::string> named;
  for (std::sregex_iterator at(text.begin(), text.end(), path), end; at != end; ++at) {
    named.push_back(at->str());
  }
  return named;
}

}  // namespace

TEST_CASE("shipped files that the documents and the help name are there", "[promise]") {
  const fs::path root = BELONG_SOURCE_DIR;
  std::vector<std::pair<std::string, std::string>> texts;
  for (const char* help : {"--help", "run --help", "trial --help", "twin --help", "check --help"}) {
    texts.emplace_back(help, sandbox::belong(help, true).said);
  }
  for (const char* page : {"README.md", "CONTRIBUTING.md"}) {
    texts.emplace_back(page, text_of(root / page));
  }
  for (const auto& page : fs::directory_iterator(root / "docs")) {
    // The how-to names files that its reader writes.
    if (page.path().extension() == ".md" && page.path().filename() != "how-to.md") {
      texts.emplace_back(page.path().filename(), text_of(page.path()));
    }
  }
  std::size_t named = 0;
  for (const auto& [where, text] : texts) {
    for (const std::string& file : named_in(text)) {
      INFO(where << " names " << file);
      CHECK(fs::exists(root / file));
      ++named;
    }
  }
  CHECK(named > 20);
}
