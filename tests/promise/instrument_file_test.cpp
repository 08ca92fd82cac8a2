// Instruments as files: a scale of its own, or another's.

#include "cli/instrument_file.h"

#include <catch2/catch.hpp>

#include "sim/run/config_error.h"
#include "tests/promise/sandbox.h"

namespace {

std::string refused_because(const std::string& path) {
  try {
    cli::read_instrument(path);
    return "";
  } catch (const sim::ConfigError& error) {
    return error.what();
  }
}

constexpr const char* kAsked = R"([instrument]
name = "again"
title = "Again"
about = "The same, asked of another time."
source = "none"
construct = "prior_belonging"
same_scale_as = "belonging"
questions = ["a", "b", "c", "d", "e"]
)";

}  // namespace

TEST_CASE("an instrument on another's scale has all of it but its own draws", "[promise]") {
  const std::string folder = std::string(BELONG_SOURCE_DIR) + "/configs/instruments/";
  const models::Instrument now = cli::read_instrument(folder + "belonging.toml").scale;
  const models::Instrument then = cli::read_instrument(folder + "belonging_last_spring.toml").scale;
  for (const auto& field : models::Instrument::fields()) {
    INFO(field.key);
    CHECK(then.*field.member == now.*field.member);
  }
  CHECK(then.trait_key == now.trait_key);
  CHECK(then.key != now.key);
}

TEST_CASE("a scale that can't be taken over is answered at its place", "[promise]") {
  const sandbox::Sandbox box("instruments");
  const std::string path = box.path("instruments/again.toml").string();
  const auto with = [&](const std::string& text) {
    box.write("instruments/again.toml", text);
    return refused_because(path);
  };
  const auto replaced = [](std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
  };
  CHECK(with(kAsked) == "");
  const auto says = [](const std::string& said, const std::string& part) {
    INFO(said);
    CHECK(said.find(part) != std::string::npos);
  };
  says(with(std::string(kAsked) + "[scale]\nmiddle = 3\n"), "is given beside [scale]");
  says(with(replaced(kAsked, "= \"belonging\"\nq", "= \"belongin\"\nq")),
       "did you mean belonging.toml?");
  says(with(replaced(kAsked, ", \"e\"", "")), "names an instrument of 5 questions, not 4");
  says(with(replaced(kAsked, "as = \"belonging\"", "as = \"belonging_last_spring\"")),
       "itself has another's scale");
}
