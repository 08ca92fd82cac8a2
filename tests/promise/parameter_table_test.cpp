// The rows of a parameter struct as people read them.

#include "sim/run/parameter_table.h"

#include <array>
#include <catch2/catch.hpp>
#include <limits>
#include <string_view>

namespace {

struct Sample {
  float gain = 0.1F;
  float rows = 8.0F;
  float on = 0.0F;

  static constexpr std::string_view section = "sample";
  static constexpr auto fields() {
    using P = Sample;
    using enum sim::Evidence;
    constexpr float open = std::numeric_limits<float>::infinity();
    return std::array{
        sim::Field<P>{"gain", &P::gain, "1", {0, 1}, "how much | how far", cited, "Doe 2001"},
        sim::Field<P>{
            "rows", &P::rows, "seats", {1, open}, "how long", assumed, "", sim::Kind::whole},
        sim::Field<P>{
            "on", &P::on, "1", {0, 1}, "whether", calibrated, "c.toml", sim::Kind::yes_no},
    };
  }
};

}  // namespace

TEST_CASE("a parameter is described in one line", "[promise]") {
  const auto rows = sim::rows<Sample>();
  REQUIRE(rows.size() == 3);
  CHECK(sim::describe(rows[0]) ==
        "sample.gain = 0.1; [0, 1]: how much | how far (cited: Doe 2001)");
  CHECK(sim::describe(rows[1]) == "sample.rows = 8 seats; whole, 1 or more: how long (assumed)");
  CHECK(sim::describe(rows[2]) == "sample.on = false; true or false: whether (calibrated: c.toml)");
  CHECK(sim::value_text(sim::rows(Sample{.on = 1.0F})[2]) == "true");
}

TEST_CASE("the reference table comes from the rows alone", "[promise]") {
  CHECK(sim::markdown_table<Sample>() ==
        "| key | default | unit | range | meaning | evidence |\n"
        "|---|---|---|---|---|---|\n"
        "| `gain` | 0.1 |  | [0, 1] | how much \\| how far | cited: Doe 2001 |\n"
        "| `rows` | 8 | seats | whole, 1 or more | how long | assumed |\n"
        "| `on` | false |  | true or false | whether | calibrated: c.toml |\n");
}
