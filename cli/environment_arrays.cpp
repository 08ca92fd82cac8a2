#include "cli/environment_arrays.h"

#include <algorithm>
#include <array>
#include <limits>

namespace cli {
namespace {

using models::Dimension;
using models::Membership;

struct Part {
  const char* key;
  const char* unit;
  const char* doc;
  float (*of)(const Dimension&, const Membership&);
};

constexpr std::array<Part, 8> kParts{{
    {"stigma", "1", "how far the wider setting puts the membership in doubt",
     [](const Dimension&, const Membership& m) { return m.stigma; }},
    {"materials", "1", "representation in curriculum and materials",
     [](const Dimension&, const Membership& m) { return m.materials; }},
    {"teachers", "1", "share of the school's teachers",
     [](const Dimension&, const Membership& m) { return m.teachers; }},
    {"support_gap", "1", "support of teachers outside the membership that does not reach it",
     [](const Dimension&, const Membership& m) { return m.support_gap; }},
    {"bias", "logit", "mean bias of teachers outside the membership when an incident is ambiguous",
     [](const Dimension&, const Membership& m) { return m.bias; }},
    {"harassment", "events/day", "identity-based hurtful events per student and day",
     [](const Dimension&, const Membership& m) { return m.harassment; }},
    {"access", "1",
     "chance to be placed in advanced courses compared with an equally prepared student",
     [](const Dimension&, const Membership& m) { return m.access; }},
    {"own_group", "1", "weight of friends of one's own membership, by how many there are",
     [](const Dimension& d, const Membership&) { return d.own_group; }},
}};

}  // namespace

void write_environment(const Experiment& e, sim::LabelledFile& file) {
  std::vector<std::string> keys, units, docs;
  std::vector<float> low, high;
  const std::vector<const models::SchoolPlan*> kinds = e.schools.kinds();
  for (const Part& part : kParts) {
    keys.emplace_back(part.key);
    units.emplace_back(part.unit);
    docs.emplace_back(part.doc);
    low.push_back(std::numeric_limits<float>::quiet_NaN());
    high.push_back(low.back());
    for (std::size_t d = 0; d < e.schools.names.dimensions.size(); ++d) {
      for (std::size_t m = 0; m < e.schools.names.dimensions[d].memberships.size(); ++m) {
        const auto value = [&](const models::SchoolPlan* kind) {
          const Dimension& dimension = kind->identity.dimension[d];
          return part.of(dimension, dimension.row[m]);
        };
        float least = value(kinds.front()), most = least;
        for (const models::SchoolPlan* kind : kinds) {
          least = std::min(least, value(kind));
          most = std::max(most, value(kind));
        }
        low.push_back(least);
        high.push_back(most);
      }
    }
  }
  file.dimension("environment_part", std::span<const std::string>(keys),
                 {{"long_name", std::string("how the schools treat each group, as set")}});
  const auto text = [&](const char* name, const std::vector<std::string>& values, const char* doc) {
    file.variable(name, {"environment_part"}, std::span<const std::string>(values),
                  {{"long_name", std::string(doc)}});
  };
  text("environment_unit", units, "unit; 1 for a pure number");
  text("environment_meaning", docs, "what it means");
  const auto number = [&](const char* name, const std::vector<float>& values, const char* doc) {
    file.variable(name, {"environment_part", "group"}, std::span<const float>(values),
                  {{"long_name", std::string(doc)}});
  };
  number("environment_low", low, "least over the kinds of schools");
  number("environment_high", high, "most over the kinds of schools");
}

}  // namespace cli
