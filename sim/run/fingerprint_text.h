#pragma once
// Fingerprints as people and files write them.

#include <string>

#include "sim/kernel/fingerprint.h"

namespace sim {

/// 32 hexadecimal digits.
inline std::string hex_text(const Fingerprint::Value& value) {
  char hex[33];
  write_hex(value, hex);
  return hex;
}

}  // namespace sim
