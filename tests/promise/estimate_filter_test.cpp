// `where`, `from` and `to` of an estimate: which students count, by hand, on a model that shows
// the same six students every day; and what is wrong with them gets a sentence.

#include <cmath>

#include "cli/level.h"
#include "cli/measure.h"
#include "evidence_box.h"

using sandbox::EvidenceBox;
using sandbox::refused;

namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
constexpr std::array<float, 6> kX{1, 2, 4, 8, 16, 32};
constexpr std::array<float, 6> kWhere{-900, 0.25f, 0.5f, 0.75f, kNone, 900};
constexpr std::array<float, 6> kWhereAgain{1, 0, 0, 0, 0, 0};  // in the second scenario
constexpr std::array<float, 6> kPresent{1, 1, kNone, 1, 1, 1};

models::School* six_students(const models::SchoolPlan& plan, const models::EntryTable*) {
  auto* school = new models::School;
  school->plan = plan;
  school->people.preparation.resize(6);
  for (auto& column : school->membership) column.resize(6);
  return school;
}

/// preparation: x, on day 2 a hundred times as much; prior_gpa: where; prior_belonging: present.
void show_six(const models::UnitPlan& unit, models::Entries*, std::uint32_t*) {
  const models::SnapshotObserver& seen = unit.observers.snapshots;
  for (std::uint32_t scenario = 0; scenario < unit.scenario_count; ++scenario) {
    for (std::uint32_t k = 0; k < seen.sight_count; ++k) {
      auto values = kX;
      switch (static_cast<models::Extra>(seen.sights[k].variable.code)) {
        case models::Extra::prior_gpa:
          values = scenario == 0 ? kWhere : kWhereAgain;
          break;
        case models::Extra::prior_belonging:
          values = kPresent;
          break;
        default:
          for (float& x : values) x *= seen.sights[k].day == 2 ? 100.0f : 1.0f;
      }
      seen.see(seen.context, scenario, k, values.data());
    }
  }
}

/// The mean of x over those who count.
double mean(const std::string& name, const std::string& filter, const std::string& x = "3") {
  const EvidenceBox box(name);
  box.pattern("X1", "[[estimate]]\nname = \"m\"\nof = \"mean\"\nx = \"preparation@" + x + "\"\n" +
                        filter + "[[claim]]\nwhat = \"m\"\nvalue = \"m\"\n");
  models::Model model = cli::choose_level("");
  model.build = six_students;
  model.release = [](models::School* school) { delete school; };
  model.run = show_six;
  const auto settings = cli::read_patterns(box.folder(), {"X1"}, {}, {});
  cli::MeasureOptions how;
  how.schools = how.seeds = how.threads = 1;
  const auto sums = cli::measure(settings.at(0), {}, model, how);
  return analysis::value(analysis::Statistic::mean, sums.at(0).at(0).at(0));
}

std::string where(const std::string& rest) { return "where = \"prior_gpa@1\"\n" + rest; }

}  // namespace

TEST_CASE("Only students whose value lies between from and to count, both of them included",
          "[formula]") {
  const auto of = [](const std::string& filter) { return mean("filter", filter); };
  CHECK(of("") == Approx(63.0 / 6));
  CHECK(of(where("")) == Approx(47.0 / 5));  // one has no value
  CHECK(of(where("to = 0.5\n")) == Approx(7.0 / 3));
  CHECK(of(where("from = 0.75\n")) == Approx(40.0 / 2));
  CHECK(of(where("from = 0.25\nto = 0.75\n")) == Approx(14.0 / 3));
  CHECK(of(where("from = 0.5\nto = 0.5\n")) == Approx(4));
  CHECK(std::isnan(of(where("from = 0.6\nto = 0.7\n"))));
}

TEST_CASE("A filter goes with the other ones, with several days and with the scenario",
          "[formula]") {
  const auto of = [](const std::string& filter, const std::string& x) {
    return mean("filter_too", filter, x);
  };
  CHECK(of(where("from = 0.25\nto = 0.75\npresent = \"prior_belonging@0\"\n"), "3") ==
        Approx(10.0 / 2));
  CHECK(of(where("to = 0.25\n"), "2..3") == Approx(303.0 / 4));
  CHECK(of(where("from = 0.5\nscenario = \"again\"\n"), "3") == Approx(1));
}

TEST_CASE("A filter that can't be meant gets a sentence", "[promise]") {
  const EvidenceBox box("filter_bad");
  const auto with = [&](const std::string& filter, const std::string& of = "mean") {
    box.pattern("X1", "[[estimate]]\nname = \"m\"\nof = \"" + of + "\"\n" +
                          (of == "mean" ? "x = \"gpa@end\"\n" : "wave = 3\n") + filter +
                          "[[claim]]\nwhat = \"m\"\nvalue = \"m\"\n");
    return box.validate("X1");
  };
  SECTION("in order") { CHECK(with(where("from = 0\nto = 4\n")).code <= 1); }
  SECTION("several days") {
    refused(with("where = \"prior_gpa@1..2\"\n"),
            "where = \"prior_gpa@1..2\" must be one day of one variable");
  }
  SECTION("all classes") {
    refused(with("where = \"class_mark@1\"\n"), "must be one day of one variable");
    CHECK(with("where = \"class_mark.0@1\"\n").code <= 1);
  }
  SECTION("no day") { refused(with("where = \"prior_gpa\"\n"), "must be a variable on a day"); }
  SECTION("a day that the year does not have") {
    refused(with("where = \"prior_gpa@30\"\n"), "has the day 30; allowed are 0 to 29 and end");
  }
  SECTION("no variable") {
    refused(with("where = \"prior_gap@1\"\n"), "did you mean prior_gpa?");
    refused(with("where = \"prior_gap@1\"\n"), "X1.toml:13:9");
  }
  SECTION("edges without a variable") {
    refused(with("from = 1\n"), "estimate.1.from is not a parameter here");
    refused(with("to = 1\n"), "estimate.1.to is not a parameter here");
  }
  SECTION("edges that are no numbers") {
    refused(with(where("from = \"low\"\n")), "from = \"low\"");
    refused(with(where("to = 1e7\n")), "is outside [-1000000, 1000000]");
  }
  SECTION("edges the wrong way round") {
    refused(with(where("from = 0.7\nto = 0.3\n")), "from = 0.7 must not be above to");
    refused(with(where("from = 0.7\nto = 0.3\n")), "X1.toml:14:8");
  }
  SECTION("of a network") {
    refused(with(where(""), "reciprocity"), "estimate.1.where is not a parameter here");
  }
}
