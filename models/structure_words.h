#pragma once
// A roster's structure as 32-bit words: what crosses to a web page, and what a fingerprint covers.

#include <optional>
#include <span>

#include "models/structure.h"

namespace models {

std::vector<std::uint32_t> words_of(const Structure& structure);

/// Nothing if the words are not those of a sound structure.
std::optional<Structure> structure_in(std::span<const std::uint32_t> words);

}  // namespace models
