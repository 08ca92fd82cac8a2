#pragma once
// A school file as text: what `belong import` writes.

#include <string>
#include <vector>

#include "cli/school_file.h"

namespace cli {

struct SchoolText {
  std::string title;
  std::vector<std::string> comment;  ///< lines at the top, without "# "
  std::vector<std::string> folders;  ///< of the rosters
  bool self_contained = false;
};

/// The environment, calendar and changed parameters of `like`, with the rosters in `text.folders`.
/// `given[d]`: dimension d's memberships are in every roster, so that the file has no shares of it.
std::string school_text(const SchoolText& text, const SchoolSet& like,
                        const std::vector<bool>& given);

}  // namespace cli
