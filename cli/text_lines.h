#pragma once
// Words in lines of a width.

#include <string>
#include <vector>

namespace cli {

/// Words in lines of at most `width` characters; longer words stand alone.
std::vector<std::string> lines_of(const std::string& text, std::size_t width);

/// Prints them. `indent`: spaces before every line, within the width.
void print_paragraph(const std::string& text, std::size_t width, std::size_t indent = 0);

}  // namespace cli
