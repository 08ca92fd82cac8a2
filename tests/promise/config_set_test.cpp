// `--set`, files that can't be read, and text that nobody wrote.

#include <catch2/catch.hpp>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "sim/run/config.h"
#include "tests/promise/scratch.h"

namespace {

using sim::Document;
using sim::Table;

const std::string example = R"([experiment]
replicates = 4
[[scenario]]
name = "one"
[[scenario]]
name = "two"
programs = ["a", "b"]
)";

Document with(const std::vector<std::string>& assignments) {
  Document document = Document::from_text("e.toml", example);
  for (const std::string& each : assignments) document.set(each);
  return document;
}

template <class Read>
std::string complaint(Read read) {
  try {
    read();
    return "";
  } catch (const sim::ConfigError& error) {
    return error.what();
  }
}

std::string refused(const std::string& assignment) {
  return complaint([&] { with({assignment}); });
}

std::string unreadable(const std::string& path) {
  return complaint([&] { Document::read(path); });
}

}  // namespace

TEST_CASE("set replaces and creates", "[promise]") {
  const auto document = with({"experiment.replicates = 8", "scenario.2.programs=[\"barr\"]",
                              "parameters.appraisal.d1=0.5", "experiment.school=schools/ninth.csv",
                              "parameters.appraisal.a=1", "scenario.1.'odd name'=true"});
  const Table root = document.root();
  CHECK(root.table("experiment").whole("replicates", 1, 9, "") == 8);
  CHECK(root.table("experiment").text("school") == "schools/ninth.csv");
  CHECK(root.tables("scenario")[1].texts("programs") == Table::Texts{"barr"});
  CHECK(root.tables("scenario")[0].yes_no("odd name"));
  const Table appraisal = root.table("parameters").table("appraisal");
  CHECK(appraisal.number("d1", {0, 1}, "") == 0.5);
  CHECK(appraisal.keys() == std::vector<std::string>{"d1", "a"});
  CHECK(document.text() == example);
  CHECK(document.assignments().size() == 6);
  CHECK(with({"scenario.2.programs.1=z"}).root().tables("scenario")[1].texts("programs") ==
        Table::Texts{"z", "b"});
}

TEST_CASE("a document that is set leaves copies and views as they were", "[promise]") {
  Document document = Document::from_text("e.toml", example);
  const Document copy = document;
  const Table before = document.root().table("experiment");
  document.set("experiment.replicates=8");
  CHECK(before.whole("replicates", 1, 9, "") == 4);
  CHECK(copy.root().table("experiment").whole("replicates", 1, 9, "") == 4);
}

TEST_CASE("an error in what was set names the option", "[promise]") {
  const auto read = [](const std::string& assignment) {
    return complaint([&] {
      const Document document = with({assignment});
      const Table experiment = document.root().table("experiment");
      experiment.whole("replicates", 1, 9, "schools");
      experiment.done();
    });
  };
  CHECK(read("experiment.replicates=10") ==
        "--set experiment.replicates=10: experiment.replicates = 10 is outside [1, 9] (schools)");
  CHECK(read("experiment.replicats=10") ==
        "--set experiment.replicats=10: experiment.replicats is not a parameter here; did you mean "
        "replicates? expected one of: replicates");
  CHECK(read("experiment=5") == "--set experiment=5: experiment = 5 must be a table [experiment]");
}

TEST_CASE("an assignment that can't be made gets a sentence", "[promise]") {
  CHECK(refused("replicates") ==
        "--set replicates: must be written key.path=value, such as experiment.replicates=8");
  CHECK(refused("a..b=1") ==
        "--set a..b=1: \"a..b\" is no key; write names with dots between, such as "
        "experiment.replicates");
  CHECK(refused("=1") ==
        "--set =1: \"\" is no key; write names with dots between, such as experiment.replicates");
  CHECK(refused("a.b=") == "--set a.b=: there is no value after \"=\"");
  CHECK(refused("a=[1") == "--set a=[1: the text ends in the middle of a list");
  CHECK(refused("a=1\nb=2") == "--set a=1\nb=2: give one value");
  CHECK(refused("scenario.3.name=x") ==
        "--set scenario.3.name=x: scenario has no entry 3; its 2 entries count from 1, "
        "or go by name: one, two");
  CHECK(refused("scenario.name=x") ==
        "--set scenario.name=x: scenario has no entry name; its 2 entries count from 1, "
        "or go by name: one, two");
  CHECK(refused("experiment.replicates.x=1") ==
        "--set experiment.replicates.x=1: experiment.replicates = 4 is not a table");
}

TEST_CASE("a file that can't be read gets a sentence", "[promise]") {
  namespace fs = std::filesystem;
  const fs::path folder = test::scratch("config_set");
  fs::create_directories(folder);
  const auto at = [&](const char* name) { return (folder / name).string(); };
  std::ofstream(folder / "ninth_grade.toml") << "a = 1\n";
  std::ofstream(folder / "bad.toml") << "a = \n";

  CHECK(Document::read(at("ninth_grade.toml")).text() == "a = 1\n");
  CHECK(unreadable(at("bad.toml")) == at("bad.toml") + ":1:5: there is no value after \"=\"");
  CHECK(unreadable(at("ninth_grad.toml")) ==
        at("ninth_grad.toml") + ": there is no such file; did you mean ninth_grade.toml?");
  CHECK(unreadable("/nowhere/at/all") == "/nowhere/at/all: there is no such file");
  CHECK(unreadable("") == "\"\": there is no such file");
  CHECK(unreadable(folder.string()) == folder.string() + ": is a folder, not a file");
  CHECK(unreadable("/dev/zero") == "/dev/zero: is longer than 16 MiB, the most that is read");
  CHECK(unreadable(at("ninth_grade.toml") + "/x") ==
        at("ninth_grade.toml") + "/x: there is no such file");
  fs::remove_all(folder);
}

TEST_CASE("deep nesting is refused, prose is not", "[promise]") {
  std::string deep = "a";
  for (int i = 0; i < 200000; ++i) deep += ".a";
  CHECK(complaint([&] { Document::from_text("d", "\n" + deep + " = 1"); }) ==
        "d:2:1: a key has more than 32 parts");
  CHECK(complaint([&] { Document::from_text("d", "[" + deep + "]"); }) ==
        "d:1:1: a key has more than 32 parts");
  CHECK_FALSE(refused(deep + "=1").empty());
  // Quotes of every kind before it, or between its parts, do not hide it.
  const std::string quotes = "a = [\"\"\"\n'\\\"\n\"\"\"\"\", '''\"\n''', \"\\\"'\", '\"', {";
  CHECK(complaint([&] { Document::from_text("d", quotes + deep + " = 1}]"); }) ==
        "d:4:1: a key has more than 32 parts");
  std::string quoted = "a";
  for (int i = 0; i < 200000; ++i) quoted += "  . \"=,[{#\"";
  CHECK(complaint([&] { Document::from_text("d", quoted + " = 1"); }) ==
        "d:1:1: a key has more than 32 parts");
  std::string prose;
  for (int i = 0; i < 100; ++i) prose += "It rained. They stayed. ";
  prose += std::string(100, '.');
  const std::string text = "a = \"\"\"\n" + prose + "\"\"\"\n# " + prose + "\nb = [1.5, 2.5]\n";
  CHECK_NOTHROW(Document::from_text("d", text));
}

TEST_CASE("whatever the text, there is a document or a sentence", "[promise]") {
  // Pieces of TOML in any order reach deeper into the reader than bytes alone.
  const std::vector<std::string> pieces{
      "a",    "b.c", "=", "\n", "[",   "]",  "[[", "]]",   "\"",       "'",    "\"\"\"",   ",",
      "{",    "}",   "#", "1",  "1.5", "-",  "e9", "true", "nan",      "inf",  " ",        "\\u",
      "\xff", "\t",  ".", "0x", "_",   "\r", "é",  "12:",  "2024-05-", "\x01", "scenario",
  };
  std::uint64_t state = 1;
  const auto draw = [&](std::size_t n) {  // Knuth's MMIX generator: any will do here
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33U) % n;
  };
  int documents = 0;
  int sentences = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto left = draw(14); left > 0; --left) {
      text += draw(12) == 0 ? std::string(1, static_cast<char>(draw(256))) : pieces[draw(35)];
    }
    const auto said = complaint([&] {
      Document document = Document::from_text("f", draw(2) ? text : example);
      document.set("scenario.1=" + text);
      document.set(text);
      const Table root = document.root();
      for (const std::string& key : root.keys()) root.numbers(key, {0, 1}, "", Table::Numbers{});
      root.done();
    });
    ++(said.empty() ? documents : sentences);
    const auto parsed = complaint([&] { Document::from_text("f", text); });
    ++(parsed.empty() ? documents : sentences);
    if (!parsed.empty()) CHECK(parsed.starts_with("f:"));
  }
  CHECK(documents > 100);
  CHECK(sentences > 100);
}

TEST_CASE("set finds a table of a list by its own name or key, and numbers still count",
          "[promise]") {
  const Table root = with({"scenario.two.programs=[\"c\"]", "scenario.1.title=First"}).root();
  CHECK(root.tables("scenario")[1].texts("programs") == Table::Texts{"c"});
  CHECK(root.tables("scenario")[0].text("title") == "First");
  CHECK(refused("scenario.three.title=x") ==
        "--set scenario.three.title=x: scenario has no entry three; its 2 entries count from 1, "
        "or go by name: one, two");
}

TEST_CASE("set may be told which parts of its key name the document", "[promise]") {
  Document document = Document::from_text("e.toml", example);
  document.set("school.experiment.replicates=8", 1);
  CHECK(document.root().table("experiment").whole("replicates", 1, 9, "") == 8);
  CHECK(complaint([&] {
          document.set("school.experiment.replicates.x=8", 1);
        }).starts_with("--set school.experiment.replicates.x=8: "));
  CHECK(complaint([&] { document.set("school=8", 1); }) ==
        "--set school=8: names no key of that file");
}
