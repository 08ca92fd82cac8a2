#include "models/class_period.h"

namespace models {
namespace {

void draw_words(const Today& t, std::size_t row, Words& word) {
  const auto id = load<LanesU>(t.day.school.id.data() + row);
  sim::PhiloxLanes blocks[4];
  sim::draw_blocks(t.day.stream, id, t.day.number, purpose::day, blocks);
  for (std::size_t w = 0; w < 16; ++w) store(word[w], blocks[w / 4].word[w % 4]);
}

constexpr float kNoIncidents = 1e4f;  // so low is the log rate of who is not here

/// Absence and what is the same in every class of the day.
Rows arrive(const Today& t, std::size_t row, const Words& word) {
  const Parameters& p = t.p;
  const School& school = t.day.school;
  Rows r{};
  r.first = row;
  r.engagement = load(t.s.engagement.now(), r);
  r.lens = load(t.s.lens, r);
  r.affirmed = load(t.day.inputs.column(Input::affirmation), r);
  r.discipline = load(t.s.discipline, r);
  const LanesF belonging = load(t.s.belonging.now(), r);
  const LanesF chance =
      absence_chance(load(school.frailty, r), r.engagement, belonging,
                     load(t.day.inputs.column(Input::attendance_support), r), p.attendance);
  const LanesF u = sim::uniform(load<LanesU>(word[kAbsenceWord]));
  const LanesF away = load(t.s.away, r);
  const LanesF zero{}, one = zero + 1.0f;
  r.here = sim::choose(away > 0.0f, zero, sim::choose(u < chance, zero, one));
  r.newness = load(t.s.newness, r) * t.newness_kept;
  store(t.s.away, r, sim::higher(away - 1.0f, zero));
  store(t.s.present, r, r.here);
  store(t.s.newness, r, r.newness);
  r.readiness =
      readiness(belonging, load(t.s.uncertainty.now(), r), r.lens, p.appraisal, r.affirmed);
  const LanesF base = incident_base(load(school.temperament, r), r.engagement, load(t.s.trust, r),
                                    t.season_incidents, p.behaviour);
  r.incident_base = sim::choose(r.here > 0.0f, base, zero - kNoIncidents);
  return r;
}

/// No student's rate of hurtful events is higher: added up in the same order, so rounded alike.
float most_harassment(const Identity& identity) {
  float sum = 0;
  for (std::uint32_t d = 0; d < identity.dimensions; ++d) {
    float most = 0;
    for (std::uint32_t m = 0; m < identity.dimension[d].memberships; ++m) {
      most = sim::higher(most, identity.dimension[d].row[m].harassment);
    }
    sum += most;
  }
  return sum;
}

/// An identity-based hurtful event, at the environment's rate: a cue of the day, read by its hour.
void hurtful_events(const Today& t, Rows& r, const Words& word) {
  const School& school = t.day.school;
  const Identity& identity = school.plan.identity;
  const float policy = 1.0f + t.day.inputs.of(Input::harassment, 0);
  const LanesF u = sim::uniform(load<LanesU>(word[kHarmWord]));
  if (!sim::any_below(u, LanesF{} + t.most_harassment * policy)) return;  // nobody's rate is higher
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    float rate = 0;
    for (std::uint32_t d = 0; d < identity.dimensions; ++d) {
      rate += identity.dimension[d].row[school.membership[d][r.first + lane]].harassment;
    }
    if (u[lane] < rate * policy && r.here[lane] > 0.0f) {
      r.evidence[lane] -= t.p.cue.harassment;
    }
  }
}

/// Belonging, vigilance, engagement, effort; lens and trust.
void end_day(const Today& t, const Rows& r) {
  const Parameters& p = t.p;
  State& s = t.s;
  store(s.evidence, r, r.evidence);
  store(s.reading, r, r.reading);
  store(s.answered, r, r.answered);
  store(s.relation_today, r, r.relation);
  const LanesI here = r.classes > 0.0f;
  const LanesF one = LanesF{} + 1.0f;
  const LanesF per_class = one / sim::choose(here, r.classes, one);
  const LanesF evidence = r.evidence * per_class;
  const LanesF reading = r.reading * per_class;
  const LanesF answered = r.answered * per_class;
  const LanesF relation = r.relation * per_class;

  const LanesF belonging = load(s.belonging.now(), r);
  const LanesF uncertainty = load(s.uncertainty.now(), r);
  const LanesF surprise = load(s.surprise, r);
  const LanesF weight = evidence_weight(uncertainty, p.belonging) * r.here;
  store(s.belonging.next(), r,
        belong(belonging, weight, evidence, load(t.day.school.outlook, r), reading, surprise,
               p.belonging, r.affirmed));
  store(s.uncertainty.next(), r, uncertain(uncertainty, weight, reading, p.belonging, r.affirmed));
  store(s.surprise, r, surprise * t.surprise_kept);

  const LanesF vigilance =
      sim::choose(here, watch(reading, belonging, p.vigilance), load(s.vigilance, r));
  store(s.vigilance, r, vigilance);

  const LanesF engaged =
      engage(r.engagement, belonging, relation, load(s.friends_engagement, r), r.norm * per_class,
             load(s.mean_mark, r), vigilance, t.season_engagement, p.engagement);
  store(s.engagement.next(), r, sim::choose(here, engaged, r.engagement));
  const LanesF worked = effort(r.engagement, attention(vigilance, p.vigilance)) * r.here;
  store(s.efforts, r, load(s.efforts, r) + worked);

  const LanesF smoothed = load(s.smoothed, r);
  const LanesF lived =
      sim::choose(here, experience(smoothed, evidence, answered, p.lens), smoothed);
  store(s.smoothed, r, lived);
  const LanesF told = load(t.day.inputs.column(Input::message), r) * r.here;
  store(s.lens, r, hold(r.lens, load(t.day.school.lens, r), lived, told, p.lens));
  const LanesF trusted = load(s.trust, r);
  store(s.trust, r, sim::choose(here, trust(trusted, relation, p.relation), trusted));

  store(s.days_present, r, load(s.days_present, r) + r.here);
  store(s.days, r, load(s.days, r) + 1.0f);
  store(s.year_answered, r, load(s.year_answered, r) + answered);
}

/// Memories of incidents fade overnight.
void fade(const Today& t, const Rows& r) {
  store(t.s.discipline, r, r.discipline * t.discipline_kept);
  for (std::size_t slot = 0; slot < t.day.seating.slots; ++slot) {
    store(t.s.memory[slot], r, load(t.s.memory[slot], r) * t.discipline_kept);
  }
}

Today today(const Day& day, State& state) {
  const Parameters& p = day.p;
  const sim::Calendar& calendar = day.school.plan.calendar;
  Today t{day,
          state,
          p,
          season_incidents(calendar, day.number, p.season),
          season_engagement(calendar, day.number, p.season),
          newness_kept(p.appraisal),
          surprise_kept(p.belonging),
          discipline_kept(p.behaviour),
          most_harassment(day.school.plan.identity),
          {}};
  for (std::uint32_t period = 0; period < kMaxPeriods; ++period) {
    t.feedback[period] = calendar.weekday(day.number) == period % calendar.days_in_week;
  }
  return t;
}

/// All classes of the day. Did every pair meet in one of them only?
bool attend_classes(const Today& t, Rows& rows, const Words& word, Repeated& repeated) {
  const Seating& seating = t.day.seating;
  Readings readings;
  read_classes(t, rows, 0, readings);
  bool all_single = true;
  for (std::uint32_t period = 0; period < seating.timetable.periods; ++period) {
    attend_class(t, rows, word, period, readings, repeated);
    all_single = all_single && seating.single[period][rows.first / sim::kBlock] != 0;
  }
  const LanesF nothing{};
  const LanesI here = rows.here > nothing;
  for (LanesF* sum : {&rows.evidence, &rows.reading, &rows.answered, &rows.relation, &rows.norm}) {
    *sum = sim::choose(here, *sum, nothing);
  }
  rows.classes = rows.here * static_cast<float>(seating.timetable.periods);
  return all_single;
}

}  // namespace

void live_day(const Day& day, State& state) {
  const Today t = today(day, state);
  alignas(64) Words word;
  Repeated repeated{};
  for (std::size_t row = 0; row < sim::padded(day.school.students()); row += kLanes) {
    draw_words(t, row, word);
    Rows rows = arrive(t, row, word);
    if (!attend_classes(t, rows, word, repeated)) settle_pairs(t, rows, repeated);
    if (t.most_harassment > 0.0f) hurtful_events(t, rows, word);
    end_day(t, rows);
    fade(t, rows);
  }
  state.belonging.commit();
  state.uncertainty.commit();
  state.engagement.commit();
}

}  // namespace models
