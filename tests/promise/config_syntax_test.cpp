// Text that is not TOML, and how keys, words and numbers are written in a sentence.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "sim/run/config.h"
#include "sim/run/near_key.h"
#include "sim/run/number_text.h"

namespace {

// What is said about `text`, the file bad.toml; "" if it is TOML.
std::string syntax(const std::string& text) {
  try {
    sim::Document::from_text("bad.toml", text);
    return "";
  } catch (const sim::ConfigError& error) {
    return error.what();
  }
}

// What is said about the value `x`, which is not true or false.
std::string not_yes_no(const std::string& text) {
  try {
    return sim::Document::from_text("bad.toml", text).root().yes_no("x") ? "true" : "false";
  } catch (const sim::ConfigError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a value in a sentence is one short, safe line", "[promise]") {
  CHECK(not_yes_no("x = \"a\\u001bb\\nc\"") ==
        "bad.toml:1:5: x = \"a\\x1bb\\nc\" must be true or false");
  CHECK(not_yes_no("x = [[1, 2.0], [], {a = 1}]") ==
        "bad.toml:1:5: x = [[1, 2], [], {...}] must be true or false");
  const std::string cut = not_yes_no("x = \"" + std::string(5000, 'q') + "\"");
  CHECK(cut == "bad.toml:1:5: x = \"" + std::string(59, 'q') + "... must be true or false");
}

TEST_CASE("the nearest word is the one with the fewest edits", "[formula]") {
  CHECK(sim::edit_distance("kitten", "sitting") == 3);
  CHECK(sim::edit_distance("bais", "bias") == 1);
  CHECK(sim::edit_distance("", "abc") == 3);
  CHECK(sim::edit_distance("ca", "abc") == 3);  // each letter is touched once
  const std::vector<std::string> words{"days", "weeks", "day"};
  CHECK(sim::nearest("dayz", words) == "days");
  CHECK(sim::nearest("wekes", words) == "weeks");
  CHECK_FALSE(sim::nearest("x", words));
  CHECK_FALSE(sim::nearest(std::string(100000, 'd'), words));
}

TEST_CASE("numbers are written with the shortest digits that read back", "[formula]") {
  CHECK(sim::number_text(0.1) == "0.1");
  CHECK(sim::number_text(0.1F) == "0.1");
  CHECK(sim::number_text(1.0 / 3.0) == "0.3333333333333333");
  CHECK(sim::number_text(1e21) == "1e+21");
  CHECK(sim::number_text(-0.0) == "-0");
}

TEST_CASE("text that is not TOML gets a plain sentence with its place", "[promise]") {
  CHECK(syntax("a = 1\na = 2\n") == "bad.toml:2:1: a is given twice");
  CHECK(syntax("[t]\nb.c=1\nb.c = 2\n") == "bad.toml:3:1: b.c is given twice");
  CHECK(syntax("[t]\nx = 1\n[t]\n") == "bad.toml:3:1: t is given twice");
  CHECK(syntax("t = 1\nt.x = 2\n") == "bad.toml:2:1: this key is given twice");
  CHECK(
      syntax("a = hello") ==
      "bad.toml:1:5: this is not a number, true, false, a date or a list; text must be in quotes");
  CHECK(syntax("a = True") ==
        "bad.toml:1:5: text must be in quotes, and true is written in small letters");
  CHECK(syntax("a = \n") == "bad.toml:1:5: there is no value after \"=\"");
  CHECK(syntax("a = \"abc\nb = 1") ==
        "bad.toml:1:9: a text must be closed by its quote on the same line");
  CHECK(syntax("a = 'x") == "bad.toml:1:7: the text ends in the middle of a text");
  CHECK(syntax("a = 01") == "bad.toml:1:7: a number may not begin with 0");
  CHECK(syntax("a = [1, 2\nb = 3") ==
        "bad.toml:2:1: expected comma or closing ']', but here is 'b' (in a list)");
  CHECK(syntax("[t\nx = 1") ==
        "bad.toml:1:3: expected ']', but the line ends (in the name of a table)");
  CHECK(syntax("a: 1") ==
        "bad.toml:1:2: expected '=', but here is ':' (in a line \"key = value\")");
  CHECK(syntax("= 3") ==
        "bad.toml:1:1: a line must be \"key = value\", \"[table]\" or \"# comment\"");
  CHECK(syntax("a = 99999999999999999999") ==
        "bad.toml:1:25: '99999999999999999999' is not representable in 64 bits (in a number)");
  CHECK(syntax("a = \"\xff\"") == "bad.toml:1:5: this is not UTF-8 text; save the file as UTF-8");
  CHECK(syntax("a = " + std::string(300, '[')) ==
        "bad.toml:1:261: lists or tables stand more than 256 deep");
}
