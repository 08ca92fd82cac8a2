// A list of friendships beside a roster: who names whom, by the roster's ids.

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "cli/school_roster.h"
#include "sim/run/csv_columns.h"
#include "sim/run/text_file.h"

namespace cli {
namespace {

constexpr std::size_t kMostBytes = std::size_t{512} << 20;

/// Where a user sits: the school, and the student in it.
struct Place {
  std::size_t school = 0;
  std::uint16_t student = 0;
};

}  // namespace

std::size_t read_friends(const std::string& path, const Roster& roster,
                         std::vector<SchoolRoster>& schools) {
  std::unordered_multimap<std::uint32_t, Place> places;
  std::vector<std::vector<std::vector<std::uint16_t>>> named(schools.size());
  for (std::size_t k = 0; k < schools.size(); ++k) {
    named[k].resize(schools[k].user.size());
    for (std::size_t id = 0; id < schools[k].user.size(); ++id) {
      places.insert({schools[k].user[id], {k, static_cast<std::uint16_t>(id)}});
    }
  }
  std::size_t left_out = 0;
  const auto user = [&](const sim::CsvRecord& row, std::size_t column) {
    const auto at = roster.user_id.find(row[column]);
    if (at == roster.user_id.end()) row.fail(column, "is the id of nobody in users.csv");
    return at->second;
  };
  const auto take = [&](const sim::CsvRecord& row) {
    const std::uint32_t from = user(row, 0), to = user(row, 1);
    bool kept = false;
    const auto [first, last] = places.equal_range(from);
    for (auto a = first; a != last && from != to; ++a) {
      const auto [other, end] = places.equal_range(to);
      for (auto b = other; b != end; ++b) {
        if (b->second.school != a->second.school) continue;
        auto& list = named[a->second.school][a->second.student];
        const bool there = std::find(list.begin(), list.end(), b->second.student) != list.end();
        if (!there && list.size() == models::kMaxFriends) continue;
        if (!there) list.push_back(b->second.student);
        kept = true;
      }
    }
    left_out += kept ? 0 : 1;
  };
  sim::each_csv_record(path, sim::read_text_file(path, kMostBytes), {{"from"}, {"to"}}, take);
  for (std::size_t k = 0; k < schools.size(); ++k) {
    models::Structure& s = schools[k].structure;
    s.first_friend.push_back(0);
    for (auto& list : named[k]) {
      std::sort(list.begin(), list.end());
      s.friends.insert(s.friends.end(), list.begin(), list.end());
      s.first_friend.push_back(static_cast<std::uint32_t>(s.friends.size()));
    }
  }
  return left_out;
}

}  // namespace cli
