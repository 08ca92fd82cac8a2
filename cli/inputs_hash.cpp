#include "cli/inputs_hash.h"

#include "models/totals.h"
#include "sim/run/fingerprint_text.h"

namespace cli {
namespace {

void add_size(std::size_t size, sim::Fingerprint& print) {
  print.add(static_cast<std::uint64_t>(size));
}

void add_days(const std::vector<std::uint32_t>& days, sim::Fingerprint& print) {
  add_size(days.size(), print);
  print.add(std::span<const std::uint32_t>(days));
}

void add_watch(const Watch& watch, sim::Fingerprint& print) {
  add_size(watch.instruments.size(), print);
  for (const models::Instrument& scale : scales(watch.instruments)) print.add_plain(scale);
  add_days(watch.students.days, print);
  print.add(watch.students.replicates);
  add_size(watch.students.variables.size(), print);
  for (const StudentVariable& stored : watch.students.variables) {
    print.add_plain(stored.variable);
    print.add(stored.periods);
  }
  add_size(watch.surveys.size(), print);
  for (const SurveyRecord& survey : watch.surveys) {
    print.add_plain(survey.score);
    print.add(survey.periods);
    add_days(survey.days, print);
  }
}

}  // namespace

void add_inputs(const Experiment& experiment, sim::Fingerprint& print) {
  std::vector<models::Scenario> scenarios;
  for (const ScenarioSpec& spec : experiment.scenarios) scenarios.push_back(spec.scenario);
  models::add_study(experiment.replicates, experiment.redraw, experiment.schools.schools,
                    experiment.record, std::move(scenarios), print);
  for (std::size_t v = 0; v < experiment.vectors(); ++v) {
    print.add_plain(experiment.carried[v]);
    for (const ScenarioSpec& spec : experiment.scenarios) print.add_plain(spec.carried[v]);
  }
}

std::string unit_hash(std::span<const Experiment> points) {
  sim::Fingerprint print;
  for (const Experiment& experiment : points) {
    add_inputs(experiment, print);
    add_size(experiment.schools.schools.size(), print);
    add_size(experiment.scenarios.size(), print);
    add_size(experiment.carried.size(), print);  // replicate r takes vector r mod this
    // The schools that entry tables are made from.
    models::PlanNumbers numbers;
    numbers.school = experiment.schools.reference;
    models::add_inputs(numbers, print);
    for (const Stratum& stratum : experiment.schools.strata) {
      numbers.school = stratum.reference;
      models::add_inputs(numbers, print);
    }
    print.add(std::span<const std::uint8_t>(experiment.schools.stratum));
    add_size(experiment.places.all.size(), print);
    print.add(std::span<const std::uint16_t>(experiment.places.numbers));
    add_watch(experiment.watch, print);
  }
  return sim::hex_text(print.value());
}

}  // namespace cli
