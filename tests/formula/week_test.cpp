// The week's bell and the marking period, worked again from the formulas.

#include "models/week.h"

#include <catch2/catch.hpp>

#include "tests/law/small_school.h"

namespace {

/// A small school on its first days, with one lever.
struct Bell {
  models::SchoolPlan plan = small_school::plan(60, false);
  std::unique_ptr<models::School> school;
  models::Scenario scenario;
  std::unique_ptr<models::Inputs> inputs;
  models::State state;

  explicit Bell(models::Lever lever = {}) {
    school = models::build_school(plan, nullptr);
    scenario.parameters = plan.parameters;
    scenario.levers = {lever};
    inputs = std::make_unique<models::Inputs>(*school, scenario);
    inputs->rebuild(0);
    models::start_year(*school, scenario, state);
  }
  models::Day on(std::uint32_t day) const {
    return {*school, school->seating, scenario.parameters, *inputs, sim::stream(2, 0, 0), day};
  }
};

/// The subject of a student's class in a period.
std::uint32_t subject(const models::School& school, std::size_t period, std::size_t row) {
  return school.seating.timetable.sections[school.seating.section[period][row]].subject;
}

}  // namespace

TEST_CASE("learning: efforts go to every course by its teacher, once", "[formula]") {
  Bell b(small_school::lever(models::Input::teaching, 0.1f));
  const auto& p = b.scenario.parameters.learning;
  for (std::size_t row = 0; row < 60; ++row) b.state.efforts[row] = 3;
  models::settle_learning(b.on(4), b.state);
  models::settle_learning(b.on(4), b.state);  // nothing is left to settle
  bool right = true;
  for (std::size_t period = 0; period < 6; ++period) {
    for (std::size_t row = 0; row < 60; ++row) {
      const float teaching = b.school->staff.teaching[b.school->seating.teacher[period][row]];
      const double years = 3 * teaching * 1.1 / (p.effort_reference * 180);
      right = right && b.state.knowledge[period][row] == Approx(years);
    }
  }
  CHECK(right);
}

TEST_CASE("report card: marks, their mean and the surprise", "[formula]") {
  Bell b;
  const auto before = b.state.mean_mark;
  models::mark_period(b.on(44), b.state);
  bool means = true, surprises = true, terms = true;
  double sum = 0;
  for (std::size_t row = 0; row < 60; ++row) {
    double mean = 0;
    for (std::size_t period = 0; period < 6; ++period) {
      mean += b.state.mark[period][row] / 6;
      terms = terms && b.state.term_marks[period][row] == b.state.mark[period][row];
    }
    means = means && b.state.mean_mark[row] == Approx(mean).margin(1e-5);
    surprises = surprises &&
                b.state.surprise[row] == Approx(b.state.mean_mark[row] - before[row]).margin(1e-6);
    sum += b.state.terms_counted[row];
  }
  CHECK(means);
  CHECK(surprises);
  CHECK(terms);
  CHECK(sum == 0);  // day 44 ends a marking period, not a term
}

TEST_CASE("report card: without noise a mark is its formula, at a quarter of the year",
          "[formula]") {
  Bell b;
  b.scenario.parameters.learning.noise = 0;
  for (std::size_t row = 0; row < 60; ++row) {
    b.state.vigilance[row] = 0.01f * static_cast<float>(row);
    for (std::size_t period = 0; period < 6; ++period) b.state.knowledge[period][row] = 0.2f;
  }
  models::mark_period(b.on(44), b.state);
  bool right = true;
  for (std::size_t row = 0; row < 60; ++row) {
    for (std::size_t period = 0; period < 6; ++period) {
      const float mark = models::mark(
          b.school->preparation[row], 0.2f, 0.25f, b.state.vigilance[row],
          b.school->seating.advanced[period][row] != 0, 0, b.scenario.parameters.learning);
      right = right && b.state.mark[period][row] == Approx(mark).margin(1e-5);
    }
  }
  CHECK(right);
}

TEST_CASE("a term's end: finals are means, a fail counts 0 and earns no credit", "[formula]") {
  Bell b;
  for (std::size_t row = 0; row < 60; ++row) {
    for (std::size_t period = 0; period < 6; ++period) b.state.knowledge[period][row] = 0.1f;
  }
  models::mark_period(b.on(44), b.state);
  const auto first = b.state.mark;
  models::mark_period(b.on(89), b.state);  // the last day of the first term
  bool right = true;
  float failed = 0, passed = 0;
  for (std::size_t row = 0; row < 60; ++row) {
    double points = 0, credits = 0, core = 0;
    for (std::size_t period = 0; period < 6; ++period) {
      const float final_mark = (first[period][row] + b.state.mark[period][row]) / 2;
      points += final_mark >= 1 ? final_mark : 0;
      credits += final_mark >= 1 ? 1 : 0;
      core += final_mark < 1 && subject(*b.school, period, row) < 4 ? 1 : 0;
      right = right && b.state.term_marks[period][row] == 0.0f;
    }
    right = right && b.state.points[row] == Approx(points).margin(1e-4);
    right = right && b.state.credits[row] == static_cast<float>(credits);
    right = right && b.state.terms_failed[row] == static_cast<float>(core);
    right = right && b.state.terms_counted[row] == 6.0f;
    failed += b.state.terms_failed[row];
    passed += b.state.credits[row];
  }
  CHECK(right);
  CHECK(failed > 0);
  CHECK(passed > 0);
}

TEST_CASE("practice: advisors' practice of last week, all teachers at once", "[formula]") {
  Bell b(small_school::lever(models::Input::professional_learning, 0.5f));
  const auto& p = b.scenario.parameters.practice;
  const models::Staff& staff = b.school->staff;
  for (std::size_t j = 0; j < staff.size(); ++j) {
    b.state.practice[j] = 0.05f * static_cast<float>(j % 8);
    b.state.practice_met[j] = 0.5f;
  }
  const auto practice = b.state.practice;
  models::practise_week(b.on(4), b.state);
  bool right = true;
  for (std::size_t j = 0; j < staff.size(); ++j) {
    float others = 0;
    for (std::size_t a = 0; a < staff.advisors[j]; ++a) {
      others +=
          (practice[staff.advisor[a][j]] - practice[j]) / static_cast<float>(staff.advisors[j]);
      right = right && staff.advisor[a][j] != j;
    }
    right = right && b.state.practice[j] ==
                         Approx(models::practise(practice[j], 0.5f, others, 0, 0, p)).margin(1e-6);
    right =
        right && b.state.practice_met[j] == Approx(models::met(0.5f, practice[j], p)).margin(1e-6);
  }
  CHECK(right);
}

TEST_CASE("data cycle: teachers whose students rate them below the goal take up practice",
          "[formula]") {
  Bell b(small_school::lever(models::Input::data_cycle, 1.0f));
  b.scenario.parameters.practice.survey_noise = 0;
  b.scenario.parameters.practice.advisors = 0;
  const models::PracticeParameters& p = b.scenario.parameters.practice;
  b.state.practice.fill(0.0f);
  for (auto& support : b.state.support) support.fill(0.5f);
  models::practise_week(b.on(4), b.state);
  // All ratings are 0.5, 0.3 below the goal of 0.8; those with fewer than 5 answers see nothing.
  std::size_t moved = 0;
  bool right = true;
  for (const float practice : b.state.practice.rows()) {
    right = right && (practice == 0.0f || practice == Approx(p.seen * (p.goal - 0.5f)));
    moved += practice > 0 ? 1 : 0;
  }
  CHECK(right);
  CHECK(moved > b.school->staff.size() / 2);
}
