#pragma once
// What a run's observer is to see, in the order of the days, and what each sight is for.

#include <vector>

#include "cli/watch.h"
#include "models/snapshot.h"

namespace cli {

/// What a sight is for: a stored column of students, or a part of a survey.
struct SightUse {
  enum class Kind { variable, section, teacher, construct, score, favourable };
  Kind kind = Kind::variable;
  std::size_t number = 0;  ///< of the variable or of the survey
  std::size_t inner = 0;   ///< of students: day and class period; of a survey: its day
};

struct SightPlan {
  std::vector<models::Sight> sights;
  std::vector<SightUse> uses;  ///< one for each
  std::vector<models::Instrument> scales;

  /// Surveys, and with `students` what is stored of each. `first` as in read_watch.
  SightPlan(const Watch& watch, const models::SchoolPlan& first, bool students);

 private:
  void add_students(const Watch& watch, std::uint32_t day, std::uint32_t periods);
  void add_surveys(const Watch& watch, std::uint32_t day);
};

}  // namespace cli
