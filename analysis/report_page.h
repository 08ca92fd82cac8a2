#pragma once
// The report as one HTML file: the page that web/ builds, with the data written into it.

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace analysis {

/// The page without data, as it was built into the program; empty when it was built without node.
std::string_view report_template();

/// The template with the data in place of its marker, every `<` of them as \u003c, so that no text
/// of theirs can end the element that holds them. Throws sim::RunError when the template is empty,
/// and std::logic_error when it does not hold the marker exactly once.
std::string fill_report(std::string_view page, const nlohmann::json& data);

/// The workshop page without data; empty when it was built without node or WebAssembly.
std::string_view workshop_template();

/// The page with `text` in place of its marker; `text` means nothing to HTML (cli/packed_text.h).
/// Throws std::logic_error when the page does not hold the marker exactly once.
std::string fill_page(std::string_view page, std::string_view text);

}  // namespace analysis
