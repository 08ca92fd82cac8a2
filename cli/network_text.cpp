#include "cli/network_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace cli {
namespace {

std::string xml(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

std::string graphml_head(const DimensionNames& names) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "<key id=\"grade\" for=\"node\" attr.name=\"grade\" attr.type=\"int\"/>\n"
      "<key id=\"strength\" for=\"edge\" attr.name=\"strength\" attr.type=\"double\"/>\n";
  for (std::size_t d = 0; d < names.dimensions.size(); ++d) {
    text += fmt::format("<key id=\"d{}\" for=\"node\" attr.name=\"{}\" attr.type=\"string\"/>\n", d,
                        xml(names.dimensions[d].key));
  }
  return text + "<graph id=\"friends\" edgedefault=\"directed\">\n";
}

}  // namespace

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

NetworkText network_text(const models::School& school, const DimensionNames& names,
                         sim::NetworkView friends) {
  NetworkText text;
  text.nodes = "id,grade";
  text.edges = "from,to,strength\n";
  text.graphml = graphml_head(names);
  for (const auto& dimension : names.dimensions) text.nodes += "," + csv_field(dimension.key);
  text.nodes += '\n';
  for (std::uint32_t id = 0; id < school.students(); ++id) {
    const std::size_t row = school.row_of_id[id];
    const int grade = school.people.grade[id];
    text.nodes += fmt::format("{},{}", id, grade);
    text.graphml += fmt::format("<node id=\"{}\"><data key=\"grade\">{}</data>", id, grade);
    for (std::size_t d = 0; d < names.dimensions.size(); ++d) {
      const auto& one = names.dimensions[d].memberships[school.membership[d][row]];
      text.nodes += "," + csv_field(one.key);
      text.graphml += fmt::format("<data key=\"d{}\">{}</data>", d, xml(one.key));
    }
    text.nodes += '\n';
    text.graphml += "</node>\n";
  }
  for (std::uint32_t id = 0; id < school.students(); ++id) {
    const std::size_t row = school.row_of_id[id];
    std::vector<std::pair<std::uint32_t, std::uint8_t>> ties;
    const auto targets = friends.of(row);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      ties.push_back({school.id[targets[k]], friends.strength_of(row)[k]});
    }
    std::sort(ties.begin(), ties.end());
    for (const auto& [other, strength] : ties) {
      const std::string share = fmt::format("{:.4g}", strength / 255.0);
      text.edges += fmt::format("{},{},{}\n", id, other, share);
      text.graphml += fmt::format(
          "<edge source=\"{}\" target=\"{}\"><data key=\"strength\">{}"
          "</data></edge>\n",
          id, other, share);
    }
  }
  text.graphml += "</graph>\n</graphml>\n";
  return text;
}

}  // namespace cli
