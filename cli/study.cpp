#include "cli/study.h"

#include <fmt/format.h>

#include <cstring>

namespace cli {
namespace {

template <class T>
bool same(const T& a, const T& b) {
  static_assert(std::is_trivially_copyable_v<T>);
  return std::memcmp(&a, &b, sizeof(T)) == 0;
}

/// What the results of two points could not have in one array; "" if nothing.
std::string unlike(const Experiment& a, const Experiment& b) {
  if (a.replicates != b.replicates) return "the number of replicates";
  if (a.schools.schools.size() != b.schools.schools.size()) return "the number of schools";
  const models::SchoolPlan &one = a.schools.schools.front(), &other = b.schools.schools.front();
  if (!same(one.calendar, other.calendar)) return "the calendar";
  const auto groups = a.schools.names.groups(), others = b.schools.names.groups();
  const auto equal_keys = [](const auto& x, const auto& y) { return x.key == y.key; };
  if (!std::equal(groups.begin(), groups.end(), others.begin(), others.end(), equal_keys)) {
    return "a group";
  }
  if (!std::equal(a.scenarios.begin(), a.scenarios.end(), b.scenarios.begin(), b.scenarios.end(),
                  equal_keys)) {
    return "a scenario";
  }
  if (!same(a.record, b.record)) return "what is recorded";
  if (a.watch.surveys.size() != b.watch.surveys.size()) return "a survey";
  return "";
}

/// "lens = 0.5, students = 600"
std::string in_words(const Design& design, std::size_t point) {
  std::string words;
  for (std::size_t f = 0; f < design.factors.size(); ++f) {
    words += fmt::format("{}{} = {:g}", f == 0 ? "" : ", ", design.factors[f].name,
                         design.values[point][f]);
  }
  return words;
}

}  // namespace

std::vector<Experiment> read_points(const Experiment& study) {
  if (!study.design) return {study};
  const Design& design = *study.design;
  if (study.watch.students.replicates > 0) {
    study.about->fail("[record.students] has no use beside a [design]: run one of its points");
  }
  std::vector<Experiment> points;
  for (std::size_t p = 0; p < design.points(); ++p) {
    std::vector<std::string> assignments = study.assignments;
    for (const std::string& one : design.assignments(p)) assignments.push_back(one);
    const auto refuse = [&](const std::string& why) {
      throw sim::ConfigError(fmt::format("{}: point {} of the design ({}): {}", study.path, p + 1,
                                         in_words(design, p), why));
    };
    try {
      points.push_back(read_experiment(study.path, assignments, study.design));
    } catch (const sim::ConfigError& error) {
      refuse(error.what());
    }
    const std::string other = unlike(points.front(), points.back());
    if (!other.empty()) refuse(other + " is not that of the first point; a design can't vary it");
  }
  return points;
}

}  // namespace cli
