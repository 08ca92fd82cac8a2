// How large a lever is, in plain words, and words broken into lines.

#include "cli/program_words.h"

#include <catch2/catch.hpp>

namespace {

std::string words(models::Input input, float amount) {
  cli::NamedLever lever;
  lever.lever.input = input;
  lever.lever.amount = amount;
  return cli::size_in_words(lever);
}

}  // namespace

TEST_CASE("program words: sizes", "[formula]") {
  using enum models::Input;
  CHECK(words(workload, -0.05f) == "5 less on a scale of 0 to 100");
  CHECK(words(suspension, -0.25f) == "25% fewer suspensions for the same referrals");
  CHECK(words(peer_cue, 0.06f) == "+0.06 on the cue, 10% of a class's ordinary ups and downs");
  CHECK(words(shared_blocks, 1.0f) == "yes");
  // logit(0.1) - 0.35 = -2.547: 7.3 days of 100, where there were ten
  CHECK(words(attendance_support, 0.35f) == "of ten days missed, 7.3 are left");
  for (std::size_t k = 0; k < models::kInputs; ++k) {
    INFO(models::kInputRows[k].key);
    CHECK_FALSE(words(static_cast<models::Input>(k), 0.5f).empty());
  }
}

TEST_CASE("program words: lines are broken between words, and hang", "[formula]") {
  CHECK(cli::wrapped("one two  three\nfour", 2, 9) == "one two\n  three\n  four");
  CHECK(cli::wrapped("unbreakable", 4, 6) == "unbreakable");
  CHECK(cli::wrapped("", 4, 6).empty());
}

TEST_CASE("program words: every shelf of the library has its words", "[formula]") {
  for (const cli::Shelf& shelf : cli::kShelves) {
    CHECK_FALSE(shelf.title.empty());
    CHECK_FALSE(shelf.what.empty());
  }
}
