#include "cli/imported_school.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <map>

#include "cli/roster_words.h"
#include "sim/run/config_error.h"
#include "sim/run/csv_columns.h"
#include "sim/run/near_key.h"
#include "sim/run/text_file.h"

namespace cli {
namespace {

using models::Structure;
using sim::CsvRecord, sim::CsvColumn;

constexpr std::size_t kMostBytes = std::size_t{64} << 20;
constexpr std::uint32_t kMostStudents = 65535, kMostSections = 60000, kMostTeachers = 60000;

/// A number from 1 to `most`, which counts from 0 from here on.
std::uint32_t number(const CsvRecord& row, std::size_t column, std::uint32_t most) {
  const std::string& text = row[column];
  std::uint32_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (end != text.data() + text.size() || error != std::errc() || n < 1 || n > most) {
    row.fail(column, fmt::format("is not a whole number from 1 to {}", most));
  }
  return n - 1;
}

/// The running number of a row: one more than that of the row before.
void check_running(const CsvRecord& row, std::size_t so_far, std::uint32_t most) {
  if (number(row, 0, most) != so_far) {
    row.fail(0, fmt::format("is not the next running number, {}", so_far + 1));
  }
}

template <class Words>
std::size_t word(const CsvRecord& row, std::size_t column, const Words& words) {
  const auto place = place_of(row[column], words);
  if (!place) row.fail(column, "is not known here" + sim::instead(row[column], words));
  return *place;
}

class Reader {
 public:
  Reader(const std::string& folder, const DimensionNames& names, Structure& s)
      : folder_(folder), names_(names), s_(s) {}

  void students() {
    std::vector<CsvColumn> wanted{{"student"}, {"grade"}};
    for (const auto& dimension : names_.dimensions) wanted.push_back({dimension.key, false});
    std::vector<std::size_t> rank;
    each("students.csv", wanted, [&](const CsvRecord& row) {
      check_running(row, rank.size(), kMostStudents);
      rank.push_back(word(row, 1, kGrades));
      for (std::size_t d = 0; d < names_.dimensions.size(); ++d) {
        s_.people.membership[d].push_back(membership(row, d));
      }
    });
    if (rank.empty()) throw sim::ConfigError(path("students.csv") + ": has no students");
    number_grades(rank);
    for (auto& column : s_.people.membership) {
      const auto given = [](std::uint8_t m) { return m != models::kNotGiven; };
      if (std::none_of(column.begin(), column.end(), given)) column.clear();
    }
  }

  void sections() {
    const std::vector<CsvColumn> wanted{
        {"section"}, {"period"}, {"subject"}, {"level"}, {"teacher"}};
    each("sections.csv", wanted, [&](const CsvRecord& row) {
      check_running(row, s_.sections.size(), kMostSections);
      models::Section section;
      section.period = static_cast<std::uint8_t>(number(row, 1, models::kMaxPeriods));
      section.subject = static_cast<std::uint8_t>(word(row, 2, kSubjects));
      section.advanced = static_cast<std::uint8_t>(word(row, 3, kLevels));
      section.teacher = static_cast<std::uint16_t>(number(row, 4, kMostTeachers));
      s_.periods = std::max<std::uint32_t>(s_.periods, section.period + 1u);
      s_.teachers = std::max<std::uint32_t>(s_.teachers, section.teacher + 1u);
      s_.sections.push_back(section);
    });
    if (s_.sections.empty()) throw sim::ConfigError(path("sections.csv") + ": has no sections");
    s_.periods = std::max(s_.periods, 4u);  // the model's least
  }

  void enrolments() {
    std::vector<std::vector<std::uint16_t>> members(s_.sections.size());
    std::vector<std::array<std::uint32_t, models::kMaxPeriods>> day(s_.students());
    each("enrolments.csv", {{"section"}, {"student"}}, [&](const CsvRecord& row) {
      const std::uint32_t section = number(row, 0, static_cast<std::uint32_t>(members.size()));
      const std::uint32_t id = number(row, 1, static_cast<std::uint32_t>(day.size()));
      const std::uint32_t period = s_.sections[section].period;
      if (day[id][period] != 0) {
        row.fail(1, fmt::format("has two sections in period {}: {} and {}", period + 1,
                                day[id][period], section + 1));
      }
      day[id][period] = section + 1;
      members[section].push_back(static_cast<std::uint16_t>(id));
    });
    for (std::size_t id = 0; id < day.size(); ++id) {
      if (std::any_of(day[id].begin(), day[id].end(), [](auto s) { return s != 0; })) continue;
      throw sim::ConfigError(
          fmt::format("{}: student {} has no section", path("enrolments.csv"), id + 1));
    }
    fill(members, s_.first_member, s_.members);
    count_members();
  }

  void friends() {
    if (!std::filesystem::exists(path("friends.csv"))) return;
    std::vector<std::vector<std::uint16_t>> named(s_.students());
    each("friends.csv", {{"from"}, {"to"}}, [&](const CsvRecord& row) {
      const std::uint32_t from = number(row, 0, static_cast<std::uint32_t>(named.size()));
      const std::uint32_t to = number(row, 1, static_cast<std::uint32_t>(named.size()));
      if (from == to) row.fail(1, "names itself");
      named[from].push_back(static_cast<std::uint16_t>(to));
      if (named[from].size() > models::kMaxFriends) {
        row.fail(0, fmt::format("names more than {} friends", models::kMaxFriends));
      }
    });
    fill(named, s_.first_friend, s_.friends);
  }

 private:
  std::string path(const char* file) const {
    return (std::filesystem::path(folder_) / file).lexically_normal().string();
  }

  template <class Take>
  void each(const char* file, const std::vector<CsvColumn>& wanted, Take take) const {
    const std::string name = path(file);
    sim::each_csv_record(name, sim::read_text_file(name, kMostBytes), wanted, take);
  }

  std::uint8_t membership(const CsvRecord& row, std::size_t d) const {
    const std::string& key = row[2 + d];
    if (key.empty()) return models::kNotGiven;
    std::vector<std::string_view> known;
    for (const auto& one : names_.dimensions[d].memberships) known.push_back(one.key);
    return static_cast<std::uint8_t>(word(row, 2 + d, known));
  }

  /// The grades that are there, from the lowest, as 0, 1, 2 ...
  void number_grades(const std::vector<std::size_t>& rank) {
    std::map<std::size_t, std::uint8_t> number;
    for (const std::size_t r : rank) number[r] = 0;
    std::uint8_t next = 0;
    for (auto& [r, n] : number) n = next++;
    if (number.size() > 13) {
      throw sim::ConfigError(fmt::format("{}: has {} grades; a school has at most 13",
                                         path("students.csv"), number.size()));
    }
    s_.grades = static_cast<std::uint32_t>(number.size());
    for (const std::size_t r : rank) s_.people.grade.push_back(number[r]);
  }

  void fill(std::vector<std::vector<std::uint16_t>>& lists, std::vector<std::uint32_t>& first,
            std::vector<std::uint16_t>& all) const {
    first.push_back(0);
    for (auto& list : lists) {
      std::sort(list.begin(), list.end());
      list.erase(std::unique(list.begin(), list.end()), list.end());
      all.insert(all.end(), list.begin(), list.end());
      first.push_back(static_cast<std::uint32_t>(all.size()));
    }
  }

  /// A section's grade is that of most of its students.
  void count_members() {
    for (std::size_t k = 0; k < s_.sections.size(); ++k) {
      std::array<std::uint32_t, 13> heads{};
      for (std::uint32_t m = s_.first_member[k]; m < s_.first_member[k + 1]; ++m) {
        ++heads[s_.people.grade[s_.members[m]]];
      }
      s_.sections[k].grade =
          static_cast<std::uint8_t>(std::max_element(heads.begin(), heads.end()) - heads.begin());
      s_.sections[k].students =
          static_cast<std::uint16_t>(s_.first_member[k + 1] - s_.first_member[k]);
    }
  }

  const std::string& folder_;
  const DimensionNames& names_;
  Structure& s_;
};

}  // namespace

Structure read_structure(const std::string& folder, const DimensionNames& names,
                         bool self_contained) {
  Structure s;
  s.self_contained = self_contained ? 1 : 0;
  Reader reader(folder, names, s);
  reader.students();
  reader.sections();
  reader.enrolments();
  reader.friends();
  return s;
}

StructureText structure_text(const Structure& s, const DimensionNames& names,
                             const std::vector<std::size_t>& grades) {
  StructureText text;
  std::vector<std::size_t> given;
  text.students = "student,grade";
  for (std::size_t d = 0; d < names.dimensions.size(); ++d) {
    if (s.people.membership[d].empty()) continue;
    given.push_back(d);
    text.students += "," + names.dimensions[d].key;
  }
  text.students += '\n';
  for (std::size_t id = 0; id < s.students(); ++id) {
    text.students += fmt::format("{},{}", id + 1, kGrades[grades[s.people.grade[id]]]);
    for (const std::size_t d : given) {
      const std::uint8_t m = s.people.membership[d][id];
      text.students += ',';
      if (m != models::kNotGiven) text.students += names.dimensions[d].memberships[m].key;
    }
    text.students += '\n';
  }
  text.sections = "section,period,subject,level,teacher\n";
  text.enrolments = "section,student\n";
  for (std::size_t k = 0; k < s.sections.size(); ++k) {
    const models::Section& one = s.sections[k];
    text.sections += fmt::format("{},{},{},{},{}\n", k + 1, one.period + 1, kSubjects[one.subject],
                                 kLevels[one.advanced], one.teacher + 1);
    for (std::uint32_t m = s.first_member[k]; m < s.first_member[k + 1]; ++m) {
      text.enrolments += fmt::format("{},{}\n", k + 1, s.members[m] + 1);
    }
  }
  if (s.first_friend.empty()) return text;
  text.friends = "from,to\n";
  for (std::size_t id = 0; id < s.students(); ++id) {
    for (std::uint32_t k = s.first_friend[id]; k < s.first_friend[id + 1]; ++k) {
      text.friends += fmt::format("{},{}\n", id + 1, s.friends[k] + 1);
    }
  }
  return text;
}

}  // namespace cli
