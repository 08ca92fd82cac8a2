#pragma once
// What a run has finished is kept beside its output, in `<output>.journal`, until the output is
// whole. A block is a replicate's tallies as they stand, or the values of one unit's students.

#include <chrono>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cli/tallies.h"
#include "sim/run/journal.h"
#include "sim/run/journal_writer.h"

namespace cli {

class RunJournal {
 public:
  static std::string path_of(const std::string& output) { return output + ".journal"; }

  /// Finds what an earlier process kept. Throws sim::ConfigError, and leaves the file, when it
  /// holds finished units but not `resume`, when it belongs to something else, or when it cannot be
  /// read. `points`, of which there is one without a design, outlive this.
  RunJournal(const std::string& output, std::span<const Experiment> points, bool resume);

  const std::string& path() const { return journal_.path(); }
  std::size_t kept() const { return kept_; }  ///< units of earlier processes
  /// Units [0, finished) are on the disk: they are not run again.
  std::size_t finished() const { return writer_ ? writer_->finished() : kept_; }

  /// Before the first unit is merged: adds what is kept to empty tallies.
  void restore(Tallies& tallies);
  /// After a unit is merged, in the order of units. Throws RunError if the disk refuses.
  void merged(std::size_t unit, Tallies& tallies);
  /// All that is merged goes to the disk.
  void flush(Tallies& tallies);
  /// Once the output is whole.
  void remove();

  /// Prints what is gone on with.
  void print() const;
  /// "37 of 64 units are kept in ..., and --resume goes on"; in words, too, if there are none.
  std::string words() const;

 private:
  using Clock = std::chrono::steady_clock;
  bool due(Clock::time_point now);
  /// While units run the other threads have them to live; at the end all threads pack.
  enum class Packed { by_one, by_all };
  std::vector<sim::JournalBlock> packed_rows(Tallies& tallies, Packed by) const;
  void hand_over(Tallies& tallies, Packed by);
  bool keeps_students(std::size_t unit) const;

  const Experiment& experiment_;
  std::size_t units_;
  sim::Journal journal_;
  std::size_t kept_ = 0, merged_ = 0;
  std::vector<std::uint32_t> rows_;         ///< replicates changed since the last record
  std::vector<bool> changed_;               ///< is a replicate among them?
  std::vector<std::size_t> with_students_;  ///< units since then whose students are kept
  Clock::time_point last_record_ = Clock::now(), last_merge_ = last_record_;
  double gap_ = 0;                              ///< seconds between merges, the longer ones of late
  double interval_;                             ///< seconds between records
  std::unique_ptr<sim::JournalWriter> writer_;  ///< the last member: it uses the journal
};

}  // namespace cli
