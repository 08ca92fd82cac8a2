#pragma once
// What is done with a unit: its school lives its scenarios in one replicate, and is watched.

#include <atomic>
#include <memory>
#include <span>
#include <vector>

#include "cli/sight_plan.h"
#include "cli/tallies.h"
#include "cli/unit_source.h"

namespace cli {

class UnitWork {
 public:
  /// Who runs the units: this process all of them, or it and others, each in ascending order.
  enum class Share { all, some };

  /// `points` are those of a study (cli/study.h); they and `model` outlive this. Throws
  /// std::logic_error if there are not as many as its design has.
  UnitWork(std::span<const Experiment> points, const models::Model& model, Share share);

  /// A unit is a school in one run, counted by school, then by run.
  std::size_t units() const;
  /// For use by several threads at once.
  UnitResult operator()(std::size_t unit);
  /// A result of the same size with nothing in it.
  UnitResult empty(std::size_t unit) const;

 private:
  bool stores_students(std::size_t unit) const;
  void move_on(std::size_t school);

  const Experiment& e_;
  const models::Model& model_;
  Share share_;
  std::vector<std::unique_ptr<UnitSource>> sources_;  ///< by point
  std::atomic<std::size_t> newest_ = 0;               ///< school that units have come to
  models::RecordLayout layout_;
  SurveyLayout survey_layout_;
  SightPlan with_students_, without_students_;
  StudentShape shape_;
};

}  // namespace cli
