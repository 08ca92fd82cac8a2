// orgs.csv, academicSessions.csv, courses.csv, classes.csv and enrollments.csv: which classes there
// are, when, and who sits in them or teaches them.

#include <fmt/format.h>

#include <algorithm>

#include "cli/roster_file.h"
#include "sim/run/config_error.h"

namespace cli {
namespace {

/// Every kind of organisation has a place; schools have one in roster.schools, others kGone.
Ids read_orgs(const RosterSource& source, const RosterManifest& manifest, Roster& roster) {
  Ids ids;
  const RosterFile file(source, manifest, "orgs.csv", {{"name"}, {"type"}, {"identifier", false}});
  const auto take = [&](const sim::CsvRecord& row) {
    static const std::vector<std::string> others{"department", "district", "local", "state",
                                                 "national"};
    if (row[3] != "school") {
      if (std::find(others.begin(), others.end(), row[3]) == others.end()) {
        pass_over(row, 3, roster.notes);
      }
      add_id(row, kGone, ids);
      return;
    }
    add_id(row, static_cast<std::uint32_t>(roster.schools.size()), ids);
    roster.schools.push_back({row[0], row[2], row[4]});
  };
  file.each(roster.notes, take, [&](const sim::CsvRecord& row) { add_id(row, kGone, ids); });
  if (roster.schools.empty()) {
    throw sim::ConfigError(source.place("orgs.csv") + ": has no organisation of the type school");
  }
  return ids;
}

struct Sessions {
  Ids ids;
  std::vector<Span> spans;
};

Sessions read_sessions(const RosterSource& source, const RosterManifest& manifest, Roster& roster) {
  Sessions all;
  const RosterFile file(source, manifest, "academicSessions.csv", {{"startDate"}, {"endDate"}});
  const auto take = [&](const sim::CsvRecord& row) {
    for (const std::size_t date : {2u, 3u}) {
      if (row[date].empty()) row.fail(date, "is no date as 2026-02-28");
    }
    add_id(row, static_cast<std::uint32_t>(all.spans.size()), all.ids);
    all.spans.push_back(span_in(row, 2, 3));
  };
  file.each(roster.notes, take, [&](const sim::CsvRecord& row) { add_id(row, kGone, all.ids); });
  return all;
}

struct Courses {
  Ids ids;
  std::vector<CourseKind> kinds;
  bool there = false;
};

Courses read_courses(const RosterSource& source, const RosterManifest& manifest, Roster& roster) {
  Courses all;
  all.there = manifest.has("courses.csv");
  if (!all.there) return all;
  const RosterFile file(source, manifest, "courses.csv",
                        {{"title", false}, {"subjects", false}, {"subjectCodes", false}});
  const auto take = [&](const sim::CsvRecord& row) {
    add_id(row, static_cast<std::uint32_t>(all.kinds.size()), all.ids);
    all.kinds.push_back(kind_of_course(row[4], row[3], row[2]));
  };
  file.each(roster.notes, take, [&](const sim::CsvRecord& row) { add_id(row, kGone, all.ids); });
  return all;
}

/// Spans in order, those that touch or overlap made one.
std::vector<Span> joined(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  std::vector<Span> all;
  for (const Span& span : spans) {
    if (!all.empty() && span.begin <= all.back().end) {
      all.back().end = std::max(all.back().end, span.end);
    } else {
      all.push_back(span);
    }
  }
  return all;
}

class ClassReader {
 public:
  ClassReader(const RosterSource& source, const RosterManifest& manifest, Roster& roster)
      : roster_(roster),
        orgs_(read_orgs(source, manifest, roster)),
        sessions_(read_sessions(source, manifest, roster)),
        courses_(read_courses(source, manifest, roster)),
        file_(source, manifest, "classes.csv",
              {{"title", false},
               {"courseSourcedId", false},
               {"classType", false},
               {"schoolSourcedId"},
               {"termSourcedIds"},
               {"subjects", false},
               {"subjectCodes", false},
               {"periods", false}}) {}

  Ids read() {
    const auto gone = [&](const sim::CsvRecord& row) { add_id(row, kGone, ids_); };
    file_.each(
        roster_.notes, [&](const sim::CsvRecord& row) { take(row); }, gone);
    return std::move(ids_);
  }

 private:
  void take(const sim::CsvRecord& row) {
    RosterClass one;
    one.key = key_of(row[0]);
    one.school = place_of_id(row, 5, orgs_, "orgs.csv");
    if (one.school == kGone) row.fail(5, "is no school of orgs.csv");
    std::vector<Span> spans;
    for (const std::string& term : list_of(row[6])) {
      const std::uint32_t place = place_of_id(row, 6, term, sessions_.ids, "academicSessions.csv");
      if (place != kGone) spans.push_back(sessions_.spans[place]);
    }
    if (spans.empty()) row.fail(6, "names no term; every class has one");
    one.terms = joined(std::move(spans));
    CourseKind kind = kind_of_course(row[8], row[7], row[2]);
    if (courses_.there && !row[3].empty()) {
      const std::uint32_t place = place_of_id(row, 3, courses_.ids, "courses.csv");
      if (place != kGone) {
        const CourseKind& course = courses_.kinds[place];
        if (course.known) kind.subject = course.subject;
        kind.advanced = kind.advanced || course.advanced;
      }
    }
    one.subject = kind.subject;
    one.advanced = kind.advanced;
    one.homeroom = row[4] == "homeroom";
    if (!one.homeroom && row[4] != "scheduled" && !row[4].empty()) pass_over(row, 4, roster_.notes);
    one.periods = list_of(row[9]);
    add_id(row, static_cast<std::uint32_t>(roster_.classes.size()), ids_);
    roster_.classes.push_back(std::move(one));
  }

  Roster& roster_;
  Ids orgs_;
  Sessions sessions_;
  Courses courses_;
  RosterFile file_;
  Ids ids_;
};

/// Is the user known for other roles than this one? Staff may teach; nobody is a student by
/// accident.
bool is_not(const RosterUser& user, bool teacher) {
  if (teacher) return user.student && !user.teacher && !user.other;
  return !user.student && (user.teacher || user.other);
}

/// Puts the seats of each school together, and marks students who sit in several.
void sort_by_school(Roster& roster) {
  const auto school = [&](const RosterSeat& seat) { return roster.classes[seat.of_class].school; };
  std::stable_sort(roster.seats.begin(), roster.seats.end(),
                   [&](const RosterSeat& a, const RosterSeat& b) { return school(a) < school(b); });
  roster.first_seat.assign(roster.schools.size() + 1, 0);
  std::vector<std::uint32_t> first(roster.users.size(), kGone);  // school of each student
  for (const RosterSeat& seat : roster.seats) {
    ++roster.first_seat[school(seat) + 1];
    if (seat.teaches) continue;
    if (first[seat.user] == kGone) first[seat.user] = school(seat);
    if (first[seat.user] != school(seat)) roster.users[seat.user].in_several = true;
  }
  for (std::size_t k = 0; k < roster.schools.size(); ++k) {
    roster.first_seat[k + 1] += roster.first_seat[k];
  }
}

}  // namespace

void read_classes(const RosterSource& source, const RosterManifest& manifest, Roster& roster) {
  const Ids classes = ClassReader(source, manifest, roster).read();
  const RosterFile file(source, manifest, "enrollments.csv",
                        {{"classSourcedId"},
                         {"userSourcedId"},
                         {"role"},
                         {"primary", false},
                         {"beginDate", false},
                         {"endDate", false}});
  const auto take = [&](const sim::CsvRecord& row) {
    RosterSeat seat;
    seat.of_class = place_of_id(row, 2, classes, "classes.csv");
    seat.user = place_of_id(row, 3, roster.user_id, "users.csv");
    seat.when = span_in(row, 6, 7);
    seat.teaches = row[4] == "teacher";
    seat.primary = row[5] == "true";
    if (row[5] != "true" && row[5] != "false" && !row[5].empty()) {
      row.fail(5, "must be true or false");
    }
    if (!seat.teaches && row[4] != "student") {
      const bool other = row[4] == "administrator" || row[4] == "proctor" || row[4] == "aide";
      if (other) {
        ++roster.notes.other_roles;
      } else {
        pass_over(row, 4, roster.notes);
      }
      return;
    }
    if (seat.of_class == kGone || seat.user == kGone) {
      ++roster.notes.left_out;
    } else if (is_not(roster.users[seat.user], seat.teaches)) {
      ++roster.notes.wrong_roles;
    } else {
      roster.seats.push_back(seat);
    }
  };
  file.each(roster.notes, take, [](const sim::CsvRecord&) {});
  sort_by_school(roster);
}

}  // namespace cli
