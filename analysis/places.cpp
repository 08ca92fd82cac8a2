#include "analysis/places.h"

#include <algorithm>

#include "sim/run/run_error.h"

namespace analysis {
namespace {

using sim::LabelledReader;

/// Values of all places, one place after the other; none where they are not added up by place.
/// `size`: values of one place.
std::vector<float> every_place(const LabelledReader& file, const Results& r,
                               const std::string& name, std::size_t size) {
  const std::string by_place = name + "_by_place";
  if (size == 0 || !file.has(by_place)) return {};
  std::vector<float> all = file.floats(by_place);
  if (all.size() != size * r.places.size()) {
    throw sim::RunError("cannot read " + file.path() + ": '" + by_place +
                        "' is not over its places");
  }
  return all;
}

std::vector<float> one_place(const std::vector<float>& all, std::size_t place, std::size_t size) {
  if (all.empty()) return {};
  const auto first = all.begin() + static_cast<std::ptrdiff_t>(place * size);
  return {first, first + static_cast<std::ptrdiff_t>(size)};
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

void count_place(std::size_t place, Results& r) {
  r.place = place;
  if (place == 0) return;
  const SchoolPlace& there = r.places[place];
  r.schools = there.schools;
  r.students = there.students.front();
  for (std::size_t g = 0; g < r.groups.size(); ++g) r.groups[g].students = there.students[g];
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
  count_place(static_cast<std::size_t>(at - r.places.begin()), r);
  if (r.place == 0) return;
  r.title += ": " + at->label;
  for (Outcome& outcome : r.outcomes) {
    const auto part = [&](const std::string& name, std::vector<float>& values) {
      const std::size_t size = values.size();
      values = one_place(every_place(file, r, name, size), r.place, size);
    };
    part(outcome.key, outcome.means);
    part(outcome.key + "_sd", outcome.sds);
  }
  for (auto& surveys : study.surveys) surveys.clear();
}

std::vector<Results> read_at_places(const LabelledReader& file, std::size_t point,
                                    const std::vector<std::size_t>& places, const Wanted& wanted) {
  const Study study = read_study(file, wanted);
  Results blank = study.at(point);
  blank.surveys.clear();
  for (Outcome& outcome : blank.outcomes) outcome.means = outcome.sds = {};
  std::vector<Results> all;
  for (const std::size_t place : places) {
    count_place(place, all.emplace_back(blank));
    all.back().title += ": " + blank.places[place].label;
  }
  for (std::size_t k = 0; k < blank.outcomes.size(); ++k) {
    const Outcome& outcome = study.all.outcomes[k];
    const auto part = [&](const std::string& name, std::vector<float> Outcome::*values) {
      const std::size_t size = (outcome.*values).size();
      const std::vector<float> every = every_place(file, study.all, name, size);
      for (Results& there : all) {
        there.outcomes[k].*values = study.values_at(point, one_place(every, there.place, size));
      }
    };
    part(outcome.key, &Outcome::means);
    part(outcome.key + "_sd", &Outcome::sds);
  }
  return all;
}

}  // namespace analysis
