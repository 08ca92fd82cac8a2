// When a lever is open and what share of its amount acts.

#include "models/lever.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

namespace {

/// Days 0..n-1: 'o' where the lever is open, '.' where it is not.
std::string days(const models::Schedule& schedule, std::uint32_t n) {
  std::string text;
  for (std::uint32_t day = 0; day < n; ++day) text += models::open(schedule, day) ? 'o' : '.';
  return text;
}

}  // namespace

TEST_CASE("lever: open from its start for its days", "[formula]") {
  CHECK(days({}, 4) == "oooo");
  CHECK(days({.start = 2, .days = 3}, 8) == "..ooo...");
  CHECK(days({.start = 2, .days = 0}, 4) == "....");
}

TEST_CASE("lever: a cycle opens it for some days of each round", "[formula]") {
  CHECK(days({.start = 1, .every = 4, .open_for = 2}, 12) == ".oo..oo..oo.");
  CHECK(days({.start = 1, .days = 6, .every = 4, .open_for = 2}, 12) == ".oo..oo.....");
}

TEST_CASE("lever: boosters open it for a day each, whatever its schedule", "[formula]") {
  CHECK(days({.start = 1, .days = 2, .boosters = 2, .booster = {5, 8}}, 10) == ".oo..o..o.");
  CHECK(days({.start = 4, .days = 1, .boosters = 1, .booster = {0}}, 6) == "o...o.");
}

TEST_CASE("lever: closed without decay, nothing is left", "[formula]") {
  const models::Schedule schedule{.start = 1, .days = 2};
  CHECK(models::dose(schedule, 0) == 0.0f);
  CHECK(models::dose(schedule, 2) == 1.0f);
  CHECK(models::dose(schedule, 3) == 0.0f);
}

TEST_CASE("lever: closed with decay, it fades from the last open day", "[formula]") {
  const models::Schedule schedule{
      .start = 1, .days = 2, .boosters = 1, .booster = {7}, .decay_days = 4};
  CHECK(models::dose(schedule, 0) == 0.0f);  // nothing before it ever opened
  CHECK(models::dose(schedule, 2) == 1.0f);
  CHECK(models::dose(schedule, 3) == Approx(std::exp(-0.25)));
  CHECK(models::dose(schedule, 6) == Approx(std::exp(-1.0)));
  CHECK(models::dose(schedule, 7) == 1.0f);
  CHECK(models::dose(schedule, 9) == Approx(std::exp(-0.5)));  // from the booster
}

TEST_CASE("lever: one row per input, in the order of the enumeration", "[formula]") {
  const auto key = [](models::Input input) {
    return models::kInputRows[static_cast<std::size_t>(input)].key;
  };
  CHECK(key(models::Input::support) == "support");
  CHECK(key(models::Input::data_cycle) == "data_cycle");
  CHECK(key(models::Input::message) == "message");
  CHECK(key(models::Input::stigma) == "stigma");
  CHECK(key(models::Input::shared_blocks) == "shared_blocks");
  for (const models::InputRow& row : models::kInputRows) {
    INFO(row.key);
    CHECK(row.legal.contains(0));
    CHECK_FALSE(row.doc.empty());
  }
}
