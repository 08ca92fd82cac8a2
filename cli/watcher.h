#pragma once
// Watches one unit: keeps the values of its students by id, and adds up its surveys.

#include "cli/sight_plan.h"
#include "cli/student_columns.h"
#include "cli/survey_tallies.h"
#include "models/inputs.h"
#include "models/record.h"

namespace cli {

class Watcher {
 public:
  /// All outlive this. Students are kept if `plan` sees any.
  Watcher(const SightPlan& plan, const Watch& watch, const models::School& school,
          const StudentShape& shape, const SurveyLayout& layout);

  models::SnapshotObserver observer();

  /// Once the unit has run: how the levers of each scenario reach the students, in the classes that
  /// they were seen in on the first of the days. A lever on the school or on students counts 1 for
  /// each whom it reaches, a lever on teachers the share of the day's classes whose teacher it
  /// reaches. NaN if the first of the days lies in a later year.
  void see_reach(const std::vector<models::Scenario>& scenarios);

  StudentColumns take_students() { return std::move(students_); }
  std::vector<SurveySums> take_surveys() { return std::move(surveys_); }  ///< [scenario][layout]

 private:
  static void see(void* context, std::uint32_t scenario, std::uint32_t sight, const float* values);
  void keep(const SightUse& use, std::uint32_t scenario, const float* values);
  void add(const SightUse& use, std::uint32_t scenario, const float* values);
  void see_groups();

  const SightPlan& plan_;
  const Watch& watch_;
  const models::School& school_;
  const SurveyLayout& layout_;
  models::Groups groups_;
  StudentColumns students_;
  std::vector<SurveySums> surveys_;
};

}  // namespace cli
