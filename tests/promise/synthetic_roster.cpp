#include "tests/promise/synthetic_roster.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace synthetic {
namespace {

const std::vector<std::string> kTitles{"English", "Algebra", "Biology", "World History",
                                       "Spanish", "Band",    "Health"};
const std::vector<std::string> kCodes{"01001", "02052", "03051", "04051",
                                      "24052", "05101", "08051"};

/// xorshift64*: the same texts everywhere.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 2654435761u + 88172645463325252u) {}
  std::uint64_t next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 2685821657736338717u;
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>((next() >> 33) % n); }

 private:
  std::uint64_t state_;
};

class Writer {
 public:
  explicit Writer(const RosterSpec& spec) : spec_(spec), chance_(spec.seed) {}

  SyntheticRoster write() {
    start();
    for (std::size_t left = spec_.students; left > 0;) {
      const std::size_t here = std::min(left, spec_.in_a_school);
      school(here);
      left -= here;
    }
    for (auto& [name, text] : r_.files) finish(text);
    return std::move(r_);
  }

 private:
  bool newer() const { return spec_.version == "1.2"; }
  std::string& file(const char* name) { return r_.files[name]; }
  std::string secret(std::string text) {
    r_.secrets.push_back(text);
    return text;
  }
  std::string id(const char* kind) {
    return secret(fmt::format("{}-{:012x}{:03x}", kind, chance_.next() >> 16, ++ids_ & 0xfff));
  }

  void start() {
    file("manifest.csv") = fmt::format(
        "propertyName,value\nmanifest.version,1.0\noneroster.version,{}\nfile.orgs,bulk\n"
        "file.academicSessions,bulk\nfile.courses,bulk\nfile.classes,bulk\nfile.users,bulk\n"
        "file.enrollments,bulk\nfile.demographics,{}\nfile.categories,absent\n",
        spec_.version, spec_.demographics ? "bulk" : "absent");
    if (newer()) file("manifest.csv") += "file.roles,bulk\n";
    file("orgs.csv") = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n";
    district_ = id("org");
    file("orgs.csv") += district_ + ",,,District,district,,\n";
    file("academicSessions.csv") =
        "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,"
        "schoolYear\n";
    term_ = id("term");
    file("academicSessions.csv") +=
        term_ + ",,,\"Year, whole\",schoolYear,2025-08-18,2026-06-06,,2026\n";
    file("courses.csv") =
        "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,"
        "orgSourcedId,"
        "subjects,subjectCodes\n";
    file("classes.csv") =
        "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,"
        "location,"
        "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\n";
    file("users.csv") =
        newer()
            ? "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,"
              "familyName,email,password,grades\n"
            : "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,"
              "givenName,familyName,email,password,grades\n";
    if (newer()) {
      file("roles.csv") =
          "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,"
          "orgSourcedId,userProfileSourcedId\n";
    }
    file("enrollments.csv") =
        "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,"
        "primary,"
        "beginDate,endDate\n";
    if (!spec_.demographics) return;
    file("demographics.csv") =
        "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,"
        "blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,"
        "demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity\n";
  }

  std::string user(const char* role, const std::string& grade) {
    const std::string one = id(role);
    const std::string given = secret(fmt::format("Qzgiven{}", ids_));
    const std::string family = secret(fmt::format("Xwfamily{}", ids_));
    const std::string mail = secret(fmt::format("qz{}@mail.invalid", ids_));
    const std::string word = secret(fmt::format("hunter{}", ids_));
    const std::string tail =
        fmt::format("qzname{},{{X:{}}},\"{} \"\"Q\"\"\",\"{},\nJr\",{},{},{}\n", ids_, ids_, given,
                    family, mail, word, grade);
    file("users.csv") += newer() ? fmt::format("{},,,true,{}", one, tail)
                                 : fmt::format("{},,,true,{},{},{}", one, org_, role, tail);
    if (newer()) {
      file("roles.csv") += fmt::format("{},,,{},primary,{},,,{},\n", id("role"), one, role, org_);
    }
    return one;
  }

  void demographics(const std::string& student) {
    if (!spec_.demographics) return;
    const std::size_t race = chance_.below(20);
    const auto yes = [&](bool is) { return is ? "true" : "false"; };
    const std::string born = secret(fmt::format("{}-{:02}-{:02}", 2007 + chance_.below(4),
                                                1 + chance_.below(12), 1 + chance_.below(28)));
    file("demographics.csv") +=
        fmt::format("{},,,{},{},{},{},{},false,{},false,{}\n", student, born,
                    chance_.below(50) == 0 ? "" : (chance_.below(2) == 0 ? "female" : "male"),
                    yes(race == 0), yes(race == 1), yes(race >= 2 && race < 6),
                    yes(race >= 12 && race < 19), yes(race >= 6 && race < 12));
  }

  void enrol(const ClassTruth& one, const std::string& who, const char* role) {
    file("enrollments.csv") += fmt::format("{},,,{},{},{},{},{},2025-08-18,2026-06-06\n", id("enr"),
                                           one.id, org_, who, role, role[0] == 't' ? "true" : "");
    r_.secrets.pop_back();  // a million of them would take long to look for
  }

  ClassTruth add_class(std::size_t course, const std::string& grade, std::uint32_t period,
                       bool homeroom) {
    ClassTruth one;
    one.id = id("class");
    one.period = period;
    const bool honors = course < 4 && chance_.below(4) == 0;
    file("classes.csv") += fmt::format(
        "{},,,\"{}{}, {}\",{},{},,{},Room 1,{},\"{}\",,,{}\n", one.id, honors ? "Honors " : "",
        kTitles[course], period + 1, grade, course_[course], homeroom ? "homeroom" : "scheduled",
        org_, term_, spec_.names_periods && !homeroom ? std::to_string(period + 1) : "");
    return one;
  }

  std::vector<std::string> students_of(std::size_t n, const std::string& grade) {
    std::vector<std::string> all;
    for (std::size_t k = 0; k < n; ++k) {
      all.push_back(user("student", grade));
      r_.student_ids.push_back(all.back());
      demographics(all.back());
    }
    return all;
  }

  /// A grade with a class a period: each student's courses in some order that has sections.
  void grade_of_periods(std::size_t n, const std::string& grade, std::vector<ClassTruth>& classes) {
    const std::uint32_t periods = spec_.periods;
    const std::size_t sections = std::max<std::size_t>(1, n / 25);
    std::vector<std::vector<std::vector<std::size_t>>> at(
        periods, std::vector<std::vector<std::size_t>>(periods));
    for (std::size_t c = 0; c < periods; ++c) {
      for (std::size_t s = 0; s < sections; ++s) {
        const auto period = static_cast<std::uint32_t>((c + s) % periods);
        at[c][period].push_back(classes.size());
        classes.push_back(add_class(c, grade, period, false));
        teacher_of(classes.back(), c);
      }
    }
    for (const std::string& student : students_of(n, grade)) {
      std::vector<std::size_t> order(periods);
      for (std::size_t c = 0; c < periods; ++c) order[c] = c;
      const std::size_t turn = chance_.below(std::min<std::size_t>(sections, periods));
      for (std::size_t c = 0; c < periods; ++c) order[c] = (c + turn) % periods;
      for (std::size_t c = periods; sections >= periods && c > 1; --c) {
        std::swap(order[c - 1], order[chance_.below(c)]);
      }
      for (std::size_t c = 0; c < periods; ++c) {
        const auto& choices = at[c][order[c]];
        ClassTruth& one = classes[choices[chance_.below(choices.size())]];
        one.students.insert(student);
        enrol(one, student, "student");
      }
    }
  }

  void grade_of_homerooms(std::size_t n, const std::string& grade,
                          std::vector<ClassTruth>& classes) {
    const auto students = students_of(n, grade);
    for (std::size_t from = 0; from < n; from += 22) {
      ClassTruth home = add_class(0, grade, 0, true), music = add_class(5, grade, 5, false);
      for (ClassTruth* one : {&home, &music}) {
        one->teacher = user("teacher", "");
        enrol(*one, one->teacher, "teacher");
        for (std::size_t k = from; k < std::min(n, from + 22); ++k) {
          one->students.insert(students[k]);
          enrol(*one, students[k], "student");
        }
        classes.push_back(*one);
      }
    }
  }

  /// The course's first teacher who is free then and has fewer than five classes.
  void teacher_of(ClassTruth& one, std::size_t course) {
    for (auto& [teacher, busy] : teachers_[course]) {
      if (busy.size() >= 5 || busy.count(one.period) != 0) continue;
      busy.insert(one.period);
      one.teacher = teacher;
      break;
    }
    if (one.teacher.empty()) {
      teachers_[course].push_back({user("teacher", ""), {one.period}});
      one.teacher = teachers_[course].back().first;
    }
    enrol(one, one.teacher, "teacher");
  }

  void school(std::size_t n) {
    org_ = id("org");
    r_.school_ids.push_back(org_);
    file("orgs.csv") += fmt::format("{},,,School {},school,{},{}\n", org_, r_.schools.size() + 1,
                                    100 + r_.schools.size(), district_);
    course_.clear();
    teachers_.assign(kTitles.size(), {});
    for (std::size_t c = 0; c < kTitles.size(); ++c) {
      course_.push_back(id("course"));
      file("courses.csv") +=
          fmt::format("{},,,,{},C{},,{},,{}\n", course_[c], kTitles[c], c, org_, kCodes[c]);
    }
    std::vector<ClassTruth> classes;
    const std::size_t grades = n < 4 ? 1 : 4;
    for (std::size_t g = 0; g < grades; ++g) {
      const std::size_t size = n * (g + 1) / grades - n * g / grades;
      const std::string grade = fmt::format("{:02}", (spec_.self_contained ? 1 : 9) + g);
      if (spec_.self_contained) {
        grade_of_homerooms(size, grade, classes);
      } else {
        grade_of_periods(size, grade, classes);
      }
    }
    r_.schools.push_back(std::move(classes));
  }

  void finish(std::string& text) const {
    if (spec_.crlf) {
      std::string wide;
      for (const char c : text) {
        if (c == '\n') wide += '\r';
        wide += c;
      }
      text = std::move(wide);
    }
    if (spec_.bom) text.insert(0, "\xEF\xBB\xBF");
  }

  const RosterSpec spec_;
  Chance chance_;
  SyntheticRoster r_;
  std::uint64_t ids_ = 0;
  std::string district_, term_, org_;
  std::vector<std::string> course_;
  std::vector<std::vector<std::pair<std::string, std::set<std::uint32_t>>>> teachers_;
};

}  // namespace

SyntheticRoster make_roster(const RosterSpec& spec) { return Writer(spec).write(); }

void write_folder(const SyntheticRoster& roster, const std::string& folder) {
  std::filesystem::create_directories(folder);
  for (const auto& [name, text] : roster.files) {
    std::ofstream(std::filesystem::path(folder) / name, std::ios::binary) << text;
  }
}

void write_zip(const std::map<std::string, std::string>& files, const std::string& path) {
  zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  if (zip == nullptr) throw std::runtime_error("cannot write " + path);
  for (const auto& [name, text] : files) {
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), 0);
  }
  if (zip_close(zip) != 0) throw std::runtime_error("cannot write " + path);
}

}  // namespace synthetic
