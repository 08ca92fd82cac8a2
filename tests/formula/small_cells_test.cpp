// Which groups are hidden, worked by hand.

#include "analysis/small_cells.h"

#include <catch2/catch.hpp>

namespace {

using analysis::Results;

/// Everyone, then the memberships of one dimension.
Results groups_of(const std::vector<std::int64_t>& sizes) {
  Results results;
  std::int64_t all = 0;
  results.groups.push_back({"all", "All students", "all", 0});
  for (const std::int64_t size : sizes) {
    const std::string name(1, static_cast<char>('A' + results.groups.size() - 1));
    results.groups.push_back({"d:" + name, name, "d", size});
    all += size;
  }
  results.groups[0].students = all;
  return results;
}

/// Letters of the hidden memberships.
std::string hidden(const Results& results, std::int64_t asked = 0) {
  const auto cells = analysis::small_cells(results, asked);
  std::string letters;
  for (std::size_t g = 1; g < results.groups.size(); ++g) {
    if (cells.hidden[g]) letters += results.groups[g].label;
  }
  return letters;
}

}  // namespace

TEST_CASE("groups of ten are shown and groups of nine are not", "[formula]") {
  CHECK(hidden(groups_of({10, 40})) == "");
  CHECK(hidden(groups_of({9, 40, 80})) == "AB");
}

TEST_CASE("a single hidden group takes the next smallest with it", "[formula]") {
  CHECK(hidden(groups_of({50, 40, 3, 60})) == "BC");
  CHECK(hidden(groups_of({3, 60})) == "AB");
}

TEST_CASE("hidden groups hold as many students between them as one that is shown", "[formula]") {
  CHECK(hidden(groups_of({2, 3, 50, 40})) == "ABD");
  CHECK(hidden(groups_of({5, 6, 50, 40})) == "AB");
}

TEST_CASE("a group without students hides nobody, and is no shield", "[formula]") {
  CHECK(hidden(groups_of({0, 34, 37, 49})) == "A");
  CHECK(hidden(groups_of({0, 0, 34, 37, 49})) == "AB");
  CHECK(hidden(groups_of({0, 3, 34, 37})) == "ABC");
  CHECK(hidden(groups_of({0, 9, 1, 37})) == "ABC");
}

TEST_CASE("the rule of the file can be raised and never lowered", "[formula]") {
  Results results = groups_of({15, 25, 40, 80});
  CHECK(hidden(results, 5) == "");
  CHECK(hidden(results, 30) == "AB");
  results.small_cell = 20;
  CHECK(hidden(results, 5) == "AB");
  results.small_cell = 2;
  CHECK(analysis::small_cells(results).limit == 10);
}

TEST_CASE("when everyone is too few, nothing is shown", "[formula]") {
  const auto cells = analysis::small_cells(groups_of({4, 5}));
  CHECK(cells.hidden == std::vector<bool>{true, true, true});
}

TEST_CASE("what is hidden is named, with the reason", "[formula]") {
  const Results results = groups_of({50, 40, 3, 60});
  CHECK(analysis::small_cells(results).note(results) ==
        "Not shown, because fewer than 10 students: C. Not shown either, so that these can't be "
        "worked out: B.");
  const Results large = groups_of({50, 40});
  CHECK(analysis::small_cells(large).note(large) == "");
}
