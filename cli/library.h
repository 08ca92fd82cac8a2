#pragma once
// Where programs and schools are that an experiment calls by their names.

#include <string>

namespace cli {

/// `name`: "programs" or "schools". Beside the experiment's folder `base`; else, for a file that
/// lies anywhere, in the configurations of the folder we are in.
std::string library_folder(const std::string& base, const char* name);

/// `reference` is a name ("three_high_schools") or a path, relative to `base`.
std::string school_file(const std::string& reference, const std::string& base);

}  // namespace cli
