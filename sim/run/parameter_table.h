#pragma once
// The rows of a parameter struct as text: for `belong parameters`, the reference page, and the
// attributes of a results file.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/kernel/params.h"

namespace sim {

/// A Field with the value beside it, the same type for every struct.
struct ParameterRow {
  std::string_view section, key;
  float value;
  std::string_view unit;  ///< "1" for a pure number
  Range legal;
  std::string_view meaning;
  Evidence evidence;
  std::string_view source;  ///< "" if the evidence needs none
  Kind kind;
};

/// One row per member of `params`, in the order in which it lists them.
template <class P>
std::vector<ParameterRow> rows(const P& params = {}) {
  std::vector<ParameterRow> rows;
  for (const Field<P>& field : P::fields()) {
    rows.push_back({P::section, field.key, params.*field.member, field.unit, field.legal, field.doc,
                    field.evidence, field.source, field.kind});
  }
  return rows;
}

/// As TOML writes it: "0.5", "8", "true".
std::string value_text(const ParameterRow& row);

/// What may be written: "[0, 1]", "whole, [1, 9]", "true or false". Without the unit.
std::string range_text(const ParameterRow& row);

/// "calibrated: configs/calibration.toml", "assumed".
std::string evidence_text(const ParameterRow& row);

/// "appraisal.doubt_bias = 0.5; [0, 1]: how far ... (calibrated: configs/calibration.toml)".
std::string describe(const ParameterRow& row);

/// A Markdown table with one line per row.
std::string markdown_table(std::span<const ParameterRow> rows);

template <class P>
std::string markdown_table() {
  return markdown_table(rows<P>());
}

}  // namespace sim
