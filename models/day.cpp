#include "models/day.h"

#include <algorithm>

namespace models {
namespace {

using sim::kLanes;
using sim::LanesF;
using sim::LanesI;
using sim::LanesU;
using sim::load;
using sim::store;

constexpr std::size_t kTile = 64;  // rows; a multiple of every number of lanes
constexpr std::uint32_t kAbsenceWord = 14, kHarmWord = 15;  // of a student's 16 words a day

/// What a tile carries through its day.
struct Tile {
  std::size_t first, rows;  // rows a multiple of the lanes
  alignas(64) std::uint32_t word[16][kTile];
  alignas(64) float readiness[kTile], incident_base[kTile], norm[kTile], classes[kTile];
  alignas(64) float bids[kMaxPeriods][kTile], events[kMaxPeriods][kTile];
};

void draw_words(const Day& day, Tile& tile) {
  for (std::size_t k = 0; k < tile.rows; k += kLanes) {
    const auto id = load<LanesU>(day.school.id.data() + tile.first + k);
    for (std::uint32_t block = 0; block < 4; ++block) {
      const auto words = sim::draw(day.stream, id, block, day.number, purpose::day);
      for (std::size_t w = 0; w < 4; ++w) store(tile.word[4 * block + w] + k, words.word[w]);
    }
  }
}

/// Absence and what is the same in every class of the day.
void arrive(const Day& day, State& s, Tile& tile) {
  const Parameters& p = day.p;
  const float season = season_incidents(day.school.plan.calendar, day.number, p.season);
  const float* support = day.inputs.column(Input::attendance_support).data();
  const float* affirmed = day.inputs.column(Input::affirmation).data();
  const float settling = newness_kept(p.appraisal);
  for (std::size_t k = 0; k < tile.rows; k += kLanes) {
    const std::size_t row = tile.first + k;
    const LanesF engagement = load(s.engagement.now().data() + row);
    const LanesF belonging = load(s.belonging.now().data() + row);
    const LanesF lens = load(s.lens.data() + row);
    const LanesF chance = absence_chance(load(day.school.frailty.data() + row), engagement,
                                         belonging, load(support + row), p.attendance);
    const LanesF u = sim::uniform(load<LanesU>(tile.word[kAbsenceWord] + k));
    const LanesF away = load(s.away.data() + row);
    const LanesF zero{}, one = zero + 1.0f;
    const LanesF here = sim::choose(away > 0.0f, zero, sim::choose(u < chance, zero, one));
    store(s.away.data() + row, sim::higher(away - 1.0f, zero));
    store(s.present.data() + row, here);
    store(s.newness.data() + row, load(s.newness.data() + row) * settling);
    store(tile.readiness + k, readiness(belonging, load(s.uncertainty.now().data() + row), lens,
                                        p.appraisal, load(affirmed + row)));
    store(tile.incident_base + k,
          incident_base(load(day.school.temperament.data() + row), engagement,
                        load(s.trust.data() + row), season, p.behaviour));
    for (float* sum : {s.evidence.data() + row, s.reading.data() + row, s.answered.data() + row,
                       s.relation_today.data() + row, tile.norm + k, tile.classes + k}) {
      store(sum, zero);
    }
  }
}

/// A pair's column for these rows: straight where every row's slot is its own, else row by row.
LanesF load_pair(const PeriodColumns& column, const Seating& seating, std::uint32_t period,
                 std::size_t row, bool single) {
  if (single) return load(column[period].data() + row);
  LanesF v;
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    v[lane] = column[seating.slot[period][row + lane]][row + lane];
  }
  return v;
}

/// A student lane by lane meets the teacher's response to an incident.
void incidents(const Day& day, State& s, const Tile& tile, std::size_t k, std::uint32_t period,
               LanesF rate, LanesF u, LanesF here, LanesF reading) {
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    if (here[lane] > 0.0f && u[lane] < incident_chance(rate[lane])) {
      respond(day, s, tile.first + k + lane, period, reading[lane]);
    }
  }
}

/// One class period of a tile.
void attend_class(const Day& day, State& s, Tile& tile, std::uint32_t period) {
  const Parameters& p = day.p;
  const Seating& seating = day.seating;
  const sim::Calendar& calendar = day.school.plan.calendar;
  const bool feedback = calendar.weekday(day.number) == period % calendar.days_in_week;
  const sim::Column<float>& warmth = day.inputs.column(Input::feedback_warmth);
  const sim::Column<float>& clarity = day.inputs.column(Input::feedback_clarity);
  const float* affirmed = day.inputs.column(Input::affirmation).data();
  for (std::size_t k = 0; k < tile.rows; k += kLanes) {
    const std::size_t row = tile.first + k;
    const bool single = seating.single[period][row / sim::kBlock] != 0;
    const LanesF here = load(s.present.data() + row);
    const LanesF relation = load_pair(s.relation, seating, period, row, single);
    const LanesF known = load_pair(s.known, seating, period, row, single);
    const LanesF norm = sim::gather(s.section_norm.data(), seating.section[period].data() + row);

    LanesF doubt =
        doubt_of_newcomer(load(s.doubt[period].data() + row), load(s.newness.data() + row));
    const LanesF noise = sim::byte_noise(load<LanesU>(tile.word[period] + k));
    LanesF c = cue(load(s.setting[period].data() + row), relation, norm, noise, p.cue);
    if (feedback) {
      const std::uint16_t* teacher = seating.teacher[period].data() + row;
      c = c + feedback_cue(load(s.mark[period].data() + row), sim::gather(warmth.data(), teacher),
                           p.cue);
      doubt = doubt * (1.0f - sim::gather(clarity.data(), teacher));
    }
    const LanesF reading =
        identity_reading(doubt, load(tile.readiness + k), relation, known, p.appraisal);
    const LanesF evidence = appraise(c, reading, p.appraisal, load(affirmed + row));
    const LanesF bid = approach(reading, load(s.lens.data() + row), p.relation);
    const LanesF answered = bid * load(s.support[period].data() + row) * here;

    store(s.evidence.data() + row, load(s.evidence.data() + row) + evidence * here);
    store(s.reading.data() + row, load(s.reading.data() + row) + reading * here);
    store(s.answered.data() + row, load(s.answered.data() + row) + answered);
    store(s.relation_today.data() + row, load(s.relation_today.data() + row) + relation * here);
    store(tile.norm + k, load(tile.norm + k) + norm * here);
    store(tile.classes + k, load(tile.classes + k) + here);

    const LanesF rate = incident_rate(load(tile.incident_base + k), relation,
                                      load(s.discipline.data() + row), p.behaviour);
    const LanesF u = sim::uniform(load<LanesU>(tile.word[kMaxPeriods + period] + k));
    // 1 - exp(-rate) <= rate: only a draw below the rate can be an incident.
    if (sim::any(u < rate * here)) incidents(day, s, tile, k, period, rate, u, here, reading);

    if (single) {
      // The pair meets once today: its relation can move at once.
      const LanesF before = load(s.relation[period].data() + row);  // a referral may have cost some
      const LanesF moved =
          relate(before, answered, load(s.engagement.now().data() + row), known, p.relation);
      store(s.relation[period].data() + row, sim::choose(here > 0.0f, moved, before));
      store(s.known[period].data() + row,
            know(known, answered, load(s.talk[period].data() + row), p.relation));
    } else {
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const std::uint8_t slot = seating.slot[period][row + lane];
        tile.bids[slot][k + lane] += answered[lane];
        tile.events[slot][k + lane] += here[lane];
      }
    }
  }
}

/// Pairs that met in more than one period: one move from the day's mean.
void settle_pairs(const Day& day, State& s, const Tile& tile, std::size_t block) {
  const Parameters& p = day.p;
  const Seating& seating = day.seating;
  const std::size_t from = block - tile.first;
  for (std::uint32_t period = 0; period < seating.timetable.periods; ++period) {
    if (seating.single[period][block / sim::kBlock] != 0) continue;
    for (std::size_t k = from; k < from + sim::kBlock; k += kLanes) {
      const std::size_t row = tile.first + k;
      const LanesF events = load(tile.events[period] + k);
      LanesI owner;
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        owner[lane] = seating.slot[period][row + lane] == period ? -1 : 0;
      }
      const LanesI met = events > 0.0f;
      const LanesF answered =
          load(tile.bids[period] + k) / sim::choose(met, events, LanesF{} + 1.0f);
      const LanesF relation = load(s.relation[period].data() + row);
      const LanesF known = load(s.known[period].data() + row);
      const LanesF moved =
          relate(relation, answered, load(s.engagement.now().data() + row), known, p.relation);
      store(s.relation[period].data() + row, sim::choose(owner & met, moved, relation));
      const LanesF knows = know(known, answered, load(s.talk[period].data() + row), p.relation);
      store(s.known[period].data() + row, sim::choose(owner, knows, known));
    }
  }
}

/// An identity-based hurtful event, at the environment's rate: a cue of the day, read by its hour.
void hurtful_events(const Day& day, State& s, const Tile& tile) {
  const Identity& identity = day.school.plan.identity;
  const float policy = 1.0f + day.inputs.of(Input::harassment, 0);
  for (std::size_t k = 0; k < tile.rows; ++k) {
    const std::size_t row = tile.first + k;
    float rate = 0;
    for (std::uint32_t d = 0; d < identity.dimensions; ++d) {
      rate += identity.dimension[d].row[day.school.membership[d][row]].harassment;
    }
    if (sim::uniform(tile.word[kHarmWord][k]) < rate * policy && s.present[row] > 0.0f) {
      s.evidence[row] -= day.p.cue.harassment;
    }
  }
}

/// Belonging, vigilance, engagement, effort; lens and trust.
void end_day(const Day& day, State& s, const Tile& tile) {
  const Parameters& p = day.p;
  const float season = season_engagement(day.school.plan.calendar, day.number, p.season);
  const float kept = surprise_kept(p.belonging);
  const float* message = day.inputs.column(Input::message).data();
  const float* affirmation = day.inputs.column(Input::affirmation).data();
  for (std::size_t k = 0; k < tile.rows; k += kLanes) {
    const std::size_t row = tile.first + k;
    const LanesF classes = load(tile.classes + k);
    const LanesI here = classes > 0.0f;
    const LanesF one = LanesF{} + 1.0f;
    const LanesF per_class = one / sim::choose(here, classes, one);
    const LanesF evidence = load(s.evidence.data() + row) * per_class;
    const LanesF reading = load(s.reading.data() + row) * per_class;
    const LanesF answered = load(s.answered.data() + row) * per_class;
    const LanesF relation = load(s.relation_today.data() + row) * per_class;
    const LanesF present = load(s.present.data() + row);
    const LanesF affirmed = load(affirmation + row);

    const LanesF belonging = load(s.belonging.now().data() + row);
    const LanesF uncertainty = load(s.uncertainty.now().data() + row);
    const LanesF surprise = load(s.surprise.data() + row);
    const LanesF weight = evidence_weight(uncertainty, p.belonging) * present;
    store(s.belonging.next().data() + row,
          belong(belonging, weight, evidence, load(day.school.outlook.data() + row), reading,
                 surprise, p.belonging, affirmed));
    store(s.uncertainty.next().data() + row,
          uncertain(uncertainty, weight, reading, p.belonging, affirmed));
    store(s.surprise.data() + row, surprise * kept);

    const LanesF vigilance =
        sim::choose(here, watch(reading, belonging, p.vigilance), load(s.vigilance.data() + row));
    store(s.vigilance.data() + row, vigilance);

    const LanesF engagement = load(s.engagement.now().data() + row);
    const LanesF engaged =
        engage(engagement, belonging, relation, load(s.friends_engagement.data() + row),
               load(tile.norm + k) * per_class, load(s.mean_mark.data() + row), vigilance, season,
               p.engagement);
    store(s.engagement.next().data() + row, sim::choose(here, engaged, engagement));
    const LanesF worked = effort(engagement, attention(vigilance, p.vigilance)) * present;
    store(s.efforts.data() + row, load(s.efforts.data() + row) + worked);

    const LanesF smoothed = load(s.smoothed.data() + row);
    const LanesF lived =
        sim::choose(here, experience(smoothed, evidence, answered, p.lens), smoothed);
    store(s.smoothed.data() + row, lived);
    store(s.lens.data() + row, hold(load(s.lens.data() + row), load(day.school.lens.data() + row),
                                    lived, load(message + row) * present, p.lens));
    const LanesF trusted = load(s.trust.data() + row);
    store(s.trust.data() + row, sim::choose(here, trust(trusted, relation, p.relation), trusted));

    store(s.days_present.data() + row, load(s.days_present.data() + row) + present);
    store(s.days.data() + row, load(s.days.data() + row) + 1.0f);
    store(s.year_answered.data() + row, load(s.year_answered.data() + row) + answered);
  }
}

/// Memories of incidents fade overnight.
void fade(const Day& day, State& s, const Tile& tile) {
  const float kept = discipline_kept(day.p.behaviour);
  const auto fade_column = [&](float* column) {
    for (std::size_t k = 0; k < tile.rows; k += kLanes) {
      store(column + k, load(column + k) * kept);
    }
  };
  fade_column(s.discipline.data() + tile.first);
  for (std::size_t slot = 0; slot < day.seating.slots; ++slot) {
    fade_column(s.memory[slot].data() + tile.first);
  }
}

}  // namespace

void live_day(const Day& day, State& state) {
  const std::size_t rows = sim::padded(day.school.students());
  const bool harassment = harassment_exists(day.school.plan.identity);
  Tile tile;
  for (tile.first = 0; tile.first < rows; tile.first += kTile) {
    tile.rows = std::min(kTile, rows - tile.first);
    std::memset(tile.bids, 0, sizeof tile.bids);
    std::memset(tile.events, 0, sizeof tile.events);
    draw_words(day, tile);
    arrive(day, state, tile);
    for (std::uint32_t period = 0; period < day.seating.timetable.periods; ++period) {
      attend_class(day, state, tile, period);
    }
    for (std::size_t block = 0; block < tile.rows; block += sim::kBlock) {
      settle_pairs(day, state, tile, tile.first + block);
    }
    if (harassment) hurtful_events(day, state, tile);
    end_day(day, state, tile);
    fade(day, state, tile);
  }
  state.belonging.commit();
  state.uncertainty.commit();
  state.engagement.commit();
}

}  // namespace models
