#include "cli/version.h"

namespace cli {

std::string_view version() { return BELONG_VERSION; }

}  // namespace cli
