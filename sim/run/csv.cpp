#include "sim/run/csv.h"

#include <fmt/format.h>

#include "sim/run/config_error.h"

namespace sim {
namespace {

constexpr std::size_t kMostFields = 1000;                 // of a row
constexpr std::size_t kMostBytes = std::size_t{1} << 20;  // of a field

class Parser {
 public:
  Parser(const std::string& name, std::string_view text) : name_(name), text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = begin_ = 3;
  }

  void rows(const std::function<void(const CsvRow&)>& take) {
    std::size_t width = 0;
    CsvRow row;  // reused: most rows are as wide as the one before
    while (at_ < text_.size()) {
      row.line = line_;
      row.columns.clear();
      while (!field(row)) {
      }
      const std::size_t fields = row.columns.size();
      row.fields.resize(fields);
      const bool empty = fields == 1 && row.fields[0].empty();
      if (empty) continue;  // a blank line
      if (width == 0) width = fields;
      if (fields != width) {
        throw ConfigError(fmt::format("{}:{}: this row has {} fields; the header has {}", name_,
                                      row.line, fields, width));
      }
      take(row);
    }
  }

 private:
  /// Reads one field; true if it was the row's last.
  bool field(CsvRow& row) {
    const std::size_t k = row.columns.size();
    if (k == kMostFields) fail(fmt::format("a row of more than {} fields", kMostFields));
    row.columns.push_back(at_ - begin_ + 1);
    if (row.fields.size() == k) row.fields.emplace_back();
    std::string& value = row.fields[k];
    value.clear();
    if (at_ < text_.size() && text_[at_] == '"') {
      quoted(value);
    } else {
      const std::size_t from = at_;
      while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n' && text_[at_] != '\r') {
        if (text_[at_] == 0) fail("a zero byte; is the file UTF-8?");
        ++at_;
      }
      check_length(at_ - from, line_);
      value = text_.substr(from, at_ - from);
    }
    if (at_ == text_.size()) return true;
    if (text_[at_] == ',') {
      ++at_;
      return false;
    }
    if (text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') {
      ++at_;
    } else if (at_ < text_.size() && text_[at_ - 1] != '\r') {
      fail("text after a closing quote");
    }
    ++line_;
    begin_ = at_;
    return true;
  }

  void quoted(std::string& value) {
    const std::size_t first = line_;
    ++at_;
    for (;;) {
      const std::size_t from = at_;
      while (at_ < text_.size() && text_[at_] != '"') {
        if (text_[at_++] != '\n') continue;
        ++line_;
        begin_ = at_;
      }
      check_length(value.size() + (at_ - from), first);
      value += text_.substr(from, at_ - from);
      if (at_ == text_.size()) {
        throw ConfigError(fmt::format("{}:{}: a quote that never ends", name_, first));
      }
      ++at_;
      if (at_ == text_.size() || text_[at_] != '"') return;
      value += '"';
      ++at_;
    }
  }

  void check_length(std::size_t bytes, std::size_t line) const {
    if (bytes <= kMostBytes) return;
    throw ConfigError(fmt::format("{}:{}: a field of more than {} MiB; a quote may be missing",
                                  name_, line, kMostBytes >> 20));
  }

  [[noreturn]] void fail(std::string_view what) const {
    throw ConfigError(fmt::format("{}:{}: {}", name_, line_, what));
  }

  const std::string& name_;
  std::string_view text_;
  std::size_t at_ = 0, line_ = 1, begin_ = 0;  // begin_: of the line
};

}  // namespace

void each_csv_row(const std::string& name, std::string_view text,
                  const std::function<void(const CsvRow&)>& take) {
  Parser(name, text).rows(take);
}

}  // namespace sim
