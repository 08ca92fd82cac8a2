#pragma once
// Names of what can be seen of each student: "engagement", "gpa", "class_mark",
// "survey.belonging", "survey.belonging.favourable".

#include <string>
#include <vector>

#include "cli/instrument_file.h"
#include "models/variables.h"

namespace cli {

/// The variable of this name; of a class, that of period 0 (of_class() then says so). `name` is
/// read from `key` of `table`, where errors point. Survey instruments come from `library`.
models::Variable find_variable(const std::string& name, const Instruments& library,
                               const sim::Table& table, std::string_view key);

/// Does the variable have a value for each class period?
bool of_class(const models::Variable& variable);

}  // namespace cli
