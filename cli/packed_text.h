#pragma once
// Text that travels inside a page: compressed (gzip), then written with letters that mean nothing
// to HTML (base64).

#include <string>
#include <string_view>

namespace cli {

/// The same text gives the same letters everywhere.
std::string packed_text(std::string_view text);

}  // namespace cli
