#pragma once
// The parameter reference, made from the same rows that load and check parameters.

#include <string>
#include <vector>

#include "models/lever.h"
#include "models/outcomes.h"
#include "models/parameters.h"
#include "sim/run/parameter_table.h"

namespace cli {

/// Calls f(title, rows) for every section: the science, then the school's profile and environment.
template <class F>
void for_each_parameter_section(F&& f) {
  models::Parameters defaults;
  models::for_each_section(defaults, [&](const auto& section) {
    f(std::remove_cvref_t<decltype(section)>::title, sim::rows(section));
  });
  f(models::SchoolProfile::title, sim::rows(models::SchoolProfile{}));
  f(models::Membership::title, sim::rows(models::Membership{}));
}

/// docs/parameters.md, whole: parameters, levers' inputs, outcomes.
std::string reference_page();

}  // namespace cli
