#pragma once
// What can be seen of each student on a day: every outcome, what surveys show, some things of one
// class, and answers to questions that are put to the model ("what would this student read into
// this cue?"). For per-student tables and for holding the model against evidence; nothing here
// acts on anything.

#include <array>
#include <cstdint>
#include <string_view>

#include "models/outcomes.h"

namespace models {

/// Variables besides the outcomes; their codes follow those of the outcomes.
enum class Extra : std::uint32_t {
  preparation,
  grade,
  entered,
  prior_gpa,
  prior_belonging,
  own_share_kept,
  absent_so_far,
  felt_support,
  experience,
  class_support,
  class_relation,
  class_felt,
  class_mark,
  class_advanced,
  class_section,
  class_teacher,
  class_referrals,
  course_referrals,
  revise,
  cue_quarter,
  cue_half,
  vigilance_quarter,
  vigilance_half,
  strike_first,
  strike_second,
  test_plain,
  test_evaluative,
  day_cue,
  day_reading,
  day_evidence,
  day_hurt,
  count
};
inline constexpr std::size_t kExtras = static_cast<std::size_t>(Extra::count);

struct ExtraRow {
  std::string_view key, unit;
  bool of_class;  ///< one value per class period
  std::string_view doc;
};

inline constexpr std::array<ExtraRow, kExtras> kExtraRows{{
    {"preparation", "SD", false, "preparation, from one distribution for every group"},
    {"grade", "grade", false, "grade within the school, from 0"},
    {"entered", "year", false, "year of the run in which the student came to the school, from 1"},
    {"prior_gpa", "mark", false, "last year's final grade-point average"},
    {"prior_belonging", "SD", false, "belonging at last year's end"},
    {"own_share_kept", "1", false,
     "the own group's share of this school's students (first dimension) over its share among last "
     "year's schoolmates"},
    {"absent_so_far", "1", false, "share of the year's days missed up to this day"},
    {"felt_support", "1", false, "mean over classes of support met and relation"},
    {"experience", "cue", false,
     "smoothed experience: evidence and answered bids of the last weeks"},
    {"class_support", "1", true, "support that reaches the student in this class"},
    {"class_relation", "1", true, "relation with this class's teacher"},
    {"class_felt", "1", true, "mean of support met and relation in this class"},
    {"class_mark", "mark", true, "last mark in this class's course"},
    {"class_advanced", "1", true, "1 if the course is advanced"},
    {"class_section", "section", true, "number of the section"},
    {"class_teacher", "teacher", true, "number of the teacher in this school"},
    {"class_referrals", "1/student", true, "referrals issued in this class since the year began"},
    {"course_referrals", "1/student", true,
     "referrals issued in the classes of this subject since the year began; by subject, not "
     "period"},
    {"revise", "1", false, "chance to revise work after one critical comment in the first class"},
    {"cue_quarter", "SD", false,
     "belonging that the day speaks for (s*ybar) if a quarter of each class were like the student"},
    {"cue_half", "SD", false, "the same if half of each class were"},
    {"vigilance_quarter", "1", false, "vigilance on the day if a quarter of each class were"},
    {"vigilance_half", "1", false, "vigilance on the day if half of each class were"},
    {"strike_first", "logit", false,
     "first teacher's logit of a referral for an ambiguous incident of an unknown student"},
    {"strike_second", "logit", false, "the same with one incident remembered"},
    {"test_plain", "mark", false, "mark on one test that is not taken as an evaluation"},
    {"test_evaluative", "mark", false, "mark on the same test, taken as an evaluation"},
    {"day_cue", "cue", false,
     "mean cue of the day's classes, before it is read; none if absent. On a marking period's last "
     "day work given back counts with that day's mark"},
    {"day_reading", "1", false,
     "mean weight given on the day to 'is this about whether people like me belong here'; none if "
     "absent"},
    {"day_evidence", "cue", false,
     "mean of what the day's cues say as they are read, with a referral or a hurtful event; none "
     "if absent"},
    {"day_hurt", "1", false, "1 if the student met an identity-based hurtful event on the day"},
}};

/// What is to be seen: an outcome, an extra, or what a survey shows.
struct Variable {
  enum class Kind : std::uint32_t { outcome, extra, score, favourable };
  Kind kind = Kind::outcome;
  std::uint32_t code = 0;        ///< of the outcome or extra; of a survey: of its construct
  std::uint32_t of_extra = 0;    ///< of a survey: 1 if the construct is an extra
  std::uint32_t instrument = 0;  ///< of a survey: its place in the list of instruments
  std::uint32_t period = 0;      ///< of a class

  friend bool operator==(const Variable&, const Variable&) = default;
};

}  // namespace models
