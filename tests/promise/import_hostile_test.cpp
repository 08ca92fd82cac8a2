// `belong import oneroster`: broken and hostile rosters get a sentence and exit code 2, and nothing
// is written.

#include <zip.h>

#include <functional>

#include "sim/run/config_error.h"
#include "sim/run/zip_archive.h"
#include "tests/promise/importing.h"

namespace {

using namespace importing;

using Files = std::map<std::string, std::string>;

/// Replaces the first `what` in a file.
void replace(std::string& text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  text.replace(at, what.size(), with);
}

/// Replaces field `column` (from 0) of row `line` (from 1, the header), where no field is quoted.
void set_field(std::string& text, std::size_t line, std::size_t column, const std::string& value) {
  std::size_t at = 0;
  for (std::size_t k = 1; k < line; ++k) at = text.find('\n', at) + 1;
  for (std::size_t k = 0; k < column; ++k) at = text.find(',', at) + 1;
  const std::size_t end = text.find_first_of(",\n", at);
  text.replace(at, end - at, value);
}

struct Case {
  const char* name;
  std::function<void(Files&)> spoil;
  const char* says;
};

const std::vector<Case> kCases{
    {"no manifest", [](Files& f) { f.erase("manifest.csv"); }, "there is no manifest.csv"},
    {"empty manifest", [](Files& f) { f["manifest.csv"].clear(); }, "manifest.csv: is empty"},
    {"manifest without a version",
     [](Files& f) { replace(f["manifest.csv"], "oneroster.version,1.2\n", ""); },
     "manifest.csv: says no oneroster.version"},
    {"another version",
     [](Files& f) { replace(f["manifest.csv"], "oneroster.version,1.2", "oneroster.version,2.0"); },
     "manifest.csv:3: value = 2.0 is not a version that is read: 1.1, 1.2"},
    {"delta mode",
     [](Files& f) { replace(f["manifest.csv"], "file.users,bulk", "file.users,delta"); },
     "(users): only whole exports are read (bulk)"},
    {"a mode nobody knows",
     [](Files& f) { replace(f["manifest.csv"], "file.users,bulk", "file.users,some"); },
     "value = some must be absent, bulk or delta"},
    {"a promised file that is not there", [](Files& f) { f.erase("classes.csv"); },
     "manifest.csv: promises classes.csv (bulk), which is not there"},
    {"a needed file that is absent",
     [](Files& f) { replace(f["manifest.csv"], "file.classes,bulk", "file.classes,absent"); },
     "says that classes.csv is absent"},
    {"a header in other letters",
     [](Files& f) { replace(f["enrollments.csv"], "classSourcedId", "ClassSourcedID"); },
     "enrollments.csv:1: there is no column \"classSourcedId\""},
    {"a column that is there twice", [](Files& f) { replace(f["orgs.csv"], "identifier", "name"); },
     "orgs.csv:1: the column \"name\" is there twice"},
    {"a header alone", [](Files& f) { f["orgs.csv"] = "sourcedId,name,type\n"; },
     "orgs.csv: has no organisation of the type school"},
    {"an empty file", [](Files& f) { f["users.csv"].clear(); }, "users.csv: is empty"},
    {"a class that is not there",
     [](Files& f) { set_field(f["enrollments.csv"], 3, 3, "class-x"); },
     "enrollments.csv:3: classSourcedId = class-x is the id of nothing in classes.csv"},
    {"a user who is not there", [](Files& f) { set_field(f["enrollments.csv"], 4, 5, "nobody"); },
     "enrollments.csv:4: userSourcedId = nobody is the id of nothing in users.csv"},
    {"a term that is not there",
     [](Files& f) { f["academicSessions.csv"].resize(f["academicSessions.csv"].find('\n') + 1); },
     "is the id of nothing in academicSessions.csv"},
    {"a role of nobody", [](Files& f) { set_field(f["roles.csv"], 2, 3, "nobody"); },
     "roles.csv:2: userSourcedId = nobody is the id of nothing in users.csv"},
    {"an id twice",
     [](Files& f) { f["orgs.csv"] += f["orgs.csv"].substr(f["orgs.csv"].find('\n') + 1); },
     "is the id of another row as well"},
    {"an id that is empty", [](Files& f) { set_field(f["roles.csv"], 2, 3, ""); },
     "roles.csv:2: userSourcedId = \"\" is the id of nothing"},
    {"a status of delta mode", [](Files& f) { set_field(f["enrollments.csv"], 2, 1, "inactive"); },
     "enrollments.csv:2: status = inactive must be empty in bulk mode"},
    {"a date that is none", [](Files& f) { set_field(f["enrollments.csv"], 2, 8, "08/18/2025"); },
     "enrollments.csv:2: beginDate = 08/18/2025 is no date as 2026-02-28"},
    {"an end before the beginning",
     [](Files& f) { set_field(f["enrollments.csv"], 2, 9, "2024-01-01"); },
     "endDate = 2024-01-01 is before it begins"},
    {"neither true nor false", [](Files& f) { set_field(f["enrollments.csv"], 2, 7, "TRUE"); },
     "enrollments.csv:2: primary = TRUE must be true or false"},
    {"a race that is neither", [](Files& f) { set_field(f["demographics.csv"], 2, 5, "yes"); },
     "demographics.csv:2: americanIndianOrAlaskaNative = yes must be true or false"},
    {"too few fields", [](Files& f) { f["enrollments.csv"] += "a,b\n"; },
     "this row has 2 fields; the header has 10"},
    {"a quote that never ends", [](Files& f) { f["users.csv"] += "\"x,\n\n\n"; },
     "a quote that never ends"},
    {"text after a quote", [](Files& f) { f["orgs.csv"] += "\"a\"b,,,,,,\n"; },
     "text after a closing quote"},
    {"UTF-16",
     [](Files& f) {
       std::string wide = "\xFF\xFE";
       for (const char c : f["orgs.csv"]) wide += std::string{c, '\0'};
       f["orgs.csv"] = wide;
     },
     "a zero byte; is the file UTF-8?"},
    {"a field of 2 MiB",
     [](Files& f) { f["users.csv"] += std::string(std::size_t{2} << 20, 'x') + "\n"; },
     "a field of more than 1 MiB"},
    {"a quoted field of 2 MiB",
     [](Files& f) { f["users.csv"] += '"' + std::string(std::size_t{2} << 20, '\n') + "\"\n"; },
     "a field of more than 1 MiB; a quote may be missing"},
    {"a million columns",
     [](Files& f) { f["users.csv"] = std::string(1000000, ',') + f["users.csv"]; },
     "users.csv:1: a row of more than 1000 fields"},
    {"nobody enrolled",
     [](Files& f) { f["enrollments.csv"].resize(f["enrollments.csv"].find('\n') + 1); },
     "no student is enrolled in a class of a school"},
    {"letters that a terminal obeys",
     [](Files& f) { set_field(f["enrollments.csv"], 2, 1, "\x1b[2J"); },
     "status = ?[2J must be empty"},
};

void check_refused(const Imported& imported, const std::string& says) {
  sandbox::refused(imported.outcome, says);
  CHECK(std::count(imported.outcome.said.begin(), imported.outcome.said.end(), '\n') == 1);
  CHECK_FALSE(fs::exists(imported.folder));
  for (const auto& entry : fs::directory_iterator(fs::path(imported.folder).parent_path())) {
    CHECK(entry.path().string().find(".part") == std::string::npos);
  }
}

}  // namespace

TEST_CASE("a broken roster gets a sentence and exit code 2, and nothing is written", "[promise]") {
  const SyntheticRoster sound = make_roster({.students = 20});
  for (const Case& one : kCases) {
    DYNAMIC_SECTION(one.name) {
      SyntheticRoster spoilt = sound;
      one.spoil(spoilt.files);
      check_refused(import(spoilt, "spoilt"), one.says);
    }
  }
}

TEST_CASE("an import writes over nothing, and reads nothing but a folder or an archive",
          "[promise]") {
  const SyntheticRoster roster = make_roster({.students = 20});
  const std::string from = fresh("from");
  synthetic::write_folder(roster, from);
  const std::string into = fresh("into");
  const auto code = [&](const std::string& what) {
    return belong("import oneroster " + what + " -o " + into + " --like " + kHigh).code;
  };
  SECTION("a folder with something in it") {
    fs::create_directories(into);
    std::ofstream(into + "/mine.txt") << "mine";
    CHECK(code(from) == 2);
    CHECK(files_in(into).size() == 1);
  }
  SECTION("an empty folder is filled") {
    fs::create_directories(into);
    CHECK(code(from) == 0);
  }
  SECTION("what is neither") {
    CHECK(code(from + "/users.csv") == 2);
    CHECK(code("/dev/null") == 2);
    CHECK(code(from + "/nothing_there") == 2);
    CHECK_FALSE(fs::exists(into));
  }
  SECTION("a field of 2 GiB") {
    fs::resize_file(from + "/users.csv", std::uintmax_t{2} << 30);  // takes no room on the disk
    sandbox::refused(belong("import oneroster " + from + " -o " + into),
                     "users.csv: is longer than 512 MiB, the most that is read");
    CHECK_FALSE(fs::exists(into));
  }
  SECTION("another format") {
    sandbox::refused(belong("import edfi " + from + " -o " + into), "only oneroster is known");
  }
}

TEST_CASE("hostile archives are refused before anything is read of them", "[promise]") {
  const SyntheticRoster roster = make_roster({.students = 20});
  const std::string path = fresh("hostile.zip");
  const auto refused = [&](const Files& files, const std::string& says) {
    synthetic::write_zip(files, path);
    check_refused(import_folder(path, "hostile"), says);
  };
  Files files = roster.files;
  SECTION("a name that leads up") {
    files["../../etc/cron.d/x"] = "x";
    refused(files, "../../etc/cron.d/x leads out of the archive");
  }
  SECTION("a name in the middle that leads up") {
    files["a/../../b"] = "x";
    refused(files, "leads out of the archive");
  }
  SECTION("an absolute name") {
    files["/etc/passwd"] = "x";
    refused(files, "/etc/passwd leads out of the archive");
  }
  SECTION("a name of another system") {
    files["..\\users.csv"] = "x";
    refused(files, "leads out of the archive");
  }
  SECTION("a bomb: 64 MiB of nothing in 64 KiB") {
    files["bomb.csv"] = std::string(std::size_t{64} << 20, '0');
    refused(files, "bomb.csv grows more than 200-fold when unpacked");
  }
  SECTION("a bomb under a name that is read") {
    files["users.csv"] += std::string(std::size_t{64} << 20, '\n');
    refused(files, "users.csv grows more than 200-fold");
  }
  SECTION("more files than any roster has") {
    for (int k = 0; k < 1200; ++k) files["f" + std::to_string(k)] = "";
    refused(files, "entries; at most 1000");
  }
  SECTION("the files in a folder of the archive") {
    Files deeper;
    for (const auto& [name, text] : files) deeper["export/" + name] = text;
    refused(deeper, "the files themselves must be at its top");
  }
  SECTION("a symbolic link") {
    files["users.csv"] = "/etc/passwd";
    synthetic::write_zip(files, path);
    zip_t* zip = zip_open(path.c_str(), 0, nullptr);
    const auto place = static_cast<zip_uint64_t>(zip_name_locate(zip, "users.csv", 0));
    zip_file_set_external_attributes(zip, place, 0, ZIP_OPSYS_UNIX, 0120777u << 16);
    REQUIRE(zip_close(zip) == 0);
    check_refused(import_folder(path, "hostile"), "users.csv is a symbolic link");
  }
  SECTION("what is no archive, or one that is cut short") {
    std::ofstream(path) << "PK no archive";
    check_refused(import_folder(path, "hostile"), "cannot be read as a zip archive");
    synthetic::write_zip(files, path);
    fs::resize_file(path, fs::file_size(path) / 2);
    check_refused(import_folder(path, "hostile"), "cannot be read as a zip archive");
  }
  SECTION("a byte that has changed") {
    synthetic::write_zip(files, path);
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(fs::file_size(path) / 2));  // within enrollments.csv
    file << "\x55\xAA\x55\xAA";
    file.close();
    const Imported imported = import_folder(path, "hostile");
    CHECK(imported.outcome.code == 2);
    CHECK_FALSE(fs::exists(imported.folder));
  }
}

TEST_CASE("an archive's limits hold for each file and for all together", "[promise]") {
  const std::string path = fresh("limits.zip");
  synthetic::write_zip({{"a", std::string(600, 'a')}, {"b", std::string(600, 'b')}}, path);
  CHECK_NOTHROW(sim::ZipArchive(path, {600, 1200}));
  CHECK_THROWS_WITH(sim::ZipArchive(path, {599, 1200}), Catch::Contains("is longer than"));
  CHECK_THROWS_WITH(sim::ZipArchive(path, {600, 1199}), Catch::Contains("holds more than"));
  CHECK(sim::ZipArchive(path).text("b") == std::string(600, 'b'));
}
