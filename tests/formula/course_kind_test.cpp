// What is read of single fields of a roster: subjects, levels, dates, lists.

#include <catch2/catch.hpp>

#include "cli/roster_file.h"
#include "cli/roster_words.h"

namespace {

std::string subject(const std::string& codes, const std::string& subjects,
                    const std::string& title) {
  return std::string(cli::kSubjects[cli::kind_of_course(codes, subjects, title).subject]);
}

}  // namespace

TEST_CASE("a course's subject is that of its code, else of its subjects, else of its title",
          "[formula]") {
  CHECK(subject("01001", "Art", "Algebra") == "english");
  CHECK(subject("24052", "", "") == "languages");
  CHECK(subject("", "Mathematics", "Band") == "mathematics");
  CHECK(subject("local", "", "AP Physics 1") == "science");
  CHECK(subject("", "", "English Language Arts 9") == "english");
  CHECK(subject("", "", "Computer Science Principles") == "other");
  CHECK(subject("", "", "Social Science") == "social_studies");
  CHECK(subject("", "", "U.S. History, Part 2") == "social_studies");
  CHECK(subject("", "", "Martial Arts") == "other");
  CHECK(subject("", "", "Partial Readings") == "other");  // whole words only
  CHECK(subject("", "", "") == "other");
}

TEST_CASE("a course is advanced if a word of its title says so", "[formula]") {
  const auto advanced = [](const char* title) {
    return cli::kind_of_course("", "", title).advanced;
  };
  CHECK(advanced("AP Biology"));
  CHECK(advanced("Honors English 10"));
  CHECK(advanced("IB Math HL"));
  CHECK_FALSE(advanced("Apple orchards"));
  CHECK_FALSE(advanced("Biology"));
}

TEST_CASE("dates are those of the calendar", "[formula]") {
  CHECK(cli::day_of("1970-01-01") == 0);
  CHECK(cli::day_of("2024-02-29") == 19782);
  CHECK(cli::date_of(19782) == "2024-02-29");
  for (const char* wrong : {"2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "20240101", "",
                            "2024-01-01T00:00", "-024-01-01", "2024/01/01", "2024-01-0x"}) {
    INFO(wrong);
    CHECK_FALSE(cli::day_of(wrong));
  }
}

TEST_CASE("entries of a list are parted by commas, and spaces around them go", "[formula]") {
  using Strings = std::vector<std::string>;
  CHECK(cli::list_of("a,b") == Strings{"a", "b"});
  CHECK(cli::list_of(" a b , ,c ") == Strings{"a b", "c"});
  CHECK(cli::list_of("").empty());
  CHECK(cli::list_of(" , ").empty());
}
