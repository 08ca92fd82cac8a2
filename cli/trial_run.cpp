#include "cli/trial_run.h"

#include <fmt/format.h>

#include <bit>
#include <chrono>
#include <cstring>

#include "cli/inputs_hash.h"
#include "cli/trial_school.h"
#include "sim/run/fingerprint_text.h"
#include "sim/run/run_error.h"
#include "sim/run/workers.h"

namespace cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr double kSecondsBetweenRecords = 1.0;

std::vector<std::byte> bytes_of(std::span<const analysis::TrialFigures> figures) {
  const auto bytes = std::as_bytes(figures);
  return {bytes.begin(), bytes.end()};
}

/// Puts finished trials into the journal, at most once a second.
class Keeper {
 public:
  Keeper(sim::Journal* journal, const TrialTable& table, std::size_t per_trial)
      : journal_(journal), table_(table), per_trial_(per_trial) {}

  void finished(std::size_t trials) {
    finished_ = trials;
    const std::chrono::duration<double> since = Clock::now() - last_;
    if (since.count() >= kSecondsBetweenRecords) flush();
  }
  void flush() {
    if (journal_ == nullptr || journal_->finished() >= finished_) return;
    std::vector<sim::JournalBlock> blocks;
    for (std::size_t trial = journal_->finished(); trial < finished_; ++trial) {
      blocks.push_back(
          {trial, bytes_of(std::span(table_.figures).subspan(trial * per_trial_, per_trial_))});
    }
    journal_->add(finished_, blocks);
    last_ = Clock::now();
  }

 private:
  sim::Journal* journal_;
  const TrialTable& table_;
  std::size_t per_trial_, finished_ = 0;
  Clock::time_point last_ = Clock::now();
};

}  // namespace

double student_days(const TrialSpec& spec) {
  const auto lived = [&](bool whole) {
    return static_cast<double>(lives_of(spec, whole, 0).size());
  };
  const double with_program = lived(true), without = lived(false);
  double all = 0;
  const std::vector<models::SchoolPlan> schools = trial_plans(spec);
  for (std::uint32_t trial = 0; trial < spec.repeats(); ++trial) {
    const double lives = trial < spec.trials ? with_program : without;
    for (const SampledSchool& one : sample_schools(spec, trial)) {
      const models::SchoolPlan& plan = schools[one.plan];
      const double year = static_cast<double>(plan.profile.students) * plan.calendar.days;
      all += year * (lives + (plan.profile.simulated_entry != 0.0f ? 1 : 0));
    }
  }
  return all;
}

std::string trial_hash(const TrialSpec& spec) {
  sim::Fingerprint print;
  add_inputs(*spec.experiment, print);
  print.add_plain(spec.assignment);
  print.add_plain(spec.on_trial);
  for (const std::uint32_t number :
       {static_cast<std::uint32_t>(spec.scenario), static_cast<std::uint32_t>(spec.assign),
        spec.trials, spec.null_trials}) {
    print.add(number);
  }
  for (const auto* list : {&spec.sizes, &spec.rules.waves, &spec.rules.steps}) {
    print.add(static_cast<std::uint32_t>(list->size()));
    for (const std::uint32_t number : *list) print.add(number);
  }
  const std::array leaves{spec.rules.leaves_control, spec.rules.leaves_treated,
                          spec.rules.leaves_slope};
  print.add_plain(std::bit_cast<std::array<std::uint32_t, 6>>(leaves));
  for (const models::Sight& sight : spec.sights.all) print.add_plain(sight);
  for (const models::Instrument& scale : scales(spec.instruments)) print.add_plain(scale);
  for (const TrialOutcome& outcome : spec.outcomes) {
    for (const auto* columns : {&outcome.after, &outcome.before}) {
      print.add(static_cast<std::uint32_t>(columns->size()));
      for (const TrialColumn& column : *columns) {
        print.add(static_cast<std::uint32_t>(column.sights.size()));
        for (const std::uint32_t sight : column.sights) print.add(sight);
      }
    }
  }
  return sim::hex_text(print.value());
}

TrialTable run_trials(const TrialSpec& spec, const models::Model& model,
                      const TrialRunOptions& options) {
  TrialTable table{spec.sizes.size(), spec.outcomes.size(), {}};
  const std::size_t per_trial = table.sizes * table.outcomes, trials = spec.repeats();
  table.figures.resize(trials * per_trial);
  std::size_t first = 0;
  if (options.journal != nullptr) {
    first = options.journal->finished();
    options.journal->each([&](std::uint64_t trial, std::span<const std::byte> bytes) {
      const auto kept = std::span(table.figures).subspan(trial * per_trial, per_trial);
      if (trial >= first || bytes.size() != kept.size_bytes()) {
        throw sim::RunError(options.journal->path() +
                            " holds what no run of this trial writes; remove the file");
      }
      std::memcpy(kept.data(), bytes.data(), bytes.size());
    });
  }
  TrialSchools schools(spec, model);
  const std::size_t most = spec.most_schools();
  std::vector<analysis::TrialSchool> seen;  // of the trial that is being put together
  Keeper keeper(options.journal, table, per_trial);

  sim::Work<analysis::TrialSchool> work;
  work.first = first * most;
  work.units = trials * most;
  work.stop = options.stop;
  work.work = [&](std::size_t unit) {
    const auto trial = static_cast<std::uint32_t>(unit / most);
    return schools.live(trial, sample_schools(spec, trial)[unit % most], trial < spec.trials);
  };
  work.merge = [&](std::size_t unit, analysis::TrialSchool school) {
    seen.push_back(std::move(school));
    if (seen.size() < most) return;
    const std::size_t trial = unit / most;
    for (std::size_t size = 0; size < table.sizes; ++size) {
      for (std::size_t o = 0; o < table.outcomes; ++o) {
        table.figures[trial * per_trial + size * table.outcomes + o] =
            analysis::trial_figures(seen, spec.sizes[size], o, spec.rules);
      }
    }
    seen.clear();
    keeper.finished(trial + 1);
    options.progress(trial + 1, trials);
  };
  std::size_t done = 0;
  try {
    done = work.first + sim::run_units(work, options.threads);
  } catch (...) {
    try {
      keeper.flush();
    } catch (...) {  // the first error is the one to tell
    }
    throw;
  }
  keeper.flush();
  if (done < work.units) throw sim::RunError("stopped");
  return table;
}

}  // namespace cli
