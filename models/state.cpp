#include "models/state.h"

namespace models {

void State::resize(std::size_t students, std::size_t teachers) {
  for (auto* column : {&belonging, &uncertainty, &engagement}) column->resize(students);
  for (auto* column : {&lens,
                       &smoothed,
                       &vigilance,
                       &trust,
                       &discipline,
                       &surprise,
                       &newness,
                       &away,
                       &mean_mark,
                       &friends_scale,
                       &friends_engagement,
                       &present,
                       &evidence,
                       &reading,
                       &answered,
                       &relation_today,
                       &days_present,
                       &days,
                       &efforts,
                       &incidents,
                       &subjective,
                       &referrals,
                       &suspended,
                       &year_present,
                       &year_referrals,
                       &year_suspended,
                       &year_answered,
                       &terms_failed,
                       &terms_counted,
                       &points,
                       &credits}) {
    column->resize(students);
  }
  for (auto* columns : {&relation, &memory, &known, &knowledge, &mark, &term_marks, &setting,
                        &doubt, &support, &talk, &represented, &tie, &class_referrals}) {
    for (auto& column : *columns) column.resize(students);
  }
  effort_units.resize(students);
  friends_by_row.clear();
  friend_rows.clear();
  friends.resize(students);
  practice.resize(teachers);
  practice_met.resize(teachers);
}

}  // namespace models
