// The parameter reference in docs is made from the code. To bring it up to date:
//   build/release/belong parameters --markdown > docs/parameters.md

#include "cli/reference_page.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

TEST_CASE("docs/parameters.md is what the code says", "[promise]") {
  std::ifstream in(BELONG_SOURCE_DIR "/docs/parameters.md");
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  CHECK(page == cli::reference_page());
}

TEST_CASE("the tables of docs/ODD.md are what the code says", "[promise]") {
  CHECK(std::system("/usr/bin/python3 " BELONG_SOURCE_DIR "/docs/make_tables.py --check") == 0);
}

TEST_CASE("every parameter is described, its default is legal, and cited ones name a source",
          "[law]") {
  cli::for_each_parameter_section([](std::string_view title, const auto& rows) {
    CHECK_FALSE(title.empty());
    for (const sim::ParameterRow& row : rows) {
      INFO(row.section << "." << row.key);
      CHECK(row.legal.contains(row.value));
      CHECK_FALSE(row.meaning.empty());
      CHECK_FALSE(row.unit.empty());
      if (row.evidence == sim::Evidence::cited || row.evidence == sim::Evidence::calibrated ||
          row.evidence == sim::Evidence::derived) {
        CHECK_FALSE(row.source.empty());
      }
    }
  });
}

TEST_CASE("every section's rows cover every member", "[law]") {
  models::Parameters all;
  models::for_each_section(all, [](auto& section) {
    using Section = std::remove_cvref_t<decltype(section)>;
    INFO(Section::section);
    CHECK(sizeof(Section) == Section::fields().size() * sizeof(float));
  });
}
