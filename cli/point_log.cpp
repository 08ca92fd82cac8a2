#include "cli/point_log.h"

#include <fmt/format.h>

#include <cerrno>
#include <cmath>
#include <filesystem>
#include <system_error>

#include "cli/parameter_set.h"
#include "sim/run/config_error.h"
#include "sim/run/csv.h"
#include "sim/run/number_text.h"
#include "sim/run/run_error.h"
#include "sim/run/text_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

/// The two lines that a log begins with.
std::string head_of(const std::vector<std::string>& parameters,
                    const std::vector<std::string>& claims, const std::string& inputs) {
  std::string head = fmt::format("# points run by belong calibrate; inputs {}\nstage", inputs);
  for (const std::string& key : parameters) head += "," + key;
  for (const std::string& claim : claims) head += fmt::format(",{0},{0} +-", claim);
  return head + "\n";
}

[[noreturn]] void cannot_write(const std::string& path) {
  throw sim::RunError(
      fmt::format("cannot write {}: {}", path, std::generic_category().message(errno)));
}

double number_of(const std::string& path, const sim::CsvRow& row, std::size_t column) {
  const std::string& text = row.fields[column];
  const auto value = sim::number_in(text);
  if (!value) {
    throw sim::ConfigError(
        fmt::format("{}:{}:{}: {} is no number", path, row.line, row.columns[column], text));
  }
  return *value;
}

}  // namespace

std::string point_text(const std::vector<double>& values) {
  std::string text;
  for (const double x : values) text += fmt::format("{}{:.6g}", text.empty() ? "" : ",", x);
  return text;
}

PointLog::PointLog(std::string path, const std::vector<std::string>& parameters,
                   const std::vector<std::string>& claims, const std::string& inputs, bool resume)
    : path_(std::move(path)), parameters_(parameters.size()), claims_(claims.size()) {
  const std::string head = head_of(parameters, claims, inputs);
  std::error_code none;
  const bool there = fs::exists(path_, none) && fs::file_size(path_, none) > 0;
  if (there && !resume) {
    throw sim::ConfigError(fmt::format(
        "{}: holds points that were run before; --resume uses them, or remove the file", path_));
  }
  if (there) read(head);
  file_.reset(std::fopen(path_.c_str(), "ab"));
  if (!file_) cannot_write(path_);
  if (!there && (std::fputs(head.c_str(), file_.get()) < 0 || std::fflush(file_.get()) != 0)) {
    cannot_write(path_);
  }
}

void PointLog::read(const std::string& head) {
  std::string text = sim::read_text_file(path_, std::size_t{256} << 20);
  if (!text.starts_with(head)) {
    throw sim::ConfigError(fmt::format(
        "{}: its points were run from other inputs (patterns, sizes, parameters or version); "
        "remove it, or write elsewhere with -o",
        path_));
  }
  const std::size_t whole = text.rfind('\n') + 1;  // a line may be cut off where a run ended
  if (whole < text.size()) fs::resize_file(path_, whole);
  text.resize(whole);
  bool first = true;
  sim::each_csv_row(path_, without_comments(text), [&](const sim::CsvRow& row) {
    if (std::exchange(first, false)) return;
    std::vector<double> values;
    std::vector<analysis::Estimate> outputs;
    for (std::size_t k = 0; k < parameters_; ++k) values.push_back(number_of(path_, row, 1 + k));
    for (std::size_t k = 0; k < claims_; ++k) {
      const std::size_t at = 1 + parameters_ + 2 * k;
      outputs.push_back({number_of(path_, row, at), number_of(path_, row, at + 1)});
    }
    known_[point_text(values)] = std::move(outputs);
  });
}

const std::vector<analysis::Estimate>* PointLog::find(const std::vector<double>& values) const {
  const auto found = known_.find(point_text(values));
  return found == known_.end() ? nullptr : &found->second;
}

void PointLog::add(const RunPoint& point) {
  std::string line = fmt::format("{},{}", point.stage, point_text(point.values));
  for (const analysis::Estimate& one : point.outputs) {
    line += "," + sim::number_text(one.value) + "," + sim::number_text(one.half_width);
  }
  line += "\n";
  if (std::fputs(line.c_str(), file_.get()) < 0 || std::fflush(file_.get()) != 0) {
    cannot_write(path_);
  }
  known_[point_text(point.values)] = point.outputs;
}

}  // namespace cli
