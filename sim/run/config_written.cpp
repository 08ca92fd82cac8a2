// A document as text again.

#include <sstream>

#include "sim/run/config_state.h"

namespace sim {

std::string Document::written() const {
  std::ostringstream text;
  text.imbue(std::locale::classic());
  text << toml::toml_formatter(state_->root, toml::format_flags::indent_array_elements) << '\n';
  return text.str();
}

}  // namespace sim
