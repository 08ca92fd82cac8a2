#include "cli/tallies.h"

#include <limits>

#include "cli/inputs_hash.h"
#include "sim/run/fingerprint_text.h"

namespace cli {

double Part::value() const {
  if (whole == 0) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(part) / static_cast<double>(whole);
}

models::RecordLayout layout_of(const Experiment& experiment) {
  const models::SchoolPlan& first = experiment.schools.schools.front();
  return {experiment.record, first.calendar, first.identity};
}

SurveyLayout survey_layout_of(const Experiment& experiment) {
  const models::SchoolPlan& first = experiment.schools.schools.front();
  return {experiment.watch.surveys, models::groups_of(first.identity).count};
}

StudentShape student_shape_of(const Experiment& experiment) {
  const models::SchoolPlan& first = experiment.schools.schools.front();
  const std::size_t replicates = experiment.watch.students.replicates;
  return {experiment.scenarios.size(), first.identity.dimensions,
          static_cast<std::size_t>(first.profile.periods), replicates,
          experiment.builds_anew() ? replicates : std::min<std::size_t>(1, replicates)};
}

Tallies::Tallies(const Experiment& experiment)
    : layout_(layout_of(experiment)),
      scenarios_(static_cast<std::uint32_t>(experiment.scenarios.size())),
      wave_count_(experiment.record.waves),
      places_(experiment.places),
      outcomes_(static_cast<std::size_t>(experiment.runs()) * places_.all.size() * scenarios_,
                layout_),
      survey_layout_(survey_layout_of(experiment)) {
  const std::size_t runs = static_cast<std::size_t>(experiment.runs()) * scenarios_;
  waves_.resize(runs * wave_count_);
  surveys_.resize(runs * survey_layout_.size());
  std::size_t students = 0;
  for (const models::SchoolPlan& plan : experiment.schools.schools) {
    first_student_.push_back(students);
    students += static_cast<std::size_t>(plan.profile.students);
  }
  if (experiment.watch.students.replicates == 0) return;
  students_ = {experiment.watch.students, student_shape_of(experiment), students};
}

std::size_t Tallies::bytes(const Experiment& experiment) {
  const auto layout = layout_of(experiment);
  const std::size_t runs =
      static_cast<std::size_t>(experiment.runs()) * experiment.scenarios.size();
  const std::size_t outcomes =
      layout.entries() * sizeof(Total) + layout.bins() * sizeof(std::uint32_t);
  return runs *
         (experiment.places.all.size() * outcomes + experiment.record.waves * sizeof(WaveMeasures) +
          survey_layout_of(experiment).size() * sizeof(SurveySums));
}

void Tallies::add(std::size_t school, std::uint32_t replicate, const UnitResult& unit) {
  const auto add_outcomes = [&](std::size_t place) {
    outcomes_.add(index(0, replicate, place), unit.entries, unit.bins);
  };
  add_outcomes(0);
  for (const std::uint16_t place : places_.of(school)) add_outcomes(place);
  WaveMeasures* wave = waves_.data() + index(0, replicate) * wave_count_;
  for (std::size_t k = 0; k < unit.waves.size(); ++k) {
    wave[k].degree += unit.waves[k].degree;
    wave[k].reciprocity += unit.waves[k].reciprocity;
    wave[k].transitivity += unit.waves[k].transitivity;
    wave[k].stability += unit.waves[k].stability;
    wave[k].own_group += unit.waves[k].own_group;
  }
  SurveySums* survey = surveys_.data() + index(0, replicate) * survey_layout_.size();
  for (std::size_t k = 0; k < unit.surveys.size(); ++k) survey[k] += unit.surveys[k];
  if (!unit.students.variables.empty()) {
    students_.take(unit.students, replicate, first_student_[school]);
  }
}

TallyRow Tallies::row(std::uint32_t replicate) {
  const auto part = [&](auto& all, std::size_t each) {
    return std::span(all).subspan(replicate * each, each);
  };
  const std::size_t lives = places_.all.size() * scenarios_;
  const std::size_t first = replicate * lives;
  return {outcomes_.totals_of(first, lives), outcomes_.bins_of(first, lives),
          part(waves_, scenarios_ * wave_count_),
          part(surveys_, scenarios_ * survey_layout_.size())};
}

std::string Tallies::fingerprint(std::span<const Experiment> points) const {
  sim::Fingerprint print;
  for (const Experiment& point : points) add_inputs(point, print);
  outcomes_.add_to(print);
  for (const WaveMeasures& wave : waves_) {
    for (const Part& part :
         {wave.degree, wave.reciprocity, wave.transitivity, wave.stability, wave.own_group}) {
      print.add(part.part);
      print.add(part.whole);
    }
  }
  return sim::hex_text(print.value());
}

}  // namespace cli
