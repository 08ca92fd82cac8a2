// CSV as RFC 4180 has it.

#include <catch2/catch.hpp>

#include "sim/run/config_error.h"
#include "sim/run/csv_columns.h"

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows(const std::string& text) {
  Rows all;
  sim::each_csv_row("x.csv", text, [&](const sim::CsvRow& row) { all.push_back(row.fields); });
  return all;
}

std::string fault(const std::string& text) {
  try {
    rows(text);
  } catch (const sim::ConfigError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("fields, quotes and line ends are read as RFC 4180 has them", "[formula]") {
  CHECK(rows("a,b\nc,d\n") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(rows("a,b\r\nc,d") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(rows("\xEF\xBB\xBF"
             "a,b\n,\n") == Rows{{"a", "b"}, {"", ""}});
  CHECK(rows("\"a,\"\"b\"\"\",\"c\r\nd\"\n") == Rows{{"a,\"b\"", "c\r\nd"}});
  CHECK(rows("a,b\n\n\"\",x\n") == Rows{{"a", "b"}, {"", "x"}});
  CHECK(rows("a\"b\n") == Rows{{"a\"b"}});
  CHECK(rows("").empty());
  // A wide row after a narrow one, and a narrow one after it, do not mix.
  CHECK(rows("long field one,two\nx,y\n") == Rows{{"long field one", "two"}, {"x", "y"}});
}

TEST_CASE("what is no CSV is refused with its line", "[formula]") {
  CHECK(fault("a,b\nc\n") == "x.csv:2: this row has 1 fields; the header has 2");
  CHECK(fault("a\n\"b\n\n") == "x.csv:2: a quote that never ends");
  CHECK(fault("a\n\"b\"c\n") == "x.csv:2: text after a closing quote");
  CHECK(fault(std::string("a\nb\0c\n", 6)) == "x.csv:2: a zero byte; is the file UTF-8?");
  CHECK(fault(std::string(1000, ',')) == "x.csv:1: a row of more than 1000 fields");
  CHECK(fault(std::string(999, ',')).empty());
  CHECK(fault(std::string((1 << 20) + 1, 'x')) ==
        "x.csv:1: a field of more than 1 MiB; a quote may be missing");
  CHECK(fault(std::string(1 << 20, 'x')).empty());
}

TEST_CASE("columns go by their names, in any order", "[formula]") {
  const std::vector<sim::CsvColumn> wanted{{"b"}, {"z", false}, {"a"}};
  std::vector<std::string> seen;
  sim::each_csv_record("x.csv", "a,x,b\n1,2,3\n", wanted, [&](const sim::CsvRecord& row) {
    for (std::size_t k = 0; k < 3; ++k) seen.push_back(row[k]);
    CHECK(row.line() == 2);
    CHECK_THROWS_WITH(row.fail(0, "is odd"), "x.csv:2: b = 3 is odd");
  });
  CHECK(seen == std::vector<std::string>{"3", "", "1"});
  const auto ignore = [](const sim::CsvRecord&) {};
  CHECK_THROWS_WITH(sim::each_csv_record("x.csv", "a,B\n", wanted, ignore),
                    Catch::StartsWith("x.csv:1: there is no column \"b\""));
  CHECK_THROWS_WITH(sim::each_csv_record("x.csv", "a,b,a\n", wanted, ignore),
                    "x.csv:1: the column \"a\" is there twice");
  CHECK_THROWS_WITH(sim::each_csv_record("x.csv", "", wanted, ignore), "x.csv: is empty");
}
