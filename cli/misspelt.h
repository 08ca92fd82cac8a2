#pragma once
// Commands and options that are not there, and what was probably meant: the library of arguments
// names what is left over, and that only.

#include <string>

namespace CLI {
class App;
}

namespace cli {

/// The first word of the command line that is no command, or no option of its command, as a
/// sentence; "" if there is none. After parsing has failed.
std::string misspelt(const CLI::App& app, int argc, const char* const* argv);

}  // namespace cli
