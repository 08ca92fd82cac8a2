#include "analysis/report_page.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "sim/run/run_error.h"

namespace analysis {
namespace {

constexpr std::string_view kMarker = "/*BELONG_DATA*/null";

}  // namespace

std::string fill_page(std::string_view page, std::string_view text) {
  const std::size_t at = page.find(kMarker);
  if (at == page.npos || page.find(kMarker, at + 1) != page.npos) {
    throw std::logic_error("the page's template must hold its marker exactly once");
  }
  std::string filled(page.substr(0, at));
  filled += text;
  filled += page.substr(at + kMarker.size());
  return filled;
}

std::string fill_report(std::string_view page, const nlohmann::json& data) {
  if (page.empty()) {
    throw sim::RunError(
        "this build of belong has no report page: node and npm were missing when it was built");
  }
  // Texts come from files of users: what is not UTF-8 is replaced, never an error.
  const std::string json = data.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return fill_page(page, safe);
}

}  // namespace analysis
