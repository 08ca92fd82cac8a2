#include "models/school.h"

#include <algorithm>

#include "models/later_years.h"
#include "models/next_year.h"
#include "models/reference_schools.h"
#include "models/school_year.h"

namespace models {
namespace {

// Streams of one school: its structure, its prior year. Replicates count from 0.
constexpr std::uint32_t kStructure = 0x80000000u, kPriorYear = 0x40000000u;
constexpr std::uint32_t kPriorTeachers = 100000;  // ids of last year's teachers start here

/// Where a prior year itself begins.
void begin_prior_year(const School& school, const SchoolPlan& plan, Entry& entry) {
  const Parameters& p = plan.parameters;
  const std::size_t n = school.people.size();
  entry.resize(n);
  std::vector<float> marks(n), engagement(n, p.entry.engagement);
  for (std::size_t id = 0; id < n; ++id) {
    marks[id] = mark(school.people.preparation[id], 0, 0, 0, false, 0, p.learning);
    entry.marks[id] = entry.gpa[id] = marks[id];
    entry.trust[id] = p.entry.relation;
    entry.belonging[id] = 0;
    entry.uncertainty[id] = p.appraisal.uncertainty_reference;
    entry.engagement[id] = p.entry.engagement;
    entry.lens[id] = school.people.lens[id];
  }
  const FriendshipView view{&school.people, &plan.identity, nullptr, marks.data(),
                            engagement.data()};
  first_friendships(school.stream, view, p.friendship, entry.friends);
}

/// The prior year of these students: in the schools they come from, if they change school.
void live_prior_year(School& school) {
  School prior;
  prior.plan = school.plan;
  prior.plan.timetables = 1;
  prior.plan.structure.reset();  // of that year the roster says nothing
  prior.plan.assignment = {};
  prior.stream = school.stream;
  prior.people = school.people;
  const bool by_feeder =
      school.plan.profile.transition != 0.0f && school.plan.profile.elementary == 0.0f;
  // Teachers of the same school are the same: nobody leaves between the two years (assumed).
  build_year(prior, by_feeder, 0, by_feeder ? kPriorTeachers : 0);
  prior.plan.profile.transition = 0.0f;
  prior.plan.calendar.years = 1;
  prior.plan.parameters.learning.mark_base +=
      by_feeder ? prior.plan.parameters.learning.feeder_standard : 0.0f;
  prior.entry = std::move(school.entry);
  Scenario baseline;
  baseline.parameters = prior.plan.parameters;
  State state;
  start_year(prior, baseline, state);
  RecordPlan nothing;
  const sim::Stream dynamics =
      sim::stream(school.plan.seed, school.plan.school, kPriorYear | school.plan.redraw);
  live_year(prior, baseline, dynamics, nothing, nullptr, {}, 0, state);
  leave_year(prior, prior.plan.parameters, state, prior.entry);
  school.entry = std::move(prior.entry);
}

/// Draws each student's entry from the table, friends aside.
void draw_entry(const EntryTable& table, School& school) {
  Entry& entry = school.entry;
  for (std::uint32_t id = 0; id < school.people.size() && !table.rows.empty(); ++id) {
    const auto word = sim::draw(school.stream, id, 0, 0, purpose::entry)[0];
    const auto& row = table.rows[static_cast<std::size_t>(
        (static_cast<std::uint64_t>(word) * table.rows.size()) >> 32)];
    entry.marks[id] = entry.gpa[id] = row[0];
    entry.trust[id] = row[1];
    entry.discipline[id] = row[2];
    entry.engagement[id] = row[3];
    entry.belonging[id] = row[4];
  }
}

}  // namespace

std::unique_ptr<School> build_school(const SchoolPlan& plan, const EntryTable* table) {
  auto school = std::make_unique<School>();
  school->plan = plan;
  school->stream = sim::stream(plan.seed, plan.school, kStructure | plan.redraw);
  draw_people(school->stream, plan.profile, plan.identity, plan.parameters.behaviour,
              plan.parameters.attendance, plan.parameters.lens, plan.parameters.belonging,
              school->people, plan.structure ? &plan.structure->people : nullptr);
  if (plan.structure) give_levels(*plan.structure, school->people.advanced);
  begin_prior_year(*school, plan, school->entry);
  if (plan.profile.simulated_entry != 0.0f || table == nullptr) {
    live_prior_year(*school);
  } else {
    draw_entry(*table, *school);
  }
  if (plan.structure) give_friends(*plan.structure, school->stream, school->entry.friends);
  build_year(*school, false, 1, 0);
  build_later_years(*school);
  return school;
}

EntryTable entry_table(const SchoolPlan& plan) {
  EntryTable table;
  for (std::uint32_t k = 0; k < kReferenceSchools; ++k) {
    add_entries(*build_school(reference_school(plan, k), nullptr), table);
  }
  return table;
}

}  // namespace models
