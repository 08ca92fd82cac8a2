#pragma once
// One row per parameter: everything there is to know about it except its default, which lives
// once, in the struct that holds it. Loading, range errors, `belong parameters`, the reference
// page in docs and the attributes in a results file are all made from these rows.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sim {

/// Where a default value comes from. Every parameter must say.
enum class Evidence : std::uint8_t { cited, derived, calibrated, assumed };

constexpr std::string_view name(Evidence evidence) {
  constexpr std::array<std::string_view, 4> names{"cited", "derived", "calibrated", "assumed"};
  return names[static_cast<std::size_t>(evidence)];
}

/// What kind of number a parameter is. All are held as float (whole numbers up to 2^24 exactly).
enum class Kind : std::uint8_t { real, whole, yes_no };

/// Closed interval of legal values. False for NaN.
struct Range {
  float lo, hi;
  constexpr bool contains(float x) const { return lo <= x && x <= hi; }
};

/// One row of the table. `P` is the struct that holds the value. `unit` is "1" for a pure number.
template <class P>
struct Field {
  std::string_view key;
  float P::*member;
  std::string_view unit;
  Range legal;
  std::string_view doc;
  Evidence evidence;
  std::string_view source = "";
  Kind kind = Kind::real;
};

// A struct P of parameters declares:
//   static constexpr std::string_view section;   its table in TOML, e.g. "appraisal"
//   static constexpr std::string_view title;     a heading for the reference page
//   static constexpr auto fields();              std::array of Field<P>, one per member

}  // namespace sim
