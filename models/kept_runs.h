#pragma once
// Paired runs on a page: schools are built once and baselines are lived once, so that a changed
// scenario costs only its own years. What a replicate gives is, to the bit, what a whole run gives.

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "models/record.h"
#include "models/totals.h"

namespace models {

/// What one school's replicate gives in one scenario.
struct Lived {
  std::vector<Entries> entries;
  std::vector<std::uint32_t> bins;
};

/// Some schools of one study, which share record and baseline. For one thread.
class KeptRuns {
 public:
  /// `redraw`: every replicate has a school of its own.
  explicit KeptRuns(bool redraw = false) : redraw_(redraw) {}
  KeptRuns(const KeptRuns&) = delete;
  KeptRuns& operator=(const KeptRuns&) = delete;

  /// The pooled school that students' entry is drawn from in schools without a prior year of their
  /// own: in those added from now on. Its years are lived once, for the first that needs them.
  void reference(const PlanNumbers& plan);

  /// Adds a school; of the plan's scenarios the first is the baseline, the others have no use.
  /// All plans record the same over the same calendar and identity. Without a reference every
  /// school lives a prior year.
  void add(PlanNumbers plan);

  std::size_t schools() const { return plans_.size(); }
  const RecordLayout& layout() const { return layout_; }
  const Scenario& baseline_scenario() const { return baseline_; }
  const RecordPlan& record() const { return record_; }
  std::vector<SchoolPlan> plans() const { return plans_; }

  /// The baseline, lived when it is first asked for. Valid until the next school is added.
  const Lived& baseline(std::size_t school, std::uint32_t replicate);

  /// The school of a replicate, built so that the scenario can be lived in it. Valid until a school
  /// is added or another scenario asks for another timetable.
  const School& school(std::size_t school, std::uint32_t replicate, const Scenario& scenario);

  /// Another scenario beside it. Valid until the next call.
  const Lived& live(std::size_t school, std::uint32_t replicate, const Scenario& scenario);

 private:
  using Key = std::pair<std::size_t, std::uint32_t>;  ///< school; replicate, or 0
  struct Kept {
    std::unique_ptr<Recorder> recorder;  ///< knows everyone's baseline twin
    Lived baseline;
  };
  std::shared_ptr<const EntryTable> table();
  const School& school(std::size_t number, std::uint32_t replicate);
  void run(const School& school, const Scenario& scenario, std::uint32_t replicate,
           std::uint32_t number, Recorder& recorder, Lived& lived);

  bool redraw_;
  std::vector<SchoolPlan> plans_;
  std::optional<SchoolPlan> reference_;
  std::shared_ptr<const EntryTable> table_;  ///< of the reference, once a school needs it
  std::vector<std::shared_ptr<const EntryTable>> tables_;  ///< null where a prior year is lived
  Scenario baseline_;
  RecordPlan record_;
  RecordLayout layout_;
  std::map<Key, std::unique_ptr<School>> built_;
  std::map<Key, Kept> kept_;
  Lived lived_;
  State state_;
};

/// The totals of a study and its fingerprint.
class StudyTotals {
 public:
  StudyTotals(std::uint32_t replicates, std::size_t scenarios, const RecordLayout& layout);
  /// Adds what one school's replicate gave, in any order.
  void add(std::uint32_t replicate, std::size_t scenario, std::span<const Entries> entries,
           std::span<const std::uint32_t> bins) {
    totals_.add(life(replicate, scenario), entries, bins);
  }
  const Total& at(std::uint32_t replicate, std::size_t scenario, std::size_t entry) const {
    return totals_.at(life(replicate, scenario), entry);
  }
  /// The one that `belong run` prints for the same study without waves, places or a parameter set.
  sim::Fingerprint::Value fingerprint(const KeptRuns& runs, bool redraw,
                                      std::vector<Scenario> scenarios) const;

 private:
  std::size_t life(std::uint32_t replicate, std::size_t scenario) const {
    return replicate * scenarios_ + scenario;
  }
  std::uint32_t replicates_;
  std::size_t scenarios_;
  Totals totals_;  ///< replicate by replicate
};

}  // namespace models
