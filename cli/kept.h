#pragma once
// What an earlier process kept in a journal: whether it may be gone on with, and how that is said.

#include <cstddef>
#include <string>

#include "sim/run/journal.h"

namespace cli {

/// How a command calls what it keeps.
struct KeptWords {
  const char* work;   ///< "run"
  const char* one;    ///< "unit"
  const char* many;   ///< "units"
  const char* input;  ///< "experiment"
  const char* parts;  ///< what makes it another one: "schools, seed or design"
};

/// Finished units to go on from. Throws sim::ConfigError, and leaves the file, when it holds
/// finished ones and `resume` is not asked for, when it belongs to something else, or when it can't
/// be read. A file of something else without a finished unit may be replaced, but not gone on with.
std::size_t kept_in(const sim::Journal& journal, bool resume, const KeptWords& words);

/// Prints what is gone on with, and what damage made useless.
void print_kept(const sim::Journal& journal, std::size_t kept, std::size_t all,
                const KeptWords& words);

/// "37 of 64 units are kept in ..., and the same command with --resume goes on"; in words, too, if
/// there are none.
std::string kept_words(const sim::Journal& journal, std::size_t finished, std::size_t all,
                       const KeptWords& words);

}  // namespace cli
