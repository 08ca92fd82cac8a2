#pragma once
// What all presets of a workshop page share: the version, the levers, and where a lever's words
// hold the numbers that the page changes.

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "cli/page_levers.h"

namespace cli {

/// The page's data without presets: "presets" is an empty list.
nlohmann::json page_frame(const std::vector<PageLever>& levers);

}  // namespace cli
