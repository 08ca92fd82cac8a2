#pragma once
// Reference schools: the pooled schools whose students an entry table is made from. Each lives its
// prior year by itself, so they may be lived in any order or side by side; the table has them in
// theirs.

#include "models/school.h"

namespace models {

inline constexpr std::uint32_t kReferenceSchools = 8;  // assumed

/// Reference school number `k` of a table for `plan`, 0 <= k < kReferenceSchools. Building it lives
/// its prior year.
inline SchoolPlan reference_school(const SchoolPlan& plan, std::uint32_t k) {
  SchoolPlan reference = plan;
  reference.profile.simulated_entry = 1.0f;
  reference.calendar.years = 1;
  reference.school = plan.school - k;
  return reference;
}

/// Adds what the students of a reference school left their prior year with, by id.
inline void add_entries(const School& reference, EntryTable& table) {
  const Entry& entry = reference.entry;
  for (std::uint32_t id = 0; id < reference.people.size(); ++id) {
    table.rows.push_back({entry.marks[id], entry.trust[id], entry.discipline[id],
                          entry.engagement[id], entry.belonging[id]});
  }
}

}  // namespace models
