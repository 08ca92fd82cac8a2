#include "cli/import_account.h"

#include <fmt/format.h>

#include <functional>

namespace cli {
namespace {

class Account {
 public:
  Account(const Roster& roster, const std::vector<SchoolRoster>& schools, const SchoolSet& like,
          const ImportFacts& facts)
      : roster_(roster), schools_(schools), like_(like), facts_(facts) {}

  ImportAccount write() {
    found();
    assumed();
    left_out();
    return std::move(out_);
  }

 private:
  std::size_t sum(std::size_t RosterCounts::*count) const {
    std::size_t all = 0;
    for (const SchoolRoster& school : schools_) all += school.counts.*count;
    return all;
  }

  /// "students": those dimensions that the roster gives, or does not.
  std::string dimensions(bool given) const {
    std::vector<std::string> names;
    for (std::size_t d = 0; d < facts_.given.size(); ++d) {
      if (facts_.given[d] == given) names.push_back(like_.names.dimensions[d].label);
    }
    return fmt::format("{}", fmt::join(names, ", "));
  }

  void found() {
    const auto n = [&](std::size_t RosterCounts::*count) { return sum(count); };
    out_.found.push_back(fmt::format(
        "OneRoster {}: {} school(s), {} students, {} sections, {} teachers, {} enrolments on {}",
        roster_.version, schools_.size(), n(&RosterCounts::students), n(&RosterCounts::sections),
        n(&RosterCounts::teachers), n(&RosterCounts::seats), date_of(facts_.day)));
    if (facts_.self_contained) {
      out_.found.push_back(
          "Self-contained classes: half of the students have fewer than four "
          "classes besides their homeroom");
    }
    const std::string given = dimensions(true);
    if (!given.empty()) out_.found.push_back("Memberships from demographics.csv: " + given);
    if (!facts_.self_contained) {
      out_.found.push_back(
          fmt::format("{} of {} sections of core subjects are advanced, by the "
                      "words of their titles",
                      n(&RosterCounts::advanced), n(&RosterCounts::core)));
    }
    std::size_t ties = 0;
    for (const SchoolRoster& school : schools_) ties += school.structure.friends.size();
    if (facts_.friends) out_.found.push_back(fmt::format("{} friendship ties", ties));
  }

  void assume(std::size_t n, const char* what) {
    if (n > 0) out_.assumed.push_back(fmt::format(fmt::runtime(what), n));
  }

  void assumed() {
    if (!facts_.day_chosen) {
      out_.assumed.push_back(fmt::format(
          "The day, {}: the first with the most students in classes (--date takes another)",
          date_of(facts_.day)));
    }
    out_.assumed.push_back(fmt::format(
        "How the environment treats each group, the calendar and all else that no roster tells: as "
        "in {} (--like takes another)",
        facts_.like));
    const std::string drawn = dimensions(false);
    if (!drawn.empty()) {
      out_.assumed.push_back(
          fmt::format("Shares of {}: that file's; who has which is drawn", drawn));
    }
    out_.assumed.push_back(
        "What students and teachers bring: drawn, as in a synthetic school; "
        "nobody is estimated");
    bool given = true;
    for (const SchoolRoster& school : schools_) given = given && school.counts.given_periods;
    if (!given && !facts_.self_contained) {
      out_.assumed.push_back(
          "Periods: set so that no student is in two places at once, and no teacher as far as can "
          "be, as "
          "the roster names none that can be used");
    }
    assume(sum(&RosterCounts::free_periods),
           "{} free periods of students: spent in a class of their own once more");
    assume(sum(&RosterCounts::no_teacher), "A teacher for each of {} sections that name none");
    assume(sum(&RosterCounts::more_teachers),
           "One teacher for each of {} sections that name several: the primary one, if one is");
    assume(sum(&RosterCounts::grades_guessed),
           "Grades of {} students without a usable one: that of most of their classmates");
    assume(sum(&RosterCounts::no_race),
           "Race and ethnicity of {} students, for whom the roster gives none that the school file "
           "has: drawn like the others'");
    assume(sum(&RosterCounts::no_sex), "Gender of {} students, in the same way");
    assume(roster_.notes.active, "{} rows have the status active, which bulk mode leaves empty");
  }

  void leave_out(std::size_t n, const char* what) {
    if (n > 0) out_.left_out.push_back(fmt::format(fmt::runtime(what), n));
  }

  void left_out() {
    out_.left_out.push_back(
        "Names, e-mail addresses, birth dates, passwords and all ids; students, sections and "
        "teachers are running numbers");
    leave_out(sum(&RosterCounts::no_class), "{} students without a class on that day");
    leave_out(sum(&RosterCounts::elsewhere),
              "Classes in other schools of {} students, who may be counted there too");
    leave_out(sum(&RosterCounts::homerooms), "{} homerooms beside a class a period");
    leave_out(sum(&RosterCounts::too_many),
              "{} enrolments beyond seven classes a day; core subjects are kept first");
    leave_out(sum(&RosterCounts::clashes),
              "{} enrolments in classes that meet at the same time as another of the student's");
    leave_out(sum(&RosterCounts::empty), "{} classes that are left without students");
    leave_out(sum(&RosterCounts::repeated), "{} enrolments that are there twice");
    leave_out(roster_.notes.other_roles, "{} enrolments of neither students nor teachers");
    leave_out(roster_.notes.wrong_roles,
              "{} enrolments as student or teacher of users who have only other roles");
    leave_out(roster_.notes.left_out, "{} rows that are to be deleted, or hang on one");
    if (const std::size_t n = roster_.notes.unknown_words; n > 0) {
      out_.left_out.push_back(
          fmt::format("{} with a word that the standard's list does not hold, the first at {}",
                      n == 1 ? "1 row" : fmt::format("{} rows", n), roster_.notes.first_unknown));
    }
    leave_out(facts_.friends_out,
              "{} friendship ties to oneself, out of the school, or beyond the tenth");
  }

  const Roster& roster_;
  const std::vector<SchoolRoster>& schools_;
  const SchoolSet& like_;
  const ImportFacts& facts_;
  ImportAccount out_;
};

}  // namespace

std::vector<std::string> ImportAccount::lines() const {
  std::vector<std::string> all;
  const auto add = [&](const char* head, const std::vector<std::string>& list) {
    all.emplace_back(head);
    for (const std::string& line : list) all.push_back("  " + line);
  };
  add("Found", found);
  add("Assumed", assumed);
  add("Left out", left_out);
  return all;
}

ImportAccount import_account(const Roster& roster, const std::vector<SchoolRoster>& schools,
                             const SchoolSet& like, const ImportFacts& facts) {
  return Account(roster, schools, like, facts).write();
}

}  // namespace cli
