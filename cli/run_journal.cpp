#include "cli/run_journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/inputs_hash.h"
#include "cli/kept.h"
#include "cli/tally_bytes.h"
#include "cli/version.h"
#include "sim/run/config_error.h"
#include "sim/run/workers.h"

namespace cli {
namespace {

constexpr double kMostSeconds = 1.0;   // a finished unit waits no longer for its record
constexpr double kLeastSeconds = 0.1;  // more records would only repeat the same rows

constexpr KeptWords kWords{"run", "unit", "units", "experiment",
                           "schools, programs, parameters, records, seed, replicates or design"};

double seconds(std::chrono::steady_clock::duration time) {
  return std::chrono::duration<double>(time).count();
}

std::size_t units_of(const Experiment& e) { return e.schools.schools.size() * e.runs(); }

sim::JournalKey key_of(std::span<const Experiment> points) {
  return {unit_hash(points), std::string(version()), units_of(points.front())};
}

}  // namespace

RunJournal::RunJournal(const std::string& output, std::span<const Experiment> points, bool resume)
    : experiment_(points.front()),
      units_(units_of(points.front())),
      journal_(path_of(output), key_of(points)),
      changed_(points.front().runs()),
      interval_(kLeastSeconds) {
  kept_ = merged_ = kept_in(journal_, resume, kWords);
}

bool RunJournal::keeps_students(std::size_t unit) const {
  const StudentRecord& record = experiment_.watch.students;
  return !record.variables.empty() && unit % experiment_.runs() < record.replicates;
}

void RunJournal::restore(Tallies& tallies) {
  const std::uint32_t runs = experiment_.runs();
  if (kept_ > 0) {
    journal_.each([&](std::uint64_t key, std::span<const std::byte> bytes) {
      bool fits = false;
      if (key < runs) {
        fits = unpack(bytes, tallies.row(static_cast<std::uint32_t>(key)));
      } else if (const std::uint64_t unit = key - runs; unit < kept_) {
        const std::size_t school = unit / runs;
        const auto& profile = experiment_.schools.schools[school].profile;
        fits = keeps_students(unit) &&
               unpack(bytes, tallies.students(), unit % runs, tallies.first_student(school),
                      static_cast<std::size_t>(profile.students));
      }
      if (!fits) {
        throw sim::ConfigError(fmt::format(
            "{}: holds what no run of this experiment writes; remove the file", path()));
      }
    });
    last_record_ = last_merge_ = Clock::now();
  }
  writer_ = std::make_unique<sim::JournalWriter>(journal_);
}

void RunJournal::merged(std::size_t unit, Tallies& tallies) {
  const auto replicate = static_cast<std::uint32_t>(unit % experiment_.runs());
  merged_ = unit + 1;
  if (!changed_[replicate]) {
    changed_[replicate] = true;
    rows_.push_back(replicate);
  }
  if (keeps_students(unit)) with_students_.push_back(unit);
  if (due(Clock::now())) hand_over(tallies, Packed::by_one);
}

bool RunJournal::due(Clock::time_point now) {
  // What is not yet kept stands in the tallies and takes no memory: a slow disk holds nobody up.
  gap_ = std::max(seconds(now - last_merge_), 0.8 * gap_);
  last_merge_ = now;
  const double since = seconds(now - last_record_);
  // The next unit may come too late for this one.
  return (since >= interval_ || since + gap_ >= kMostSeconds) && !writer_->busy();
}

std::vector<sim::JournalBlock> RunJournal::packed_rows(Tallies& tallies, Packed by) const {
  std::vector<sim::JournalBlock> blocks;
  sim::Work<sim::JournalBlock> work;
  work.units = rows_.size();
  work.work = [&](std::size_t k) {
    return sim::JournalBlock{rows_[k], pack(tallies.row(rows_[k]))};
  };
  work.merge = [&](std::size_t, sim::JournalBlock block) { blocks.push_back(std::move(block)); };
  if (by == Packed::by_all) {
    sim::run_units(work, 0);
  } else {
    for (std::size_t k = 0; k < work.units; ++k) work.merge(k, work.work(k));
  }
  return blocks;
}

void RunJournal::hand_over(Tallies& tallies, Packed by) {
  const auto start = Clock::now();
  const std::uint32_t runs = experiment_.runs();
  std::vector<sim::JournalBlock> blocks = packed_rows(tallies, by);
  for (const std::uint32_t replicate : rows_) changed_[replicate] = false;
  for (const std::size_t unit : with_students_) {
    const std::size_t school = unit / runs;
    const auto& profile = experiment_.schools.schools[school].profile;
    blocks.push_back(
        {runs + unit, pack(tallies.students(), unit % runs, tallies.first_student(school),
                           static_cast<std::size_t>(profile.students))});
  }
  rows_.clear();
  with_students_.clear();
  // At most a hundredth of this thread's time, as far as a second allows.
  interval_ = std::clamp(100 * seconds(Clock::now() - start), kLeastSeconds, kMostSeconds);
  writer_->add(merged_, std::move(blocks));
  last_record_ = Clock::now();
}

void RunJournal::flush(Tallies& tallies) {
  writer_->wait();  // one record at a time is in memory
  if (!rows_.empty()) hand_over(tallies, Packed::by_all);
  writer_->wait();
}

void RunJournal::remove() {
  writer_.reset();
  journal_.remove();
}

void RunJournal::print() const { print_kept(journal_, kept_, units_, kWords); }

std::string RunJournal::words() const { return kept_words(journal_, finished(), units_, kWords); }

}  // namespace cli
