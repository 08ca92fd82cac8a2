#include "models/snapshot.h"

#include <limits>

#include "models/record.h"

namespace models {
namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

/// What a survey shows of `values`, in place.
void ask(const Variable& variable, const Instrument& s, const Day& day, const State& state,
         std::span<float> values) {
  const School& school = day.school;
  const auto key = static_cast<std::uint32_t>(s.key);
  const auto items = static_cast<std::uint32_t>(s.items);
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (__builtin_isnan(values[row])) continue;  // nothing to ask about
    const std::uint32_t id = school.id[row];
    const std::uint32_t what = key * 16 + variable.period;
    const auto asked = sim::draw(day.stream, id, what, day.number, purpose::survey_response);
    const float absent = 1.0f - state.days_here(row) / static_cast<float>(day.number + 1);
    if (state.present[row] <= 0.0f || sim::uniform(asked[0]) >= response_chance(absent, s)) {
      values[row] = kNone;
      continue;
    }
    const float trait =
        sim::normal(sim::draw(school.stream, id, static_cast<std::uint32_t>(s.trait_key),
                              school.people.entered[id], purpose::survey_trait)[0]);
    const float shared = latent(values[row], trait, s);
    float sum = 0, favourable = 0;
    for (std::uint32_t k = 0; k < items; ++k) {
      const auto words =
          sim::draw(day.stream, id, what, day.number * static_cast<std::uint32_t>(kMaxItems) + k,
                    purpose::survey_answer);
      const float given = answer(shared, sim::normal(words[0]), s);
      sum += given;
      favourable += given >= s.favourable ? 1.0f : 0.0f;
    }
    values[row] = (variable.kind == Variable::Kind::score ? sum : favourable) / s.items;
  }
}

void look(const SnapshotObserver& observer, const Variable& variable, const Day& day,
          const State& state, std::span<float> values) {
  const bool survey =
      variable.kind == Variable::Kind::score || variable.kind == Variable::Kind::favourable;
  if (variable.kind == Variable::Kind::extra || (survey && variable.of_extra != 0)) {
    extra_values(static_cast<Extra>(variable.code), variable.period, day, state, values);
  } else {
    sim::Column<float> scratch;
    scratch.resize(values.size());
    const float* found = outcome_values(static_cast<Outcome>(variable.code), day.school,
                                        day.seating, day.p, state, scratch);
    for (std::size_t row = 0; row < values.size(); ++row) values[row] = found[row];
  }
  if (survey) ask(variable, observer.instruments[variable.instrument], day, state, values);
}

}  // namespace

std::uint32_t show(const SnapshotObserver& observer, std::uint32_t scenario, std::uint32_t next,
                   const Day& day, const State& state) {
  std::vector<float> values(day.school.students());
  const std::uint32_t today = day.school.year * day.school.plan.calendar.days + day.number;
  for (; next < observer.sight_count && observer.sights[next].day == today; ++next) {
    look(observer, observer.sights[next].variable, day, state, values);
    observer.see(observer.context, scenario, next, values.data());
  }
  return next;
}

}  // namespace models
