#pragma once
// One class period of a few rows of students: cue -> appraisal -> bid -> incident and the teacher's
// response -> relation, knowledge of the student. (The formulas are in the processes' headers.)

#include <bit>

#include "models/day_rows.h"

namespace models {

/// How a few rows sit in a period.
struct Sitting {
  bool single, stays;
  std::uint8_t slot;      ///< the one slot of all rows, or kManySlots
  std::uint32_t earlier;  ///< a bit for each lane whose slot is an earlier period's
};
inline Sitting sitting(const Seating& seating, std::uint32_t period, std::size_t row) {
  const std::size_t block = row / sim::kBlock;
  const std::uint32_t lanes = static_cast<std::uint32_t>((1ull << kLanes) - 1);
  return {seating.single[period][block] != 0, seating.stays[period][block] != 0,
          seating.one_slot[period][block],
          seating.earlier[period][block] >> row % sim::kBlock & lanes};
}

/// Calls f(lane, slot) for each lane whose slot is an earlier period's; `lane` is set there only.
template <class F>
inline void for_earlier(const Sitting& at, const Seating& seating, std::uint32_t period,
                        std::size_t row, F f) {
  for (std::uint32_t bits = at.earlier; bits != 0; bits &= bits - 1) {
    const int lane = std::countr_zero(bits);
    f(sim::lane_numbers() == lane, seating.slot[period][row + static_cast<std::size_t>(lane)]);
  }
}

/// A pair's column for these rows.
inline LanesF load_pair(const PeriodColumns& column, const Seating& seating, std::uint32_t period,
                        std::size_t row, const Sitting& at) {
  if (at.slot != kManySlots) return load(column[at.slot].data() + row);
  LanesF v = load(column[period].data() + row);
  for_earlier(at, seating, period, row, [&](LanesI lane, std::uint8_t slot) {
    v = sim::choose(lane, load(column[slot].data() + row), v);
  });
  return v;
}

/// Do these rows read this class as they read the one before, with the same people?
inline bool reads_alike(const Today& t, const Rows& r, std::uint32_t period) {
  if (t.feedback[period] || t.feedback[period - 1]) return false;
  const LanesF doubt = load(t.s.doubt[period], r), before = load(t.s.doubt[period - 1], r);
  return !sim::any(sim::bits_of(doubt) != sim::bits_of(before));
}

/// Readings and bids of the classes from `first` on, as pairs are now. One class's do not wait for
/// another's, so the processor works on several at a time.
__attribute__((always_inline)) inline void read_classes(const Today& t, const Rows& r,
                                                        std::uint32_t first, Readings& readings) {
  const Parameters& p = t.p;
  const Seating& seating = t.day.seating;
  State& s = t.s;
  for (std::uint32_t period = first; period < seating.timetable.periods; ++period) {
    const Sitting at = sitting(seating, period, r.first);
    if (at.stays && period > first && reads_alike(t, r, period)) {
      readings.reading[period] = readings.reading[period - 1];
      readings.bid[period] = readings.bid[period - 1];
      continue;
    }
    const LanesF relation = load_pair(s.relation, seating, period, r.first, at);
    const LanesF known = load_pair(s.known, seating, period, r.first, at);
    LanesF doubt = doubt_of_newcomer(load(s.doubt[period], r), r.newness);
    if (t.feedback[period]) {
      const auto& clarity = t.day.inputs.column(Input::feedback_clarity);
      const std::uint16_t* teacher = seating.teacher[period].data() + r.first;
      doubt = doubt * (1.0f - sim::gather(clarity.data(), teacher));
    }
    const LanesF reading = identity_reading(doubt, r.readiness, relation, known, p.appraisal);
    readings.reading[period] = reading;
    readings.bid[period] = approach(reading, r.lens, p.relation);
  }
}

/// Students lane by lane meet the teacher's response to an incident; `bound` is that of their
/// rates. Returns whose incidents happened. Out of line: it is rare, and the rows it is given stay
/// in registers where it is not called.
__attribute__((noinline)) inline std::uint32_t incidents(const Day& day, State& s, std::size_t row,
                                                         std::uint32_t period, LanesF log_rate,
                                                         LanesF bound, LanesF u, LanesF reading) {
  // With rate >= bound/1.07, 1 - exp(-rate) >= rate - rate^2/2 is above this; the rest is rounding.
  const LanesF surely = 0.93f * bound * (1.0f - 0.5f * bound) - 1e-6f;
  LanesI happens = u < surely;
  const LanesI perhaps = (u < bound) & ~happens;
  if (sim::any(perhaps)) happens |= perhaps & (u < incident_chance(sim::exp(log_rate)));
  const std::uint32_t whose = sim::lane_bits(happens);
  for (std::uint32_t bits = whose; bits != 0; bits &= bits - 1) {
    const auto lane = static_cast<std::size_t>(std::countr_zero(bits));
    respond(day, s, row + lane, period, reading[lane]);
  }
  return whose;
}

/// May any of these lanes' pairs of this period meet in a later one?
inline bool meets_later(const Seating& seating, std::uint32_t period, std::size_t row,
                        std::uint32_t lanes) {
  std::uint32_t later = 0;
  while (++period < seating.timetable.periods) later |= sitting(seating, period, row).earlier;
  return (later & lanes) != 0;
}

/// One class period.
__attribute__((always_inline)) inline void attend_class(const Today& t, Rows& r, const Words& word,
                                                        std::uint32_t period, Readings& readings,
                                                        Repeated& repeated) {
  const Parameters& p = t.p;
  const Seating& seating = t.day.seating;
  State& s = t.s;
  const Sitting at = sitting(seating, period, r.first);
  const LanesF relation = load_pair(s.relation, seating, period, r.first, at);
  // Not among the readings: a gather takes so much of the processor that few would overlap.
  if (!at.stays) {
    r.norm_now = sim::gather(s.section_norm.data(), seating.section[period].data() + r.first);
  }
  const LanesF norm = r.norm_now;
  const LanesF noise = sim::byte_noise(load<LanesU>(word[period]));
  LanesF c = cue(load(s.setting[period], r), relation, norm, noise, p.cue);
  if (t.feedback[period]) {
    const auto& warmth = t.day.inputs.column(Input::feedback_warmth);
    const std::uint16_t* teacher = seating.teacher[period].data() + r.first;
    c = c + feedback_cue(load(s.mark[period], r), sim::gather(warmth.data(), teacher), p.cue);
  }
  const LanesF reading = readings.reading[period];
  const LanesF evidence = appraise(c, reading, p.appraisal, r.affirmed);
  const LanesF answered = readings.bid[period] * load(s.support[period], r) * r.here;

  r.evidence = r.evidence + evidence;
  r.reading = r.reading + reading;
  r.answered = r.answered + answered;
  r.relation = r.relation + relation;
  r.norm = r.norm + norm;

  // 1 - exp(-rate) <= rate <= its bound: only a draw below the bound can be an incident.
  const LanesF log_rate = log_incident_rate(r.incident_base, relation, r.discipline, p.behaviour);
  const LanesF u = sim::uniform(load<LanesU>(word[kMaxPeriods + period]));
  const LanesF bound = sim::exp_bound(log_rate);
  if (sim::any_below(u, bound)) {
    store(s.evidence, r, r.evidence);  // a referral is a cue as well
    const std::uint32_t whose = incidents(t.day, s, r.first, period, log_rate, bound, u, reading);
    r.evidence = load(s.evidence, r);
    r.discipline = load(s.discipline, r);
    if (meets_later(seating, period, r.first, whose)) read_classes(t, r, period + 1, readings);
  }

  if (at.single) {
    // The pair meets once today: its relation can move at once.
    const LanesF known = load(s.known[period], r);
    const LanesF before = load(s.relation[period], r);  // a referral may have cost some
    const LanesF moved = relate(before, answered, r.engagement, known, p.relation);
    store(s.relation[period], r, sim::choose(r.here > 0.0f, moved, before));
    store(s.known[period], r, know(known, answered, load(s.talk[period], r), p.relation));
  } else if (at.slot != kManySlots) {
    store(repeated.bids[at.slot], load(repeated.bids[at.slot]) + answered);
    store(repeated.events[at.slot], load(repeated.events[at.slot]) + r.here);
  } else {
    const auto add = [&](LanesF bid, LanesF here, std::uint8_t slot) {
      store(repeated.bids[slot], load(repeated.bids[slot]) + bid);
      store(repeated.events[slot], load(repeated.events[slot]) + here);
    };
    // Whose slot is an earlier one has no use for this period's: what is added there is not read.
    add(answered, r.here, static_cast<std::uint8_t>(period));
    for_earlier(at, seating, period, r.first, [&](LanesI lane, std::uint8_t slot) {
      const LanesF nothing{};
      add(sim::choose(lane, answered, nothing), sim::choose(lane, r.here, nothing), slot);
    });
  }
}

/// Pairs that met in more than one period: one move from the day's mean. Leaves `repeated` empty.
inline void settle_pairs(const Today& t, const Rows& r, Repeated& repeated) {
  const Parameters& p = t.p;
  const Seating& seating = t.day.seating;
  State& s = t.s;
  for (std::uint32_t period = 0; period < seating.timetable.periods; ++period) {
    const Sitting at = sitting(seating, period, r.first);
    if (at.single || (at.slot != kManySlots && at.slot != period)) continue;
    const LanesF events = load(repeated.events[period]);
    LanesI owner = LanesI{} - 1;
    for_earlier(at, seating, period, r.first, [&](LanesI lane, std::uint8_t) { owner &= ~lane; });
    const LanesI met = events > 0.0f;
    const LanesF answered = load(repeated.bids[period]) / sim::choose(met, events, LanesF{} + 1.0f);
    const LanesF relation = load(s.relation[period], r);
    const LanesF known = load(s.known[period], r);
    const LanesF moved = relate(relation, answered, r.engagement, known, p.relation);
    store(s.relation[period], r, sim::choose(owner & met, moved, relation));
    const LanesF knows = know(known, answered, load(s.talk[period], r), p.relation);
    store(s.known[period], r, sim::choose(owner, knows, known));
    store(repeated.bids[period], LanesF{});
    store(repeated.events[period], LanesF{});
  }
}

}  // namespace models
