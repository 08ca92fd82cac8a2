#include "analysis/places.h"

#include <algorithm>

#include "sim/run/run_error.h"

namespace analysis {
namespace {

using sim::LabelledReader;

/// Gives an outcome the values of one place.
void take_place(const LabelledReader& file, const Results& r, Outcome& outcome) {
  const auto part = [&](const std::string& name, std::vector<float>& values) {
    const std::string by_place = name + "_by_place";
    if (values.empty() || !file.has(by_place)) return values.clear();
    const std::vector<double> all = file.values(by_place);
    if (all.size() != values.size() * r.places.size()) {
      throw sim::RunError("cannot read " + file.path() + ": '" + by_place +
                          "' is not over its places");
    }
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(r.place * values.size());
    std::transform(first, first + static_cast<std::ptrdiff_t>(values.size()), values.begin(),
                   [](double x) { return static_cast<float>(x); });
  };
  part(outcome.key, outcome.means);
  part(outcome.key + "_sd", outcome.sds);
}

}  // namespace

void read_places(const LabelledReader& file, Results& r) {
  if (!file.has("place")) return;
  const auto keys = file.labels("place");
  const auto labels = file.texts("place_label"), kinds = file.texts("place_kind");
  const auto schools = file.whole_numbers("place_schools");
  const auto students = file.whole_numbers("students_by_place");
  if (labels.size() != keys.size() || kinds.size() != keys.size() ||
      schools.size() != keys.size() || students.size() != keys.size() * r.groups.size()) {
    throw sim::RunError("cannot read " + file.path() +
                        ": its places and their names differ in number");
  }
  for (std::size_t p = 0; p < keys.size(); ++p) {
    const auto first = students.begin() + static_cast<std::ptrdiff_t>(p * r.groups.size());
    r.places.push_back({keys[p],
                        labels[p],
                        kinds[p],
                        schools[p],
                        {first, first + static_cast<std::ptrdiff_t>(r.groups.size())}});
  }
}

void go_to_place(const LabelledReader& file, const std::string& key, Study& study) {
  Results& r = study.all;
  const auto at = std::find_if(r.places.begin(), r.places.end(),
                               [&](const SchoolPlace& place) { return place.key == key; });
  if (at == r.places.end()) {
    std::string known;
    for (const SchoolPlace& place : r.places) known += (known.empty() ? "" : ", ") + place.key;
    throw sim::RunError(file.path() + ": there is no place " + key + "; " +
                        (known.empty() ? "it holds none: [record] by = [...] adds up by place"
                                       : "its places are " + known));
  }
  r.place = static_cast<std::size_t>(at - r.places.begin());
  if (r.place == 0) return;
  r.schools = at->schools;
  r.students = at->students.front();
  r.title += ": " + at->label;
  for (std::size_t g = 0; g < r.groups.size(); ++g) r.groups[g].students = at->students[g];
  for (Outcome& outcome : r.outcomes) take_place(file, r, outcome);
  for (auto& surveys : study.surveys) surveys.clear();
}

}  // namespace analysis
