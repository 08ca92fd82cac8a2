#pragma once
// A program's figures in plain words, for the terminal and for the page of the library.

#include <array>
#include <string>
#include <string_view>

#include "cli/program_file.h"

namespace cli {

/// Shelves in the order in which they are shown, with what stands on each.
struct Shelf {
  std::string_view key, title, what;
};
inline constexpr std::array<Shelf, 4> kShelves{{
    {"access", "Access", "who gets in, and what it takes to be there"},
    {"relationships", "Relationships", "who knows whom, and how well"},
    {"instruction", "Instruction", "what is taught, how, and with what feedback"},
    {"policy", "Policy", "what is ruled, noticed and owned"},
}};

/// How large a lever is: "5 more on a scale of 0 to 100", "yes".
std::string size_in_words(const NamedLever& lever);

/// What adults do: the input's meaning in the table of inputs.
std::string_view meaning(const NamedLever& lever);

/// "70% of each amount on average, 45 to 95% between schools".
std::string fidelity_in_words(const Program& program);

/// "1.5 hours a teacher a week. Assumed: ...", or "not known".
std::string staff_time_in_words(const Program& program);

/// "$500 a student a year. ...", or what the file says of it, or "not known".
std::string cost_in_words(const Program& program);

/// Evidence and the numbers of its rows: "cited: ... (E1.1, E1.2)".
std::string evidence_in_words(const Program& program);

/// Words broken into lines of at most `width` characters, each after `indent` spaces. The first
/// line has no indent of its own.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

}  // namespace cli
