#include "models/seen_lives.h"

#include "models/year.h"

namespace models {
namespace {

constexpr Variable of(Extra extra) {
  return {Variable::Kind::extra, static_cast<std::uint32_t>(extra)};
}
constexpr Variable of(Outcome outcome) {
  return {Variable::Kind::outcome, static_cast<std::uint32_t>(outcome)};
}

using See = void (*)(void*, std::uint32_t, std::uint32_t, const float*);

/// Lives all scenarios; `see` is shown the sights.
void look(const School& school, std::span<const Scenario> lives, std::uint32_t replicate,
          std::span<const Sight> sights, void* context, See see) {
  RecordPlan record;
  record.tick_days = 1;
  Observers observers;
  observers.snapshots = {context, see, sights.data(), static_cast<std::uint32_t>(sights.size()),
                         nullptr};
  State state;
  for (std::uint32_t life = 0; life < lives.size(); ++life) {
    start_year(school, lives[life], state);
    live_years(school, lives[life], replicate, record, nullptr, observers, life, state);
  }
}

}  // namespace

const std::array<SeenRow, kSeen>& seen_rows() {
  static constexpr std::array<SeenRow, kSeen> rows{{
      {"cue", of(Extra::day_cue)},
      {"reading", of(Extra::day_reading)},
      {"cue_as_read", of(Extra::day_evidence)},
      {"hurtful_event", of(Extra::day_hurt)},
      {"present", of(Outcome::attendance)},
      {"incidents", of(Outcome::incidents)},
      {"referrals", of(Outcome::referrals)},
      {"suspended_days", of(Outcome::suspended_days)},
      {"belonging", of(Outcome::belonging)},
      {"uncertainty", of(Outcome::uncertainty)},
      {"engagement", of(Outcome::engagement)},
      {"vigilance", of(Outcome::vigilance)},
      {"relation", of(Outcome::relation)},
  }};
  return rows;
}

std::vector<Sight> sights_of_days(std::uint32_t days) {
  std::vector<Sight> sights;
  sights.reserve(days * kSeen);
  for (std::uint32_t day = 0; day < days; ++day) {
    for (const SeenRow& row : seen_rows()) sights.push_back({row.variable, day});
  }
  return sights;
}

std::vector<float> see_lives(const School& school, std::span<const Scenario> lives,
                             std::uint32_t replicate, std::uint32_t student) {
  struct Eye {
    const School& school;
    std::uint32_t student;
    std::size_t days;
    std::vector<float> values;
  };
  const std::uint32_t days = school.plan.calendar.days_in_run();
  Eye eye{school, student, days, std::vector<float>(lives.size() * kSeen * days)};
  look(school, lives, replicate, sights_of_days(days), &eye,
       [](void* context, std::uint32_t life, std::uint32_t sight, const float* values) {
         auto& self = *static_cast<Eye*>(context);
         const std::size_t what = sight % kSeen, day = sight / kSeen;
         self.values[(life * kSeen + what) * self.days + day] =
             values[self.school.row_of_id[self.student]];
       });
  return std::move(eye.values);
}

OneOfAll choose_student(const School& school, std::span<const Scenario, 2> lives,
                        std::uint32_t replicate, Whose whose) {
  struct Eye {
    const School& school;
    std::array<std::vector<float>, 2> belonging;
  };
  Eye eye{school, {}};
  const Sight last{of(Outcome::belonging), school.plan.calendar.days_in_run() - 1};
  look(school, lives, replicate, std::span(&last, 1), &eye,
       [](void* context, std::uint32_t life, std::uint32_t, const float* values) {
         auto& self = *static_cast<Eye*>(context);
         for (std::uint32_t id = 0; id < self.school.students(); ++id) {
           self.belonging[life].push_back(values[self.school.row_of_id[id]]);
         }
       });
  return one_of(eye.belonging[0], eye.belonging[1], whose);
}

}  // namespace models
