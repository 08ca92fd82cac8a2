#pragma once
// A friendship network as files that others read: GraphML, and lists of nodes and ties as CSV.

#include <string>

#include "cli/dimension_names.h"
#include "models/school.h"

namespace cli {

struct NetworkText {
  std::string nodes;    ///< id, grade, a column for each dimension
  std::string edges;    ///< from, to, strength in (0, 1]
  std::string graphml;  ///< both
};

/// `friends` by row. Students go by their ids, as in results files, ascending.
NetworkText network_text(const models::School& school, const DimensionNames& names,
                         sim::NetworkView friends);

/// A text as a field of a CSV file: in quotes where it needs them.
std::string csv_field(const std::string& text);

}  // namespace cli
