// Bad input gets a sentence: every kind of mistake in a TOML file, word for word.

#include "sim/run/config.h"

#include <array>
#include <catch2/catch.hpp>
#include <limits>
#include <string>

#include "sim/run/number_text.h"

namespace {

using sim::Document;
using sim::Range;
using sim::Table;

// What a reader hears who reads `text`, the file bad.toml, in the way of `read`; "" if nothing.
template <class Read>
std::string complaint(const std::string& text, Read read) {
  try {
    read(Document::from_text("bad.toml", text).root());
    return "";
  } catch (const sim::ConfigError& error) {
    return error.what();
  }
}

struct Reading {
  float doubt_bias = 0.5F;
  float rows = 3.0F;
  float on = 1.0F;
  float wait = 2.0F;
  float seats = 1.0F;

  static constexpr std::string_view section = "reading";
  static constexpr auto fields() {
    using P = Reading;
    using enum sim::Evidence;
    using F = sim::Field<P>;
    constexpr float open = std::numeric_limits<float>::infinity();
    return std::array{
        F{"doubt_bias", &P::doubt_bias, "1", {0, 0.7F}, "how far a cue tilts", assumed},
        F{"rows", &P::rows, "seats", {1, 9}, "how long", assumed, "", sim::Kind::whole},
        F{"on", &P::on, "1", {0, 1}, "whether it acts", assumed, "", sim::Kind::yes_no},
        F{"wait", &P::wait, "days", {0, open}, "how late", assumed},
        F{"seats", &P::seats, "1", {0, open}, "size", assumed, "", sim::Kind::whole},
    };
  }
};

std::string reading(const std::string& lines) {
  return complaint("[reading]\n" + lines, [](const Table& root) {
    Reading params;
    root.table(Reading::section).fields(params);
    root.done();
  });
}

}  // namespace

TEST_CASE("a document gives back what it holds", "[promise]") {
  const auto root = Document::from_text("good.toml", R"(
title = "Ninth grade"
days = 180
share = 1
on = true
names = ["a", "b"]
at = [1, 2.5]
[school]
kind = "plain"
[[scenario]]
name = "one"
[[scenario]]
name = "two"
)")
                        .root();
  CHECK(root.text("title") == "Ninth grade");
  CHECK(root.whole("days", 1, 365, "length") == 180);
  CHECK(root.number("share", {0, 1}, "part") == 1.0);
  CHECK(root.yes_no("on"));
  CHECK(root.texts("names") == std::vector<std::string>{"a", "b"});
  CHECK(root.numbers("at", {0, 3}, "times") == std::vector<double>{1.0, 2.5});
  constexpr std::array<std::string_view, 2> kinds{"plain", "large"};
  CHECK(root.table("school").choice("kind", kinds) == "plain");
  const auto scenarios = root.tables("scenario");
  REQUIRE(scenarios.size() == 2);
  CHECK(scenarios[0].text("name") == "one");
  CHECK(scenarios[1].text("name") == "two");
  CHECK(scenarios[1].name() == "scenario.2");
  CHECK_FALSE(root.find_table("design"));
  CHECK(root.tables("program").empty());
  CHECK(root.keys() == std::vector<std::string>{"title", "days", "share", "on", "names", "at",
                                                "school", "scenario"});
  CHECK_NOTHROW(root.done());
}

TEST_CASE("what is left out takes its default", "[promise]") {
  const auto root = Document::from_text("empty.toml", "").root();
  CHECK(root.text("a", "x") == "x");
  CHECK(root.number("b", {0, 1}, "", 0.25) == 0.25);
  CHECK(root.whole("c", 0, 9, "", 7) == 7);
  CHECK_FALSE(root.yes_no("d", false));
  CHECK(root.texts("e", Table::Texts{"y"}) == Table::Texts{"y"});
  CHECK(root.numbers("f", {0, 1}, "", Table::Numbers{}).empty());
  CHECK_FALSE(root.has("g"));
}

TEST_CASE("a value of the wrong type gets a sentence", "[promise]") {
  const std::string text = "days = \"many\"\nname = 5\nlist = [1, \"x\"]\nt.x = 1\n";
  constexpr std::array<std::string_view, 2> kinds{"plain", "large"};
  CHECK(complaint(text, [](const Table& t) {
          t.number("days", {0, 9}, "length");
        }) == "bad.toml:1:8: days = \"many\" must be a number in [0, 9] (length)");
  CHECK(complaint(text, [](const Table& t) { t.whole("days", 1, 9, "length"); }) ==
        "bad.toml:1:8: days = \"many\" must be a whole number in [1, 9] (length)");
  CHECK(complaint(text, [](const Table& t) { t.yes_no("name"); }) ==
        "bad.toml:2:8: name = 5 must be true or false");
  CHECK(complaint(text, [](const Table& t) { t.text("name"); }) ==
        "bad.toml:2:8: name = 5 must be text in quotes");
  CHECK(complaint(text, [&](const Table& t) { t.choice("name", kinds); }) ==
        "bad.toml:2:8: name = 5 must be one of: plain, large");
  CHECK(complaint(text, [](const Table& t) { t.texts("name"); }) ==
        "bad.toml:2:8: name = 5 must be a list of texts, such as [\"a\", \"b\"]");
  CHECK(complaint(text, [](const Table& t) { t.texts("list"); }) ==
        "bad.toml:3:9: list.1 = 1 must be text in quotes");
  CHECK(complaint(text, [](const Table& t) {
          t.numbers("name", {0, 9}, "times");
        }) == "bad.toml:2:8: name = 5 must be a list of numbers, such as [1, 2.5] (times)");
  CHECK(complaint(text, [](const Table& t) {
          t.numbers("list", {0, 9}, "times");
        }) == "bad.toml:3:12: list.2 = \"x\" must be a number in [0, 9] (times)");
  CHECK(complaint(text, [](const Table& t) { t.table("name"); }) ==
        "bad.toml:2:8: name = 5 must be a table [name]");
  CHECK(complaint(text, [](const Table& t) { t.tables("t"); }) ==
        "bad.toml:4:1: t must be a list of tables, each written [[t]]");
  CHECK(complaint(text, [](const Table& t) { t.text("t"); }) ==
        "bad.toml:4:1: t must be text in quotes");
  CHECK(complaint("[[t]]\n", [](const Table& t) { t.table("t"); }) ==
        "bad.toml:1:1: t must be one table, written [t]");
  CHECK(complaint("d = 2024-05-01", [](const Table& t) { t.text("d"); }) ==
        "bad.toml:1:5: d = 2024-05-01 must be text in quotes");
}

TEST_CASE("a number out of range gets a sentence", "[promise]") {
  constexpr double huge = std::numeric_limits<double>::infinity();
  const Range open{0, static_cast<float>(huge)};
  CHECK(complaint("x = 1.5", [](const Table& t) {
          t.number("x", {0, 1}, "a share");
        }) == "bad.toml:1:5: x = 1.5 is outside [0, 1] (a share)");
  CHECK(complaint("x = -1", [&](const Table& t) { t.number("x", open, "a cost"); }) ==
        "bad.toml:1:5: x = -1 must be 0 or more (a cost)");
  CHECK(complaint("x = nan", [](const Table& t) {
          t.number("x", {0, 1}, "a share");
        }) == "bad.toml:1:5: x = nan must be a finite number in [0, 1] (a share)");
  CHECK(complaint("x = -inf", [&](const Table& t) {
          t.number("x", {0, 1}, "a share");
        }) == "bad.toml:1:5: x = -inf must be a finite number in [0, 1] (a share)");
  CHECK(complaint("x = [0, 2]", [](const Table& t) {
          t.numbers("x", {0, 1}, "shares");
        }) == "bad.toml:1:9: x.2 = 2 is outside [0, 1] (shares)");
  CHECK(complaint("x = 0", [](const Table& t) { t.whole("x", 1, 100, "schools"); }) ==
        "bad.toml:1:5: x = 0 is outside [1, 100] (schools)");
  CHECK(complaint("x = 2.0", [](const Table& t) { t.whole("x", 1, 100, "schools"); }) ==
        "bad.toml:1:5: x = 2 must be a whole number in [1, 100] (schools)");
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  CHECK(complaint("x = -5", [](const Table& t) { t.whole("x", 0, most, "a seed"); }) ==
        "bad.toml:1:5: x = -5 must be 0 or more (a seed)");
}

TEST_CASE("a limit is the decimal that is shown, though it is held as a float", "[promise]") {
  CHECK(sim::as_written(0.7F) == 0.7);
  CHECK(sim::as_written(0.1F) == 0.1);
  CHECK(reading("doubt_bias = 0.7") == "");
  CHECK(reading("doubt_bias = 0.70000000001") ==
        "bad.toml:2:14: reading.doubt_bias = 0.70000000001 is outside [0, 0.7] (how far a cue "
        "tilts)");
}

TEST_CASE("the rows of a parameter struct read the members that are given", "[promise]") {
  Reading params;
  Document::from_text("p.toml", "rows = 4\non = false\ndoubt_bias = 0\n").root().fields(params);
  CHECK(params.rows == 4.0F);
  CHECK(params.on == 0.0F);
  CHECK(params.doubt_bias == 0.0F);
  CHECK(params.wait == 2.0F);
  CHECK(reading("doubt_bias = 1.5") ==
        "bad.toml:2:14: reading.doubt_bias = 1.5 is outside [0, 0.7] (how far a cue tilts)");
  CHECK(reading("rows = 2.5") ==
        "bad.toml:2:8: reading.rows = 2.5 must be a whole number in [1, 9] seats (how long)");
  CHECK(reading("rows = 10") ==
        "bad.toml:2:8: reading.rows = 10 is outside [1, 9] seats (how long)");
  CHECK(reading("on = 1") ==
        "bad.toml:2:6: reading.on = 1 must be true or false (whether it acts)");
  CHECK(reading("wait = -1") ==
        "bad.toml:2:8: reading.wait = -1 must be 0 days or more (how late)");
  CHECK(reading("wait = true") ==
        "bad.toml:2:8: reading.wait = true must be a number, 0 days or more (how late)");
  CHECK(reading("wait = inf") ==
        "bad.toml:2:8: reading.wait = inf must be a finite number, 0 days or more (how late)");
  CHECK(reading("seats = 16777217") ==
        "bad.toml:2:9: reading.seats = 16777217 has more digits than a parameter holds (size)");
  CHECK(reading("wait = 1e300") ==
        "bad.toml:2:8: reading.wait = 1e+300 is too large for a parameter (how late)");
}

TEST_CASE("an unknown key is an error that names the nearest", "[promise]") {
  CHECK(reading("doubt_bais = 0.1") ==
        "bad.toml:2:1: reading.doubt_bais is not a parameter here; did you mean doubt_bias? "
        "expected one of: doubt_bias, rows, on, wait, seats");
  CHECK(reading("colour = \"red\"") ==
        "bad.toml:2:1: reading.colour is not a parameter here; expected one of: doubt_bias, rows, "
        "on, wait, seats");
  CHECK(reading("rows = 2\n[raeding]\nrows = 2") ==
        "bad.toml:3:1: raeding is not a table here; did you mean reading? expected one of: "
        "reading");
  CHECK(complaint("a = 1", [](const Table& t) { t.done(); }) ==
        "bad.toml:1:1: a is not a parameter here; nothing is expected here");
  CHECK(complaint("a = 1", [](const Table& t) {
          CHECK(t.has("a"));
          t.done();
        }) == "bad.toml:1:1: a has no use here");
  CHECK(complaint("\"a b\" = 1", [](const Table& t) { t.done(); }) ==
        "bad.toml:1:1: \"a b\" is not a parameter here; nothing is expected here");
}

TEST_CASE("the first unread key of a whole document is found", "[promise]") {
  const std::string text =
      "[z]\nwrong = 1\n[[list]]\nok = 1\n[[list]]\nok = 2\nko = 3\n[a]\nb = 1\n";
  CHECK(complaint(text, [](const Table& root) {
          for (const Table& each : root.tables("list")) each.whole("ok", 0, 9, "");
          root.table("z");
          root.table("a");
          root.done();
        }) == "bad.toml:2:1: z.wrong is not a parameter here; nothing is expected here");
  CHECK(complaint(text,
                  [](const Table& root) {
                    for (const Table& each : root.tables("list")) each.whole("ok", 0, 9, "");
                    root.table("z").whole("wrong", 0, 9, "");
                    root.table("a");
                    root.done();
                  }) ==
        "bad.toml:7:1: list.2.ko is not a parameter here; did you mean ok? expected one of: ok");
}

TEST_CASE("a missing key gets a sentence, and its mistyped form is noticed", "[promise]") {
  const auto replicates = [](const Table& root) {
    root.table("experiment").whole("replicates", 1, 100, "how many schools");
  };
  CHECK(complaint("\n[experiment]\n", replicates) ==
        "bad.toml:2:1: experiment.replicates is missing; it must be a whole number in [1, 100] "
        "(how many schools)");
  CHECK(complaint("[experiment]\nreplicats = 8\n", replicates) ==
        "bad.toml:2:13: experiment.replicates is missing; did you mean it by replicats? it must "
        "be a whole number in [1, 100] (how many schools)");
  CHECK(complaint("", replicates) ==
        "bad.toml:1:1: experiment is missing; it must be a table [experiment]");
  constexpr std::array<std::string_view, 2> kinds{"plain", "large"};
  CHECK(complaint("", [&](const Table& t) { t.choice("kind", kinds); }) ==
        "bad.toml:1:1: kind is missing; it must be one of: plain, large");
}

TEST_CASE("a word that is not among those allowed gets the nearest", "[promise]") {
  constexpr std::array<std::string_view, 3> kinds{"one_point", "factorial", "sobol"};
  const auto read = [&](const Table& t) { t.choice("design", kinds); };
  CHECK(complaint("design = \"sobl\"", read) ==
        "bad.toml:1:10: design = \"sobl\" is not known; did you mean sobol? expected one of: "
        "one_point, factorial, sobol");
  CHECK(complaint("design = \"x\"", read) ==
        "bad.toml:1:10: design = \"x\" is not known; expected one of: one_point, factorial, sobol");
}

TEST_CASE("what a caller finds wrong stands at the place it names", "[promise]") {
  const std::string text = "[school]\ngrades = [0.5, 0.4]\n[[s]]\n";
  CHECK(complaint(text, [](const Table& t) {
          t.table("school").fail("grades", "add up to 0.9; shares must add up to 1");
        }) == "bad.toml:2:10: school.grades = [0.5, 0.4] add up to 0.9; shares must add up to 1");
  CHECK(complaint(text, [](const Table& t) { t.table("school").fail("size", "is needed"); }) ==
        "bad.toml:1:1: school.size is needed");
  CHECK(complaint(text, [](const Table& t) { t.tables("s")[0].fail("is empty"); }) ==
        "bad.toml:3:1: s.1 is empty");
  CHECK(complaint(text, [](const Table& t) { t.fail("too little is said"); }) ==
        "bad.toml:1:1: too little is said");
}
