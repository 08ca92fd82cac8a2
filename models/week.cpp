#include "models/week.h"

#include "models/setting.h"

namespace models {
namespace {

/// Which course a period's class is: its subject, or the period itself in a self-contained class.
std::uint32_t course_of(const Day& day, std::uint32_t period, std::size_t row) {
  if (day.school.plan.profile.elementary != 0.0f) return period;
  return day.seating.timetable.sections[day.seating.section[period][row]].subject;
}

/// The lowest mean rating among a teacher's groups, as a classroom survey shows it.
/// Sums are whole numbers, so that the order of students does not matter.
class Ratings {
 public:
  explicit Ratings(std::size_t teachers) : cells_(teachers * kCells) {}

  void add(std::size_t teacher, std::size_t cell, float rating) {
    Cell& c = cells_[teacher * kCells + cell];
    c.sum += static_cast<std::int64_t>(rating * 65536.0f);
    ++c.n;
  }
  static std::size_t cell(std::uint32_t dimension, std::uint8_t membership) {
    return 1 + dimension * kMaxMemberships + membership;
  }
  /// Groups of fewer than 5 answers are not shown; no answers at all: the goal itself.
  float lowest(std::size_t teacher, float goal) const {
    float least = goal;
    for (std::size_t k = 0; k < kCells; ++k) {
      const Cell& c = cells_[teacher * kCells + k];
      if (c.n < 5) continue;
      const float mean = static_cast<float>(c.sum) / (65536.0f * static_cast<float>(c.n));
      if (mean < least) least = mean;
    }
    return least;
  }

 private:
  static constexpr std::size_t kCells = 1 + kMaxDimensions * kMaxMemberships;
  struct Cell {
    std::int64_t sum = 0;
    std::int32_t n = 0;
  };
  std::vector<Cell> cells_;
};

Ratings survey_classes(const Day& day, const State& state) {
  const School& school = day.school;
  const PracticeParameters& p = day.p.practice;
  Ratings ratings(school.staff.size());
  for (std::uint32_t period = 0; period < school.periods(); ++period) {
    alignas(64) float answers[sim::kLanes], rated[sim::kLanes];
    for (std::size_t row = 0; row < school.students(); ++row) {
      const std::size_t lane = row % sim::kLanes;
      if (lane == 0) {
        const auto words = sim::draw(day.stream, sim::load<sim::LanesU>(school.id.data() + row),
                                     period, day.number, purpose::survey);
        const sim::LanesF noise = p.survey_noise * sim::byte_noise(words.word[1]);
        sim::store(answers, sim::uniform(words.word[0]));
        sim::store(rated, sim::clamp(sim::load(state.support[period].data() + row) + noise, 0, 1));
      }
      if (day.seating.slot[period][row] != period) continue;  // one answer per teacher
      if (answers[lane] >= p.survey_response) continue;
      const float rating = rated[lane];
      const std::uint16_t j = day.seating.teacher[period][row];
      ratings.add(j, 0, rating);
      for (std::uint32_t d = 0; d < school.plan.identity.dimensions; ++d) {
        ratings.add(j, Ratings::cell(d, school.membership[d][row]), rating);
      }
    }
  }
  return ratings;
}

void close_term(const Day& day, State& state) {
  const LearningParameters& p = day.p.learning;
  const float marks = static_cast<float>(day.school.plan.calendar.marking_periods);
  for (std::uint32_t period = 0; period < day.school.periods(); ++period) {
    for (std::size_t row = 0; row < day.school.students(); ++row) {
      const float final_mark = state.term_marks[period][row] / marks;
      const bool passed = final_mark >= p.pass;
      state.term_marks[period][row] = 0.0f;
      state.terms_counted[row] += 1.0f;
      state.points[row] += passed ? final_mark : 0.0f;
      state.credits[row] += passed ? 1.0f : 0.0f;
      if (!passed && course_of(day, period, row) < kCoreSubjects) state.terms_failed[row] += 1.0f;
    }
  }
}

}  // namespace

void settle_learning(const Day& day, State& state) {
  const School& school = day.school;
  const float days = static_cast<float>(school.plan.calendar.days);
  std::vector<float> teaching(school.staff.size());
  for (std::size_t j = 0; j < teaching.size(); ++j) {
    teaching[j] = school.staff.teaching[j] * (1.0f + day.inputs.of(Input::teaching, j));
  }
  const float* help = day.inputs.column(Input::study_support).data();
  for (std::uint32_t period = 0; period < school.periods(); ++period) {
    for (std::size_t row = 0; row < school.students(); ++row) {
      state.knowledge[period][row] += learned(
          state.efforts[row], teaching[day.seating.teacher[period][row]] * (1.0f + help[row]), days,
          day.p.learning);
    }
  }
  state.efforts.fill(0.0f);
}

void befriend_week(const Day& day, State& state) {
  const School& school = day.school;
  std::vector<float> marks(school.students()), engagement(school.students());
  for (std::size_t row = 0; row < school.students(); ++row) {
    marks[school.id[row]] = state.mean_mark[row];
    engagement[school.id[row]] = state.engagement.now()[row];
  }
  const FriendshipView view{&school.people, &school.plan.identity, &day.seating.timetable,
                            marks.data(), engagement.data()};
  befriend(day.stream, day.number, school.plan.calendar, view, day.p.friendship, state.friends,
           state.room);
  rebuild_friends(school, day.p.friendship, state);
  rebuild_ties(school, day.seating, state);
}

void practise_week(const Day& day, State& state) {
  const School& school = day.school;
  const PracticeParameters& p = day.p.practice;
  const std::size_t teachers = school.staff.size();
  std::vector<float> seen(teachers, 0.0f), next(teachers);
  if (day.inputs.opens(Input::data_cycle)) {
    const Ratings ratings = survey_classes(day, state);
    for (std::size_t j = 0; j < teachers; ++j) {
      seen[j] = day.inputs.of(Input::data_cycle, j) * gap_seen(ratings.lowest(j, p.goal), p);
    }
  }
  for (std::size_t j = 0; j < teachers; ++j) {
    const std::uint8_t advisors = school.staff.advisors[j];
    float difference = 0;
    for (std::uint8_t a = 0; a < advisors; ++a) {
      difference += state.practice[school.staff.advisor[a][j]] - state.practice[j];
    }
    if (advisors > 0) difference /= static_cast<float>(advisors);
    next[j] = practise(state.practice[j], day.inputs.of(Input::professional_learning, j),
                       difference, seen[j], day.inputs.of(Input::follow_up, j), p);
  }
  for (std::size_t j = 0; j < teachers; ++j) {
    state.practice_met[j] = met(state.practice_met[j], state.practice[j], p);
    state.practice[j] = next[j];
  }
}

void mark_period(const Day& day, State& state) {
  const School& school = day.school;
  const sim::Calendar& calendar = school.plan.calendar;
  const std::uint32_t periods = day.seating.timetable.periods;
  const float gone = static_cast<float>(day.number + 1) / static_cast<float>(calendar.days);
  for (std::size_t row = 0; row < school.students(); ++row) {
    sim::PhiloxBlock words[2];
    for (std::uint32_t b = 0; b < 2; ++b) {
      words[b] = sim::draw(day.stream, school.id[row], b, day.number, purpose::marks);
    }
    float sum = 0;
    for (std::uint32_t period = 0; period < periods; ++period) {
      const std::uint32_t course = course_of(day, period, row);
      const float g = mark(school.preparation[row], state.knowledge[period][row], gone,
                           state.vigilance[row], day.seating.advanced[period][row] != 0,
                           sim::normal(words[course / 4][course % 4]), day.p.learning);
      state.mark[period][row] = g;
      state.term_marks[period][row] += g;
      sum += g;
    }
    const float mean = sum / static_cast<float>(periods);
    state.surprise[row] += mean - state.mean_mark[row];
    state.mean_mark[row] = mean;
  }
  const std::uint32_t next_day = day.number + 1;
  if (next_day == calendar.days || calendar.starts_term(next_day)) close_term(day, state);
}

}  // namespace models
