#pragma once
// Parameters of the model by name: "engagement.belonging".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/parameters.h"
#include "sim/run/parameter_table.h"

namespace cli {

/// Every key, in the order of the day.
std::vector<std::string> parameter_keys();

/// Its row with the value that `parameters` hold; none if no parameter has that key.
std::optional<sim::ParameterRow> find_parameter(std::string_view key,
                                                const models::Parameters& parameters = {});

/// `key` is one that `find_parameter` knows.
void set_parameter(std::string_view key, float value, models::Parameters& parameters);

/// " is not a parameter; did you mean engagement.belonging?"
std::string not_a_parameter(std::string_view key);

/// Which of `keys` an assignment of --set changes under [parameters], "" if none.
std::string assigned_parameter(const std::string& assignment, const std::vector<std::string>& keys);

}  // namespace cli
