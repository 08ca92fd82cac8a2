// Virtual trials: the true effect is known, the tests keep their level, what stops goes on.

#include <catch2/catch.hpp>
#include <cstring>

#include "cli/level.h"
#include "cli/trial_results.h"
#include "cli/trial_school.h"
#include "tests/promise/sandbox.h"

namespace {

using analysis::Estimator, analysis::Life;

/// A short year in small schools, and a program that does a lot there.
struct Trial {
  std::string path = test::scratch("trial.toml");
  std::vector<std::string> assignments{"profile.students=60", "profile.grades=1",
                                       "calendar.days=20", "calendar.breaks=[]"};

  explicit Trial(const std::string& table, const std::string& outcome = "",
                 const std::string& lever = "input = \"attendance_support\"\namount = 1.0") {
    std::ofstream(test::scratch("program.toml"))
        << "[program]\nname = \"on_trial\"\ntitle = \"On trial\"\nshelf = \"access\"\n"
           "summary = \"s\"\nfor_whom = \"all\"\ndose = \"d\"\nevidence = \"assumed\"\n"
           "not_known = \"all\"\n[[lever]]\nname = \"one\"\n"
        << lever << (lever.find("shared_blocks") == lever.npos ? "\nstart_day = 4" : "")
        << "\nevidence = \"assumed\"\n";
    std::ofstream(test::scratch("experiment.toml"))
        << "[experiment]\nname = \"tried\"\nschool = \"" BELONG_SOURCE_DIR
           "/configs/schools/middle_school.toml\"\nreplicates = 1\n"
           "[[scenario]]\nname = \"baseline\"\n[[scenario]]\nname = \"tried\"\nprograms = [\""
        << test::scratch("program.toml") << "\"]\n";
    std::ofstream(path) << "[trial]\nname = \"trial\"\nexperiment = \""
                        << test::scratch("experiment.toml") << "\"\nscenario = \"tried\"\n"
                        << table << "\n[[outcome]]\n"
                        << (outcome.empty() ? "after = \"belonging@19\"\nbefore = \"belonging@3\""
                                            : outcome)
                        << "\n";
  }
  Trial& set(const std::string& assignment) {
    assignments.push_back(assignment);
    return *this;
  }
  cli::TrialSpec read() const { return cli::read_trial(path, assignments); }
};

cli::TrialTable run(const cli::TrialSpec& spec, unsigned threads = 2,
                    sim::Journal* journal = nullptr, std::size_t stop_after = ~0u,
                    std::size_t* run_now = nullptr) {
  cli::TrialRunOptions how;
  how.threads = threads;
  how.journal = journal;
  std::size_t done = 0;
  how.progress = [&](std::size_t, std::size_t) { ++done; };
  how.stop = [&] { return done >= stop_after; };
  const auto table = cli::run_trials(spec, cli::choose_level(""), how);
  if (run_now != nullptr) *run_now = done;
  return table;
}

bool same(const cli::TrialTable& a, const cli::TrialTable& b) {
  return a.figures.size() == b.figures.size() &&
         std::memcmp(a.figures.data(), b.figures.data(),
                     a.figures.size() * sizeof a.figures.front()) == 0;
}

analysis::TrialResults results(const cli::TrialSpec& spec, const cli::TrialTable& table) {
  const std::string path = test::scratch("trial.h5");
  sim::LabelledFile file(path);
  cli::write_trial_results(spec, table, cli::trial_fingerprint(spec, table), file);
  return analysis::read_trial_results(sim::LabelledReader(path));
}

const std::vector<float>& after(const analysis::TrialSchool& school, Life life) {
  return school.outcome.front().after[static_cast<std::size_t>(life)];
}

std::string refused(const Trial& trial) {
  try {
    trial.read();
  } catch (const sim::ConfigError& error) {
    return error.what();
  }
  return "";
}

bool has(const std::string& text, const std::string& part) {
  INFO(text);
  const bool found = text.find(part) != std::string::npos;
  CHECK(found);
  return found;
}

}  // namespace

TEST_CASE("a trial that treats everyone is the program, and one that treats nobody is not",
          "[promise]") {
  const std::string lever =
      GENERATE("input = \"peer_cue\"\namount = 1.0", "input = \"support\"\namount = 0.4");
  auto spec = Trial("assign = \"students\"", "", lever).read();
  for (const float share : {0.0f, 0.5f, 1.0f}) {
    spec.assignment.share = share;
    cli::TrialSchools schools(spec, cli::choose_level(""));
    const auto seen = schools.live(3, cli::sample_schools(spec, 3).front(), true);
    CHECK(after(seen, Life::none) != after(seen, Life::all));
    CHECK((after(seen, Life::assigned) == after(seen, Life::none)) == (share == 0.0f));
    CHECK((after(seen, Life::assigned) == after(seen, Life::all)) == (share == 1.0f));
  }
}

TEST_CASE("trials are the same on any number of threads", "[promise]") {
  const auto spec =
      Trial("assign = \"schools\"\nschools = [4, 8]\ntrials = 6\nnull_trials = 9").read();
  CHECK(same(run(spec, 1), run(spec, 3)));
}

TEST_CASE("a trial that was stopped goes on, and what was finished is not run again", "[promise]") {
  const auto spec = Trial("assign = \"students\"\ntrials = 12\nnull_trials = 20").read();
  const std::string path = test::scratch("trial.journal");
  const sim::JournalKey key{cli::trial_hash(spec), "1", spec.repeats()};
  {
    sim::Journal journal(path, key);
    CHECK_THROWS_AS(run(spec, 2, &journal, 7), sim::RunError);
  }
  sim::Journal journal(path, key);
  const std::size_t kept = journal.finished();
  CHECK(kept >= 7);
  CHECK(kept < 20);
  std::size_t now = 0;
  const auto resumed = run(spec, 2, &journal, ~0u, &now);
  CHECK(now == 20 - kept);
  CHECK(same(resumed, run(spec)));
}

TEST_CASE("a test at 5 % rejects a program that does nothing in 4 to 6 of 100 trials",
          "[promise][slow]") {
  const std::string null = "\ntrials = 0\nnull_trials = 2000\n";
  const auto check = [&](Trial trial, bool clustered) {
    const auto spec = trial.read();
    const auto found = results(spec, run(spec));
    for (const Estimator estimator : {Estimator::difference, Estimator::adjusted}) {
      const auto s = analysis::summarise(found, 0, 0, estimator);
      INFO(found.assign << ", analysis " << static_cast<int>(estimator));
      CHECK(s.false_positive.of == 2000);
      CHECK(s.false_positive.share >= 0.04);
      CHECK(s.false_positive.share <= 0.06);
    }
    if (clustered) {  // who forgets the clusters finds too much
      CHECK(analysis::summarise(found, 0, 0, Estimator::naive).false_positive.low > 0.06);
    }
  };
  SECTION("students") { check(Trial("assign = \"students\"" + null), false); }
  SECTION("classes") {
    check(Trial("assign = \"classes\"\nsubject = 0" + null)
              .set("profile.students=200")
              .set("profile.class_size=20"),
          true);
  }
  SECTION("schools") {
    check(Trial("assign = \"schools\"\nschools = [24]" + null,
                "after = \"belonging@9\"\nbefore = \"belonging@3\"")
              .set("profile.students=12")
              .set("calendar.days=10"),
          true);
  }
}

TEST_CASE("power is the textbook's where its assumptions hold", "[promise][slow]") {
  // An adult who knows a student acts on that student, within these days on hardly anyone else.
  const auto spec = Trial("assign = \"students\"\ntrials = 1000\nnull_trials = 0", "",
                          "input = \"adult_contact\"\namount = 0.09")
                        .set("profile.students=160")
                        .read();
  const auto found = results(spec, run(spec));
  const auto s = analysis::summarise(found, 0, 0, Estimator::difference);
  INFO("power " << s.power.share << ", textbook " << s.book_power);
  CHECK(s.book_power > 0.3);
  CHECK(s.book_power < 0.9);
  CHECK(std::abs(s.power.share - s.book_power) < 0.035);
  CHECK(s.coverage.share == Approx(0.95).margin(0.015));
  CHECK(std::abs(s.bias.mean) < 3 * s.bias.error);
  const auto parts = analysis::parts(found, 0, 0);
  CHECK(std::abs(parts.students.mean) < 0.05 * std::abs(parts.policy.mean));
}

TEST_CASE("a practice of shared teachers reaches the controls, and the trial says so",
          "[promise]") {
  const auto spec = Trial("assign = \"students\"\ntrials = 60\nnull_trials = 0", "",
                          "input = \"support\"\namount = 0.4")
                        .read();
  const auto found = results(spec, run(spec));
  const auto parts = analysis::parts(found, 0, 0);
  CHECK(parts.policy.mean > 0.1);
  CHECK(parts.teachers.mean < -0.3 * parts.policy.mean);
  CHECK(parts.difference.mean < 0.3 * parts.policy.mean);
  const double sum = parts.policy.mean + parts.shortfall.mean + parts.teachers.mean +
                     parts.students.mean + parts.missing.mean + parts.chance.mean;
  CHECK(parts.difference.mean == Approx(sum).margin(1e-6));
}

TEST_CASE("who leaves for how they fare moves the difference; who leaves by lot does not",
          "[promise]") {
  const auto missing = [](double slope) {
    const auto spec = Trial("assign = \"students\"\ntrials = 100\nnull_trials = 0")
                          .set("attrition.control=0.3")
                          .set("attrition.treated=0.05")
                          .set("attrition.slope=" + std::to_string(slope))
                          .read();
    return analysis::parts(results(spec, run(spec)), 0, 0).missing;
  };
  const auto by_lot = missing(0), by_fate = missing(-1.5);
  CHECK(std::abs(by_lot.mean) < 4 * by_lot.error);
  CHECK(by_fate.mean < -10 * by_fate.error);  // the controls who fare worst are gone
}

TEST_CASE("one effect is fitted to a stepped wedge: right for one that comes at once",
          "[promise]") {
  const std::string table =
      "assign = \"schools\"\nsteps = [5, 10, 15]\nschools = [9]\ntrials = 60\nnull_trials = 0";
  const auto biased = [&](const std::string& variable, const std::string& lever) {
    const std::string at = variable + "@";
    const auto spec =
        Trial(table,
              "waves = [\"" + at + "4\", \"" + at + "9\", \"" + at + "14\", \"" + at + "19\"]",
              lever)
            .read();
    const auto found = results(spec, run(spec));
    const auto p = analysis::parts(found, 0, 0);
    return (p.difference.mean - p.policy.mean) / p.policy.mean;
  };
  CHECK(std::abs(biased("support", "input = \"support\"\namount = 0.3")) < 0.02);
  CHECK(biased("belonging", "input = \"support\"\namount = 0.3") < -0.1);
}

TEST_CASE("a trial that can't be carried out says why, and where", "[promise]") {
  const std::string students = "assign = \"students\"\n";
  has(refused(Trial("assign = \"student\"")), "trial.assign");
  has(refused(Trial(students, "after = \"belonging\"")), "must be a variable on a day");
  has(refused(Trial(students, "after = \"belonging@20\"")), "allowed are 0 to 19");
  has(refused(Trial(students, "after = \"belongin@9\"")), "did you mean belonging?");
  has(refused(Trial(students, "after = \"class_mark@9\"")), "is of a class");
  has(refused(Trial(students + "schools = [4, 2]")), "must be in ascending order");
  has(refused(Trial(students + "schols = [4]")), "schools");
  has(refused(Trial(students).set("trial.scenario=\"baseline\"")), "is the baseline");
  has(refused(Trial(students).set("trial.scenario=\"tred\"")), "did you mean tried?");
  has(refused(Trial("assign = \"schools\"\nschools = [2]")), "at least 4");
  has(refused(Trial("assign = \"classes\"\nsubject = 7")), "must be below 7");
  has(refused(Trial(students, "", "input = \"stigma\"\namount = -0.2")),
      "changes the whole school");
  has(refused(Trial(students, "", "input = \"shared_blocks\"\namount = 1")), "apart = true");
  has(refused(Trial("assign = \"schools\"\nschools = [6]\nsteps = [5, 40]",
                    "waves = [\"belonging@4\", \"belonging@9\"]")),
      "must be days below 20");
  has(refused(Trial("assign = \"schools\"\nschools = [6]\nsteps = [5, 10]",
                    "waves = [\"belonging@4\", \"belonging@9\"]",
                    "input = \"shared_blocks\"\namount = 1")),
      "must be first days of terms");
  has(refused(Trial(students, "after = \"belonging@9..4\"")), "last day before its first");
  has(refused(Trial(students).set("experiment.years=2")), "lasts 2 years");
  sandbox::refused(sandbox::belong("trial " + Trial(students + "level = 2").path), "level");
}

TEST_CASE("a trial's results: compare reads them, report and sensitivity name what shows them",
          "[promise]") {
  const Trial trial("assign = \"students\"\ntrials = 3\nnull_trials = 2");
  const std::string out = test::scratch("trial_on_disk.h5"), again = test::scratch("again.h5");
  for (const std::string& file : {out, again}) {
    std::string command = "trial " + trial.path + " -o " + file;
    for (const std::string& a : trial.assignments) command += " --set '" + a + "'";
    REQUIRE(sandbox::belong(command).code == 0);
  }
  CHECK(sandbox::belong("compare " + out + " " + again).code == 0);
  CHECK(sandbox::belong("summary " + out).code == 0);
  for (const char* command : {"report ", "sensitivity "}) {
    const auto ended = sandbox::belong(command + out);
    INFO(command);
    CHECK(ended.code != 0);
    has(ended.said, "it holds a trial's, which `belong summary` shows");
  }
}

TEST_CASE("every shipped trial can be read", "[promise]") {
  std::size_t trials = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(BELONG_SOURCE_DIR "/configs/trials")) {
    INFO(file.path());
    CHECK_NOTHROW(cli::read_trial(file.path().string(), {}));
    ++trials;
  }
  CHECK(trials >= 5);
}
