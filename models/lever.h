#pragma once
// Levers: what adults change. A lever is data: which input it shifts, whom it reaches (decided
// before any outcome), when, by how much, with what fidelity and decay. Inputs are rebuilt every
// day, so a lever that closes leaves nothing to undo. Shifts add up in the order of the levers'
// names and are clamped once.

#include <array>
#include <cstdint>
#include <string_view>

#include "sim/kernel/params.h"

namespace models {

/// Who has the input.
enum class Level : std::uint32_t { teacher, student, school };

enum class Input : std::uint32_t {
  support,
  support_gap,
  empathic_mindset,
  workload,
  professional_learning,
  follow_up,
  data_cycle,
  team_talk,
  feedback_warmth,
  feedback_clarity,
  materials,
  teaching,
  message,
  peer_cue,
  attendance_support,
  adult_contact,
  study_support,
  stigma,
  harassment,
  shared_blocks,
  affirmation,
  repair,
  suspension,
  defiance,
  teacher_identity,
  advanced_access,
  detracking,
  implementation,
  participation,
  count
};
inline constexpr std::size_t kInputs = static_cast<std::size_t>(Input::count);

struct InputRow {
  std::string_view key;
  Level level;
  sim::Range legal;  ///< of one lever's amount, and of the sum of all
  std::string_view unit;
  std::string_view doc;  ///< what adults do
};

/// One row per input, in the order of the enumeration.
inline constexpr std::array<InputRow, kInputs> kInputRows{{
    {"support",
     Level::teacher,
     {-1, 1},
     "1",
     "teachers give more caring, feedback for growth and meaningful work"},
    {"support_gap",
     Level::teacher,
     {-1, 1},
     "1",
     "share of the missing support for some groups that teachers close (negative: widen)"},
    {"empathic_mindset",
     Level::teacher,
     {-1, 1},
     "1",
     "teachers understand what a student's behaviour means before they respond"},
    {"workload",
     Level::teacher,
     {-1, 1},
     "1",
     "what the program takes (positive) or gives (negative) of teachers' time"},
    {"professional_learning",
     Level::teacher,
     {0, 1},
     "1",
     "share of a full week of professional learning on practice"},
    {"follow_up", Level::teacher, {0, 1}, "1", "coaching that keeps a practice alive"},
    {"data_cycle",
     Level::teacher,
     {0, 1},
     "1",
     "teachers see their students' ratings by subgroup and adjust; acts at the week's bell of an "
     "open day"},
    {"team_talk",
     Level::teacher,
     {0, 1},
     "1",
     "teachers talk in their team about every student they share"},
    {"feedback_warmth",
     Level::teacher,
     {-3, 3},
     "cue",
     "critical feedback joins high standards and assurance"},
    {"feedback_clarity",
     Level::teacher,
     {0, 1},
     "1",
     "share of the doubt about what critical feedback means that its framing removes"},
    {"materials", Level::teacher, {-1, 1}, "1", "representation in curriculum and materials"},
    {"teaching",
     Level::teacher,
     {-1, 1},
     "1",
     "change of what an hour of class yields, as a share"},
    {"message",
     Level::student,
     {0, 1},
     "1/day",
     "students read and write that adversity at a transition is normal and passes"},
    {"peer_cue", Level::student, {-3, 3}, "cue", "activities that let classmates know each other"},
    {"attendance_support",
     Level::student,
     {-3, 3},
     "logit",
     "adults solve what keeps a student away: transport, health, care, clothes"},
    {"adult_contact",
     Level::student,
     {-3, 3},
     "cue",
     "another adult in school knows the student and checks in"},
    {"study_support",
     Level::student,
     {-1, 1},
     "1",
     "extra help with work that is behind, as a share of what a day yields"},
    {"stigma",
     Level::school,
     {-0.9f, 0.9f},
     "1",
     "change of contextual stigma by narratives, policies and symbols, as a share"},
    {"harassment",
     Level::school,
     {-1, 1},
     "1",
     "change of the rate of identity-based hurtful events, as a share"},
    {"shared_blocks",
     Level::school,
     {0, 1},
     "yes/no",
     "groups of students share sections and teachers in three core subjects; from a term's first "
     "day"},
    {"affirmation",
     Level::student,
     {0, 1},
     "1",
     "students write about what they value at stressful moments; share by which an open question "
     "about belonging weighs less"},
    {"repair",
     Level::teacher,
     {0, 1},
     "1",
     "after a referral, a conversation that repairs; share of what the referral costs that it "
     "undoes"},
    {"suspension",
     Level::school,
     {-1, 1},
     "1",
     "change of the chance that a referral ends in a suspension, as a share"},
    {"defiance",
     Level::school,
     {0, 1},
     "1",
     "share of referrals for ambiguous incidents that can no longer end in a suspension"},
    {"teacher_identity",
     Level::teacher,
     {0, 1},
     "yes/no",
     "teachers of a membership, named under [lever.becomes], teach in place of those reached; all "
     "else about them is the same"},
    {"advanced_access",
     Level::school,
     {0, 1},
     "yes/no",
     "the same bar for advanced courses for every membership, and nobody loses a place; from a "
     "term's first day"},
    {"detracking",
     Level::school,
     {0, 1},
     "yes/no",
     "core courses without levels, all students together; from a term's first day"},
    {"implementation",
     Level::school,
     {0, 1},
     "1",
     "someone owns the work: share of what other programs do not deliver that is delivered after "
     "all"},
    {"participation",
     Level::school,
     {0, 1},
     "1",
     "someone sees to it that people take part: share of those whom other programs' samples leave "
     "out that they reach after all; counts on the day on which the other lever opens"},
}};

inline constexpr std::size_t kMaxBoosters = 4;
inline constexpr std::uint32_t kAnyone = 0xffffffffu;

/// Whom a lever reaches. All conditions hold together; none: everyone at the input's level.
struct Reach {
  std::uint32_t dimension = kAnyone;  ///< students (or teachers) with this membership
  std::uint32_t membership = kAnyone;
  std::uint32_t subject = kAnyone;  ///< teachers of this subject
  std::uint32_t grade = kAnyone;    ///< students of this grade
  float share = 1;                  ///< a keyed sample of this share [0, 1]
  float lowest_marks = 1;           ///< students in the lowest share by marks on entry [0, 1]
  float lowest_attendance = 1;      ///< students in the highest share by frailty on entry [0, 1]
  std::uint32_t newcomers = 0;      ///< 1: only teachers who are new to the school this year
};

/// When: open from day `start` for `days`; with `every`, `open_for` days out of each `every`.
/// After it closes its dose fades with `decay_days` (0: at once). Boosters open it for a day. Days
/// are those of the run, from 0; with `every_year`, of each of its years.
struct Schedule {
  std::uint32_t start = 0;
  std::uint32_t days = 0xffffu;
  std::uint32_t every = 0;
  std::uint32_t open_for = 0;
  std::uint32_t boosters = 0;
  std::array<std::uint32_t, kMaxBoosters> booster{};
  float decay_days = 0;
  std::uint32_t every_year = 0;
};

/// What teachers reached by `teacher_identity` count as.
struct Becomes {
  std::uint32_t dimension = kAnyone;
  std::uint32_t membership = kAnyone;
};

/// Plain numbers, so that a lever is handed over as it is: to a worker, a file, a web page.
struct Lever {
  Input input = Input::support;
  float amount = 0;           ///< in the input's unit, within its range
  float fidelity = 1;         ///< mean share of the amount that schools deliver [0, 1]
  float fidelity_spread = 0;  ///< half-width of a uniform draw per school and program [0, 0.5]
  std::uint32_t program = 0;  ///< levers of one program share their fidelity draw
  Reach reach;
  Schedule schedule;
  Becomes becomes;  ///< of `teacher_identity` only
};

/// The day that a schedule counts on a day of the run.
inline std::uint32_t counted_day(const Schedule& schedule, std::uint32_t day_of_run,
                                 std::uint32_t days_in_year) {
  return schedule.every_year != 0 ? day_of_run % days_in_year : day_of_run;
}

/// Share of the amount on a day that the schedule counts, in [0, 1], before fidelity.
float dose(const Schedule& schedule, std::uint32_t day);

/// Is the lever open on a day that the schedule counts (not merely fading)?
bool open(const Schedule& schedule, std::uint32_t day);

}  // namespace models
