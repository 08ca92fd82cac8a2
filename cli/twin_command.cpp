#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/level.h"
#include "cli/output_path.h"
#include "cli/roster_plans.h"
#include "cli/text_lines.h"
#include "cli/twin_choice.h"
#include "cli/twin_differences.h"
#include "cli/twin_table.h"
#include "sim/run/whole_file.h"

namespace cli {
namespace {

constexpr std::size_t kWidth = 100;  // columns of the terminal
constexpr const char* kNotice =
    "A synthetic student in a synthetic school: something to think with, not a forecast of a "
    "child.";

void print_lives(const Experiment& e, const TwinChoice& choice) {
  fmt::print("  A: {}\n  B: {}\n", e.scenarios.front().title, e.scenarios[choice.scenario].title);
}

/// By belonging on a day.
models::OneOfAll choose(const OneUnit& unit, const models::Model& model, std::uint32_t day,
                        models::Whose whose) {
  const models::Sight sight{{models::Variable::Kind::outcome, 0}, day};
  static_assert(static_cast<int>(models::Outcome::belonging) == 0);
  const auto seen = live_and_see(unit, model, {sight}, {});
  return models::one_of(seen[0], seen[1], whose);
}

/// Why this student.
std::string why(const models::OneOfAll& one, models::Whose whose, std::size_t students,
                std::uint32_t day) {
  if (whose == models::Whose::most && one.apart == 0.0f) {
    return fmt::format("Chosen because nobody's belonging differs on day {}: the first student.",
                       day);
  }
  return fmt::format(
      "Chosen because, of the {} students of this school, {} on day {} ({:+.2f} SD){} "
      "--differences shows them all.",
      students,
      whose == models::Whose::most ? "this one's belonging differs most"
                                   : "this one's difference in belonging is the middle one",
      day, one.apart,
      whose == models::Whose::most ? ": the largest difference, not a usual one."
                                   : ". --whose most shows the one who differs most;");
}

/// The student who has this number on a day: since when, and in which grade.
struct Holder {
  std::uint32_t year = 0;       ///< of the run, from 0, on that day
  std::uint32_t first_day = 0;  ///< of the run; 0 for all who are there from the start
  std::uint32_t grade = 0;      ///< from 0
};
Holder holder(const models::School& school, std::uint32_t student, std::uint32_t day) {
  Holder one;
  one.year = day / school.plan.calendar.days;
  const models::People& people = school.in(one.year).people;
  one.first_day = people.entered[student] * school.plan.calendar.days;
  one.grade = people.grade[student];
  return one;
}

/// Memberships and grade: where the student stands in the school, and nothing about worth.
std::string who(const DimensionNames& names, const models::School& school, std::uint32_t student,
                const Holder& one) {
  std::string text;
  const auto& now = school.in(one.year);
  for (std::size_t d = 0; d < names.dimensions.size(); ++d) {
    const auto& dimension = names.dimensions[d];
    const std::uint8_t m = now.membership[d][now.row_of_id[student]];
    text += fmt::format("{}: {}. ", dimension.label, dimension.memberships[m].label);
  }
  const auto grades = static_cast<int>(school.plan.profile.grades);
  text += grades == 1 ? "In the one grade that is simulated."
                      : fmt::format("In grade {} of the {} that are simulated, from the lowest.",
                                    one.grade + 1, grades);
  if (one.first_day > 0) text += fmt::format(" Came to the school on day {}.", one.first_day);
  return text;
}

std::string unit_words(const Experiment& e, const TwinChoice& choice) {
  return fmt::format("school {}, replicate {} of {}", e.schools.schools[choice.school].school,
                     choice.replicate + 1, e.replicates);
}

void print_legend() {
  print_paragraph(
      "Cue: what the day's classes say, from unwelcoming (-) to welcoming (+), before it is read. "
      "Read: weight given to \"is this about whether people like me belong here\". The rest is the "
      "student's answer at the day's end: belonging in SD, engagement and vigilance from 0 to 1, "
      "relation with teachers from -1.2 to 1.2. \"-\": not in class that day.",
      kWidth);
}

int print_differences(const Experiment& e, const TwinChoice& choice, const OneUnit& unit,
                      const models::Model& model) {
  fmt::print("{}: {}, {} synthetic students\n", e.title, unit_words(e, choice),
             unit.school->students());
  print_lives(e, choice);
  print_paragraph(
      fmt::format("Each student's life in B less the same student's life in A, on school day {}. "
                  "One paired run: chance in the days of one school is not averaged out. Not a "
                  "forecast of any child.",
                  choice.last),
      kWidth);
  const SchoolDifferences found = school_differences(unit, model, choice.last);
  fmt::print("\n{}", differences_text(e, unit, found));
  return 0;
}

int print_twin(const TwinOptions& options, const Experiment& e, TwinChoice choice,
               const OneUnit& unit, const models::Model& model) {
  models::OneOfAll chosen{options.student.value_or(0), 0.0f};
  const auto whose = options.whose == "most" ? models::Whose::most : models::Whose::middle;
  if (!options.student) chosen = choose(unit, model, choice.last, whose);
  const std::uint32_t student = chosen.student;
  const Holder one = holder(*unit.school, student, choice.last);
  fmt::print("{}: synthetic student {} of {}\n", e.title, student, unit_words(e, choice));
  print_paragraph(who(e.schools.names, *unit.school, student, one), kWidth, 2);
  print_paragraph(kNotice, kWidth, 2);
  if (!options.student) {
    print_paragraph(why(chosen, whose, unit.school->students(), choice.last), kWidth, 2);
  }
  if (one.first_day > choice.first) {
    print_paragraph(fmt::format("Before day {0} another student had this number; --days 0:{1} "
                                "shows an earlier one.",
                                one.first_day, one.first_day - 1),
                    kWidth, 2);
    choice.first = one.first_day;
  }
  fmt::print("\nTwo lives with the same chances: what differs comes from what adults changed.\n");
  print_lives(e, choice);
  print_legend();
  const TwinDays days{choice.first, choice.last};
  const TwoLives lives(unit, model, student, choice.last);
  fmt::print("\n{}", twin_table(lives, days));
  if (options.output.empty()) return 0;
  const std::string about = fmt::format(
      "{} {}: student {} of {}; baseline {}, scenario {}. {}", e.name, e.title, student,
      unit_words(e, choice), e.scenarios.front().key, e.scenarios[choice.scenario].key, kNotice);
  sim::write_whole(options.output, twin_csv(lives, days, about));
  fmt::print("\nWritten: {}\n", options.output);
  return 0;
}

}  // namespace

int twin_command(const TwinOptions& options) {
  const models::Model& model = choose_level("");
  const Experiment e = read_experiment(options.experiment, options.assignments);
  refuse_imported("belong twin", e);
  const TwinChoice choice = twin_choice(options, e);
  if (!options.output.empty()) check_not_an_input("--out", options.output, "the table", e);
  check_not_an_inputs_name("--out", options.output, "the table is CSV", ".csv");
  const OneUnit unit = one_unit(e, model, choice.school, choice.replicate, choice.scenario);
  if (options.differences) return print_differences(e, choice, unit, model);
  return print_twin(options, e, choice, unit, model);
}

}  // namespace cli
