#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "analysis/report_data.h"
#include "analysis/report_page.h"
#include "cli/commands.h"
#include "cli/output_path.h"
#include "sim/run/config_error.h"
#include "sim/run/whole_file.h"

namespace cli {
namespace {

/// A page runs the model, so its first lines allow WebAssembly; a report's do not.
bool is_workshop_page(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(1000, ' ');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  return head.find("wasm-unsafe-eval") != head.npos;
}

}  // namespace

int report_command(const ShowOptions& options, const std::string& output) {
  const std::string path = path_beside(options.results, output, ".html", "the report");
  check_not_an_inputs_name("--output", output, "the report is HTML");
  if (output.empty() && is_workshop_page(path)) {
    throw sim::ConfigError(path +
                           ": is a workshop page, which the report would replace; -o names another "
                           "file");
  }
  const analysis::Results read =
      analysis::read_results(options.results, options.point - 1, options.place);
  const analysis::SmallCells cells = analysis::small_cells(read, options.small_cell);
  const nlohmann::json data = analysis::report_data(read, cells);
  sim::write_whole(path, analysis::fill_report(analysis::report_template(), data));
  fmt::print("Report: {}\n", path);
  if (const std::string note = cells.note(read); !note.empty()) fmt::print("{}\n", note);
  return 0;
}

}  // namespace cli
