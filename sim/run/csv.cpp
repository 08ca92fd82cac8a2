#include "sim/run/csv.h"

#include <fmt/format.h>

#include "sim/run/config_error.h"

namespace sim {
namespace {

class Parser {
 public:
  Parser(const std::string& name, std::string_view text) : name_(name), text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = begin_ = 3;
  }

  void rows(const std::function<void(const CsvRow&)>& take) {
    std::size_t width = 0;
    while (at_ < text_.size()) {
      CsvRow row;
      row.line = line_;
      while (!field(row)) {
      }
      const bool empty = row.fields.size() == 1 && row.fields[0].empty();
      if (empty) continue;  // a blank line
      if (width == 0) width = row.fields.size();
      if (row.fields.size() != width) {
        throw ConfigError(fmt::format("{}:{}: this row has {} fields; the header has {}", name_,
                                      row.line, row.fields.size(), width));
      }
      take(row);
    }
  }

 private:
  /// Reads one field; true if it was the row's last.
  bool field(CsvRow& row) {
    std::string value;
    row.columns.push_back(at_ - begin_ + 1);
    if (at_ < text_.size() && text_[at_] == '"') {
      quoted(value);
    } else {
      while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n' && text_[at_] != '\r') {
        if (text_[at_] == 0) fail("a zero byte");
        value += text_[at_++];
      }
    }
    row.fields.push_back(std::move(value));
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
      if (at_ == text_.size()) {
        throw ConfigError(fmt::format("{}:{}: a quote that never ends", name_, first));
      }
      const char c = text_[at_++];
      if (c == '"') {
        if (at_ == text_.size() || text_[at_] != '"') return;
        ++at_;
      } else if (c == '\n') {
        ++line_;
        begin_ = at_;
      }
      value += c;
    }
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
