#pragma once
// What a run adds up: for every paired run and scenario the entries of all schools. Whole numbers,
// so that the order of units does not matter. Beside them, what it watches: surveys and students.

#include <span>
#include <vector>

#include "cli/experiment.h"
#include "cli/student_columns.h"
#include "cli/survey_tallies.h"
#include "models/model.h"
#include "models/totals.h"

namespace cli {

using models::Total, models::Wide;

/// A share of whole numbers, or a mean: part / whole.
struct Part {
  std::int64_t part = 0, whole = 0;
  double value() const;  ///< NaN if whole is 0
  void operator+=(const Part& other) {
    part += other.part;
    whole += other.whole;
  }
};

/// Friendship networks on one wave.
struct WaveMeasures {
  Part degree, reciprocity, transitivity, stability, own_group;
};

/// What one unit gives.
struct UnitResult {
  std::vector<models::Entries> entries;  ///< [scenario][entry]
  std::vector<std::uint32_t> bins;       ///< [scenario][bin]
  std::vector<WaveMeasures> waves;       ///< [scenario][wave]
  std::vector<SurveySums> surveys;       ///< [scenario][SurveyLayout]
  StudentColumns students;               ///< empty if they are not stored
};

/// What one replicate adds up to, in all scenarios: the part of the tallies that its units change.
struct TallyRow {
  std::span<Total> totals;
  std::span<std::uint32_t> bins;
  std::span<WaveMeasures> waves;
  std::span<SurveySums> surveys;

  std::size_t size_bytes() const {
    return totals.size_bytes() + bins.size_bytes() + waves.size_bytes() + surveys.size_bytes();
  }
};

/// Outcomes are added up by place; networks and surveys everywhere. Runs count all points of a
/// design together: Experiment::runs().
class Tallies {
 public:
  explicit Tallies(const Experiment& experiment);

  /// `school` counts the experiment's schools.
  void add(std::size_t school, std::uint32_t replicate, const UnitResult& unit);

  const models::RecordLayout& layout() const { return layout_; }
  const Total& at(std::uint32_t scenario, std::uint32_t replicate, models::Outcome outcome,
                  std::uint32_t tick, std::uint32_t group, std::size_t place = 0) const {
    return outcomes_.at(index(scenario, replicate, place), layout_.entry(outcome, tick, group));
  }
  const std::uint32_t* bins(std::uint32_t scenario, std::uint32_t replicate,
                            models::Outcome outcome, std::uint32_t tick, std::uint32_t group,
                            std::size_t place = 0) const {
    return outcomes_.bins(index(scenario, replicate, place), layout_.bin(outcome, tick, group));
  }
  const WaveMeasures& wave(std::uint32_t scenario, std::uint32_t replicate,
                           std::uint32_t wave) const {
    return waves_[index(scenario, replicate) * wave_count_ + wave];
  }
  const SurveyLayout& survey_layout() const { return survey_layout_; }
  const SurveySums& survey(std::uint32_t scenario, std::uint32_t replicate, std::size_t survey,
                           std::size_t day, std::size_t group) const {
    return surveys_[index(scenario, replicate) * survey_layout_.size() +
                    survey_layout_.at(survey, day, group)];
  }
  const StudentColumns& students() const { return students_; }
  /// Where the units of a replicate are added up, for saving and restoring it.
  TallyRow row(std::uint32_t replicate);
  StudentColumns& students() { return students_; }
  std::size_t first_student(std::size_t school) const { return first_student_[school]; }
  /// Bytes that the tallies of an experiment take, without the students' columns.
  static std::size_t bytes(const Experiment& experiment);
  /// Of the resolved inputs and the tallies of outcomes and waves: what is watched besides changes
  /// neither.
  std::string fingerprint(std::span<const Experiment> points) const;
  std::string fingerprint(const Experiment& experiment) const {
    return fingerprint(std::span(&experiment, 1));
  }

 private:
  std::size_t index(std::uint32_t scenario, std::uint32_t replicate) const {
    return static_cast<std::size_t>(replicate) * scenarios_ + scenario;
  }
  std::size_t index(std::uint32_t scenario, std::uint32_t replicate, std::size_t place) const {
    return (replicate * places_.all.size() + place) * scenarios_ + scenario;
  }
  models::RecordLayout layout_;
  std::uint32_t scenarios_, wave_count_;
  Places places_;
  models::Totals outcomes_;  ///< replicate, place, scenario
  std::vector<WaveMeasures> waves_;
  SurveyLayout survey_layout_;
  std::vector<SurveySums> surveys_;
  StudentColumns students_;
  std::vector<std::size_t> first_student_;  ///< of each school
};

models::RecordLayout layout_of(const Experiment& experiment);
SurveyLayout survey_layout_of(const Experiment& experiment);
StudentShape student_shape_of(const Experiment& experiment);

}  // namespace cli
