#include "models/year.h"

#include "models/day.h"
#include "models/next_year.h"
#include "models/setting.h"
#include "models/timetable_in_force.h"
#include "models/week.h"

namespace models {
namespace {

constexpr float kNeverHere = 1e9f;  // padding rows stay away

constexpr std::uint32_t kRepresentationInputs =
    bit_of(Input::stigma) | bit_of(Input::materials) | bit_of(Input::teacher_identity);
constexpr std::uint32_t kCueInputs = bit_of(Input::support) | bit_of(Input::support_gap) |
                                     bit_of(Input::team_talk) | bit_of(Input::peer_cue) |
                                     bit_of(Input::adult_contact) | kRepresentationInputs;

void new_tick(State& state) {
  for (std::size_t row = 0; row < state.days.size(); ++row) {
    state.year_present[row] += state.days_present[row];
  }
  for (auto* column : {&state.days_present, &state.days, &state.incidents, &state.subjective,
                       &state.referrals, &state.suspended}) {
    column->fill(0.0f);
  }
}

}  // namespace

void change_timetable(const School& school, const Seating& from, const Seating& to, State& state) {
  const std::size_t periods = school.periods();
  const auto course = [&](const Seating& seating, std::size_t p, std::size_t row) {
    return seating.timetable.sections[seating.section[p][row]].subject;
  };
  for (std::size_t row = 0; row < school.students(); ++row) {
    std::array<float, kMaxPeriods> knowledge{}, mark{}, term{}, relation{}, memory{}, known{};
    for (std::size_t p = 0; p < periods; ++p) {
      relation[p] = state.trust[row];
      for (std::size_t q = 0; q < periods; ++q) {
        if (course(from, q, row) == course(to, p, row)) {
          knowledge[p] = state.knowledge[q][row];
          mark[p] = state.mark[q][row];
          term[p] = state.term_marks[q][row];
        }
        if (from.teacher[q][row] == to.teacher[p][row]) {
          const std::uint8_t slot = from.slot[q][row];
          relation[p] = state.relation[slot][row];
          memory[p] = state.memory[slot][row];
          known[p] = state.known[slot][row];
        }
      }
    }
    for (std::size_t p = 0; p < periods; ++p) {
      state.knowledge[p][row] = knowledge[p];
      state.mark[p][row] = mark[p];
      state.term_marks[p][row] = term[p];
      state.relation[p][row] = relation[p];
      state.memory[p][row] = memory[p];
      state.known[p][row] = known[p];
    }
  }
}

void start_year(const School& school, const Scenario& scenario, State& state) {
  state.past.clear();  // of a run lived before in this state
  start_year(school, school.entry, scenario, state);
}

void start_year(const School& school, const Entry& entry, const Scenario& scenario, State& state) {
  const std::size_t n = school.students();
  const EntryParameters& p = scenario.parameters.entry;
  state.resize(n, school.staff.size());
  state.friends = entry.friends;
  state.entry_marks = entry.marks;
  state.entry_gpa = entry.gpa;
  state.entry_belonging = entry.belonging;
  for (std::size_t row = 0; row < n; ++row) {
    const std::uint32_t id = school.id[row];
    const float b = entry.belonging[id];
    const bool transition =
        school.year == 0 ? school.plan.profile.transition != 0.0f : school.entered(id);
    state.belonging.now()[row] = transition ? p.hope + p.belonging_kept * b : p.fresh_start + b;
    state.uncertainty.now()[row] = transition ? p.uncertainty : entry.uncertainty[id];
    state.engagement.now()[row] = sim::clamp(entry.engagement[id] + p.fresh_engagement, 0.0f, 1.0f);
    state.lens[row] = entry.lens[id];
    state.newness[row] = transition ? scenario.parameters.appraisal.newcomer : 0.0f;
    state.smoothed[row] = scenario.parameters.lens.bears_out;
    state.trust[row] = entry.trust[id];
    state.discipline[row] = entry.discipline[id];
    state.mean_mark[row] = entry.marks[id];
    for (std::size_t period = 0; period < school.periods(); ++period) {
      state.relation[period][row] = entry.trust[id];
      state.mark[period][row] = entry.marks[id];
    }
  }
  for (std::size_t row = n; row < sim::padded(n); ++row) state.away[row] = kNeverHere;
  for (std::size_t j = 0; j < school.staff.size(); ++j) {
    state.practice[j] = state.practice_met[j] = school.staff.practice[j];
  }
  rebuild_friends(school, scenario.parameters.friendship, state);
}

const Seating& live_year(const School& school, const Scenario& scenario, sim::Stream stream,
                         const RecordPlan& plan, Recorder* recorder, const Observers& observers,
                         std::uint32_t number, State& state) {
  const sim::Calendar& calendar = school.plan.calendar;
  const Parameters& p = scenario.parameters;
  Inputs inputs(school, state.entry_marks, scenario);
  const Seating* seating = nullptr;
  const WaveObserver& waves = observers.waves;
  const std::uint32_t first_day = school.year * calendar.days;
  const std::uint32_t ticks = (calendar.days + plan.tick_days - 1) / plan.tick_days;
  std::uint32_t period = school.year * calendar.periods(), wave = 0, sight = 0;
  while (wave < plan.waves && plan.wave_day[wave] < first_day) ++wave;
  while (sight < observers.snapshots.sight_count &&
         observers.snapshots.sights[sight].day < first_day) {
    ++sight;
  }
  for (std::uint32_t today = 0; today < calendar.days; ++today) {
    const std::uint32_t changed = inputs.rebuild(first_day + today);
    bool reseated = false;
    if (seating == nullptr || calendar.starts_term(today)) {
      const Seating* next = &school.seated(timetable_in_force(school, inputs));
      if (seating != nullptr && next != seating) change_timetable(school, *seating, *next, state);
      if (seating == nullptr && !state.past.empty()) meet_again(school, *next, p, state);
      if (next != seating) {
        seating = next;
        take_seats(*seating, state);
        rebuild_ties(school, *seating, state);
        reseated = true;
      }
    }
    const Day day{school, *seating, p, inputs, stream, today};
    if (reseated || (changed & kRepresentationInputs) != 0) {
      rebuild_representation(school, *seating, p, inputs, state);
    }
    if (reseated || (changed & kCueInputs) != 0 || calendar.weekday(today) == 0) {
      rebuild_support(school, *seating, p, inputs, state);
      rebuild_cues(*seating, p, inputs, state);
    }

    morning(day, state);
    live_day(day, state);

    if (calendar.ends_week(today)) {
      settle_learning(day, state);
      befriend_week(day, state);
      practise_week(day, state);
    }
    if (calendar.ends_period(today)) {
      settle_learning(day, state);
      mark_period(day, state);
      if (recorder != nullptr) recorder->read(Cadence::marking_period, period, *seating, p, state);
      ++period;
    }
    sight = show(observers.snapshots, number, sight, day, state);
    if ((today + 1) % plan.tick_days == 0 || today + 1 == calendar.days) {
      if (recorder != nullptr) {
        recorder->read(Cadence::tick, school.year * ticks + today / plan.tick_days, *seating, p,
                       state);
      }
      new_tick(state);
    }
    if (wave < plan.waves && plan.wave_day[wave] == first_day + today) {
      if (waves.see != nullptr) {
        waves.see(waves.context, number, wave, state.friends_by_row.view(),
                  school.membership[0].data());
      }
      ++wave;
    }
  }
  if (recorder != nullptr) recorder->read(Cadence::year, school.year, *seating, p, state);
  return *seating;
}

void live_years(const School& school, const Scenario& scenario, std::uint32_t replicate,
                const RecordPlan& plan, Recorder* recorder, const Observers& observers,
                std::uint32_t number, State& state) {
  const std::uint32_t years = school.plan.calendar.years;
  for (std::uint32_t year = 0; year < years; ++year) {
    const School& now = school.in(year);
    // Replicates count from 0 and are fewer than 2^20.
    const sim::Stream dynamics =
        sim::stream(school.plan.seed, school.plan.school, year << 20 | replicate);
    const Seating& left =
        live_year(now, scenario, dynamics, plan, recorder, observers, number, state);
    if (year + 1 < years) begin_next_year(now, left, school.in(year + 1), scenario, state);
  }
}

}  // namespace models
