#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "analysis/report_data.h"
#include "analysis/report_page.h"
#include "cli/commands.h"
#include "sim/run/config_error.h"

namespace cli {

int report_command(const ShowOptions& options, const std::string& output) {
  namespace fs = std::filesystem;
  const std::string& results = options.results;
  const std::string path =
      output.empty() ? fs::path(results).replace_extension(".html").string() : output;
  std::error_code ignored;
  if (path == results || fs::equivalent(path, results, ignored)) {
    throw sim::ConfigError(path + ": the report would replace the results; -o names another file");
  }
  const analysis::Results read = analysis::read_results(results, options.point - 1, options.place);
  const analysis::SmallCells cells = analysis::small_cells(read, options.small_cell);
  const nlohmann::json data = analysis::report_data(read, cells);
  analysis::write_whole(path, analysis::fill_report(analysis::report_template(), data));
  fmt::print("Report: {}\n", path);
  if (const std::string note = cells.note(read); !note.empty()) fmt::print("{}\n", note);
  return 0;
}

}  // namespace cli
