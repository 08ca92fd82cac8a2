#pragma once
// One class period of a few rows of students: cue -> appraisal -> bid -> incident and the teacher's
// response -> relation, knowledge of the student. (The formulas are in the processes' headers.)

#include <bit>

#include "models/day_rows.h"

namespace models {

/// A pair's column for these rows: straight where every row's slot is its own, else row by row.
inline LanesF load_pair(const PeriodColumns& column, const Seating& seating, std::uint32_t period,
                        std::size_t row, bool single) {
  if (single) return load(column[period].data() + row);
  LanesF v;
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    v[lane] = column[seating.slot[period][row + lane]][row + lane];
  }
  return v;
}

/// A student lane by lane meets the teacher's response to an incident. Out of line: it is rare, and
/// the rows it is given stay in registers where it is not called.
__attribute__((noinline)) inline void incidents(const Day& day, State& s, std::size_t row,
                                                std::uint32_t period, LanesF rate, LanesF u,
                                                LanesF here, LanesF reading) {
  const LanesI happens = (u < incident_chance(rate)) & (here > 0.0f);
  for (std::uint32_t bits = sim::lane_bits(happens); bits != 0; bits &= bits - 1) {
    const auto lane = static_cast<std::size_t>(std::countr_zero(bits));
    respond(day, s, row + lane, period, reading[lane]);
  }
}

/// One class period.
__attribute__((always_inline)) inline void attend_class(const Today& t, Rows& r, const Words& word,
                                                        std::uint32_t period, bool single,
                                                        Repeated& repeated) {
  const Parameters& p = t.p;
  const Seating& seating = t.day.seating;
  State& s = t.s;
  const LanesF relation = load_pair(s.relation, seating, period, r.first, single);
  const LanesF known = load_pair(s.known, seating, period, r.first, single);
  const LanesF norm = sim::gather(s.section_norm.data(), seating.section[period].data() + r.first);

  LanesF doubt = doubt_of_newcomer(load(s.doubt[period], r), r.newness);
  const LanesF noise = sim::byte_noise(load<LanesU>(word[period]));
  LanesF c = cue(load(s.setting[period], r), relation, norm, noise, p.cue);
  if (t.feedback[period]) {
    const std::uint16_t* teacher = seating.teacher[period].data() + r.first;
    const auto& warmth = t.day.inputs.column(Input::feedback_warmth);
    const auto& clarity = t.day.inputs.column(Input::feedback_clarity);
    c = c + feedback_cue(load(s.mark[period], r), sim::gather(warmth.data(), teacher), p.cue);
    doubt = doubt * (1.0f - sim::gather(clarity.data(), teacher));
  }
  const LanesF reading = identity_reading(doubt, r.readiness, relation, known, p.appraisal);
  const LanesF evidence = appraise(c, reading, p.appraisal, r.affirmed);
  const LanesF bid = approach(reading, r.lens, p.relation);
  const LanesF answered = bid * load(s.support[period], r) * r.here;

  r.evidence = r.evidence + evidence * r.here;
  r.reading = r.reading + reading * r.here;
  r.answered = r.answered + answered;
  r.relation = r.relation + relation * r.here;
  r.norm = r.norm + norm * r.here;
  r.classes = r.classes + r.here;

  // 1 - exp(-rate) <= rate <= its bound: only a draw below the bound can be an incident.
  const LanesF log_rate = log_incident_rate(r.incident_base, relation, r.discipline, p.behaviour);
  const LanesF u = sim::uniform(load<LanesU>(word[kMaxPeriods + period]));
  if (sim::any(u < sim::exp_bound(log_rate) * r.here)) {
    store(s.evidence, r, r.evidence);  // a referral is a cue as well
    incidents(t.day, s, r.first, period, sim::exp(log_rate), u, r.here, reading);
    r.evidence = load(s.evidence, r);
    r.discipline = load(s.discipline, r);
  }

  if (single) {
    // The pair meets once today: its relation can move at once.
    const LanesF before = load(s.relation[period], r);  // a referral may have cost some
    const LanesF moved = relate(before, answered, r.engagement, known, p.relation);
    store(s.relation[period], r, sim::choose(r.here > 0.0f, moved, before));
    store(s.known[period], r, know(known, answered, load(s.talk[period], r), p.relation));
  } else {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const std::uint8_t slot = seating.slot[period][r.first + lane];
      repeated.bids[slot][lane] += answered[lane];
      repeated.events[slot][lane] += r.here[lane];
    }
  }
}

/// Pairs that met in more than one period: one move from the day's mean.
inline void settle_pairs(const Today& t, const Rows& r, const Repeated& repeated) {
  const Parameters& p = t.p;
  const Seating& seating = t.day.seating;
  State& s = t.s;
  for (std::uint32_t period = 0; period < seating.timetable.periods; ++period) {
    if (seating.single[period][r.first / sim::kBlock] != 0) continue;
    const LanesF events = load(repeated.events[period]);
    LanesI owner;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      owner[lane] = seating.slot[period][r.first + lane] == period ? -1 : 0;
    }
    const LanesI met = events > 0.0f;
    const LanesF answered = load(repeated.bids[period]) / sim::choose(met, events, LanesF{} + 1.0f);
    const LanesF relation = load(s.relation[period], r);
    const LanesF known = load(s.known[period], r);
    const LanesF moved = relate(relation, answered, r.engagement, known, p.relation);
    store(s.relation[period], r, sim::choose(owner & met, moved, relation));
    const LanesF knows = know(known, answered, load(s.talk[period], r), p.relation);
    store(s.known[period], r, sim::choose(owner, knows, known));
  }
}

}  // namespace models
