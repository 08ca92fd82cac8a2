#pragma once

#include <string_view>

namespace cli {

/// The program's version, as the build was given it.
std::string_view version();

}  // namespace cli
