#include "cli/places.h"

#include <fmt/format.h>

#include <algorithm>

namespace cli {
namespace {

/// Adds the places of one kind, and to every school which of them is its own.
template <class NumberOf>
void add_kind(const std::string& kind, const std::vector<SchoolKind>& named,
              const SchoolSet& schools, NumberOf number_of, Places& places) {
  const std::size_t first = places.all.size();
  for (const SchoolKind& one : named) places.all.push_back({one.key, one.label, kind, 0, 0});
  std::vector<std::uint16_t> numbers;
  for (std::size_t s = 0; s < schools.schools.size(); ++s) {
    const std::span before = places.of(s);
    numbers.insert(numbers.end(), before.begin(), before.end());
    numbers.push_back(static_cast<std::uint16_t>(first + number_of(s)));
  }
  places.numbers = std::move(numbers);
  ++places.kinds;
}

void count_students(const SchoolSet& schools, Places& places) {
  for (std::size_t s = 0; s < schools.schools.size(); ++s) {
    const auto add = [&](Place& place) {
      ++place.schools;
      place.students += static_cast<std::uint64_t>(schools.schools[s].profile.students);
    };
    add(places.all.front());
    for (const std::uint16_t number : places.of(s)) add(places.all[number]);
  }
}

void check_keys(const sim::Table& record, const Places& places) {
  for (std::size_t a = 0; a < places.all.size(); ++a) {
    for (std::size_t b = a + 1; b < places.all.size(); ++b) {
      if (places.all[a].key != places.all[b].key) continue;
      record.fail("by", fmt::format("leads to two places with the name {} ({} and {})",
                                    places.all[a].key, places.all[a].kind, places.all[b].kind));
    }
  }
}

}  // namespace

Places read_places(const sim::Table& record, const SchoolSet& schools) {
  constexpr std::size_t kMostPlaces = 1000;
  Places places;
  const auto kinds = record.texts("by", sim::Table::Texts{});
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    if (std::count(kinds.begin(), kinds.end(), kinds[k]) > 1) {
      record.fail("by", k, fmt::format("names {} twice", kinds[k]));
    }
    if (kinds[k] == "stratum" && !schools.strata.empty()) {
      std::vector<SchoolKind> named(schools.strata.begin(), schools.strata.end());
      add_kind(
          kinds[k], named, schools, [&](auto s) { return schools.stratum[s]; }, places);
    } else if (kinds[k] == "region" && !schools.regions.empty()) {
      add_kind(
          kinds[k], schools.regions, schools, [&](auto s) { return schools.region[s]; }, places);
    } else if (kinds[k] == "school" && !schools.named.empty()) {
      if (schools.named.size() > kMostPlaces) {
        record.fail("by", k, fmt::format("is of more than {} schools", kMostPlaces));
      }
      add_kind(
          kinds[k], schools.named, schools, [](auto s) { return s; }, places);
    } else {
      record.fail("by", k,
                  fmt::format("is {}; allowed are stratum and region, where the school file "
                              "describes a [population] with them, and school, where it lists "
                              "each [[school]]",
                              kinds[k]));
    }
  }
  check_keys(record, places);
  count_students(schools, places);
  return places;
}

}  // namespace cli
