#include "cli/text_lines.h"

#include <fmt/format.h>

#include <sstream>

namespace cli {

std::vector<std::string> lines_of(const std::string& text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    std::string& line = lines.back();
    if (!line.empty() && line.size() + 1 + word.size() > width) {
      lines.push_back(word);
    } else {
      line += (line.empty() ? "" : " ") + word;
    }
  }
  return lines;
}

void print_paragraph(const std::string& text, std::size_t width, std::size_t indent) {
  for (const std::string& line : lines_of(text, width - indent)) {
    fmt::print("{:{}}{}\n", "", indent, line);
  }
}

}  // namespace cli
