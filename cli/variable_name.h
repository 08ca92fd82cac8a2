#pragma once
// Names of what can be seen of each student: "engagement", "gpa", "class_mark",
// "survey.belonging", "survey.belonging.favourable".

#include <optional>
#include <string>
#include <vector>

#include "cli/instrument_file.h"
#include "models/variables.h"

namespace cli {

/// The variable of this name; of a class, that of period 0 (of_class() then says so). `name` is
/// read from `key` of `table` (from that entry of a list), where errors point. Survey instruments
/// come from `library`.
models::Variable find_variable(const std::string& name, const Instruments& library,
                               const sim::Table& table, std::string_view key,
                               std::optional<std::size_t> entry = {});

/// What instrument number `k` shows: its score, or the share of favourable answers (`kind`).
models::Variable survey_of(const Instruments& library, std::uint32_t k,
                           models::Variable::Kind kind);

/// Does the variable have a value for each class period?
bool of_class(const models::Variable& variable);

}  // namespace cli
