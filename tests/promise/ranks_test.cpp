// A run over the processes of an MPI job gives the bytes of a run in one process; what fails or is
// stopped there can be resumed, there or here.

#include <catch2/catch.hpp>

#ifndef BELONG_MPIRUN

TEST_CASE("runs over ranks are not tested: no MPI was found when this was configured",
          "[promise]") {
  WARN("install libopenmpi-dev and openmpi-bin and configure again");
}

#else

#include <sched.h>

#include <random>

#include "tests/promise/many_units.h"
#include "tests/promise/ranks.h"

using namespace many_units;
using Catch::Matchers::Contains;
using ranks::belong_mpi, ranks::count, ranks::Job, ranks::mpirun;

namespace {

/// The number before `words`, where they stand last.
std::size_t number_before(const std::string& said, const std::string& words) {
  const std::size_t at = said.rfind(words);
  INFO(said);
  INFO(words);
  REQUIRE(at != std::string::npos);
  std::size_t from = at;
  while (from > 0 && said[from - 1] >= '0' && said[from - 1] <= '9') --from;
  return std::stoul(said.substr(from, at - from));
}

bool appears(const std::string& file) {
  for (int k = 0; k < 20'000 && !fs::exists(file); ++k) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return fs::exists(file);
}

std::string program() { return BELONG_BINARY_DIR "/belong-mpi "; }

}  // namespace

TEST_CASE("any number of ranks and of threads writes the same file and prints the same",
          "[promise]") {
  const auto [ranks, threads] =
      GENERATE(std::pair{1, 2}, std::pair{2, 1}, std::pair{3, 2}, std::pair{5, 1});
  const Box box("ranks");
  const std::string& alone = uninterrupted();
  const sandbox::Outcome outcome =
      belong_mpi(ranks, box.command("--threads " + std::to_string(threads)));
  INFO(outcome.said);
  REQUIRE(outcome.code == 0);
  CHECK(bytes_of(box.output()) == alone);
  CHECK(count(outcome.said, "fingerprint") == 1);
  CHECK_FALSE(fs::exists(box.journal()));
  CHECK_FALSE(fs::exists(box.output() + ".partial"));
  fs::remove(box.output());
  CHECK(box.untouched());
}

TEST_CASE("a design runs over ranks, and so do schools that are drawn anew", "[promise]") {
  const Box box("ranks_design");
  std::string text = box.read("experiments/many.toml");
  text.erase(text.find("[record.students]"),
             text.find("[[record.survey]]") - text.find("[record.students]"));
  text.replace(text.find("replicates = 50"), 15, "replicates = 2\nredraw = true");
  box.write("experiments/many.toml", text + R"(
[design]
method = "latin_hypercube"
points = 6
[[design.factor]]
key = "parameters.relation.pace"
low = 0.02
high = 0.09
)");
  REQUIRE(box.run("--threads 2").code == 0);
  const std::string alone = bytes_of(box.output());
  fs::remove(box.output());
  const sandbox::Outcome outcome = belong_mpi(3, box.command("--threads 1"));
  INFO(outcome.said);
  REQUIRE(outcome.code == 0);
  CHECK(bytes_of(box.output()) == alone);
}

TEST_CASE("a rank killed at any moment fails the run, which goes on elsewhere", "[promise]") {
  constexpr std::size_t units = 300;
  const std::string more = "--set experiment.replicates=150 ";
  const Box box("ranks_killed");
  REQUIRE(box.run(more).code == 0);
  const std::string uninterrupted = bytes_of(box.output());
  fs::remove(box.output());

  std::mt19937 random(std::random_device{}());
  std::uniform_int_distribution<int> moment(0, 200);  // milliseconds
  std::size_t kept = 0;
  for (const std::size_t victim : {std::size_t{1}, std::size_t{0}}) {
    fs::remove(box.output() + ".partial");  // of the one before, which was killed
    Job job("-n 3 " + program() + box.command(more + "--resume --threads 1"));
    REQUIRE(appears(kept == 0 ? box.journal() : box.output() + ".partial"));
    std::this_thread::sleep_for(std::chrono::milliseconds(moment(random)));
    const std::vector<pid_t> processes = job.processes();
    REQUIRE(processes.size() == 3);
    ::kill(processes[victim], SIGKILL);
    const sandbox::Outcome outcome = job.wait();
    INFO(outcome.said);
    REQUIRE(outcome.code != 0);
    CHECK_THAT(outcome.said, Contains("exited on signal 9"));
    // mpirun asks the first rank to stop, and it says so while it can.
    if (victim != 0) {
      CHECK_THAT(outcome.said,
                 Contains("belong-mpi: stopping when the units in flight have ended"));
      const std::size_t now = number_before(outcome.said, " of 300 units are kept in");
      CHECK(now >= kept);
      kept = now;
    }
    CHECK_FALSE(fs::exists(box.output()));
    REQUIRE(fs::exists(box.journal()));
  }
  const std::string journal = bytes_of(box.journal());
  for (const bool over_ranks : {false, true}) {
    std::ofstream(box.journal(), std::ios::binary) << journal;
    const std::string how = more + "--resume --threads 2";
    const sandbox::Outcome outcome = over_ranks ? belong_mpi(2, box.command(how)) : box.run(how);
    INFO(outcome.said);
    REQUIRE(outcome.code == 0);
    const std::size_t there = number_before(outcome.said, " of 300 units kept from the journal");
    CHECK(there >= kept);
    CHECK_THAT(outcome.said, Contains(", " + std::to_string(units - there) + " run"));
    CHECK(bytes_of(box.output()) == uninterrupted);
    CHECK_FALSE(fs::exists(box.journal()));
    fs::remove(box.output());
  }
}

TEST_CASE("what a run in one process has kept goes on over ranks", "[promise]") {
  const Box box("ranks_resume");
  leave(box, 51);
  const sandbox::Outcome outcome = belong_mpi(3, box.command("--resume --threads 1"));
  INFO(outcome.said);
  REQUIRE(outcome.code == 0);
  CHECK_THAT(outcome.said, Contains("51 of 100 units kept from the journal, 49 run"));
  CHECK(bytes_of(box.output()) == uninterrupted());
}

TEST_CASE("a signal to mpirun or to any rank stops a run, and it says what is kept", "[promise]") {
  const Box box("ranks_stopped");
  const int number = GENERATE(SIGUSR1, SIGTERM, -SIGTERM);  // the last: to the second rank alone
  Job job("-n 2 " + program() + box.command("--threads 1 --set experiment.replicates=2000"),
          number == SIGTERM ? 1 : 0);
  REQUIRE(appears(box.journal()));
  if (number > 0) {
    job.signal(number);
  } else {
    REQUIRE(job.processes().size() == 2);
    ::kill(job.processes()[1], -number);
  }
  const sandbox::Outcome outcome = job.wait();
  INFO(outcome.said);
  CHECK(outcome.code == 1);
  CHECK(count(outcome.said, "belong-mpi: stopped; ") == 1);
  CHECK_THAT(outcome.said, Contains(" of 4000 units are kept in " + box.journal() +
                                    ", and the same command with --resume goes on"));
  CHECK_FALSE(fs::exists(box.output()));
  CHECK_FALSE(fs::exists(box.output() + ".partial"));
}

TEST_CASE("a wrong input is answered once, whatever the number of ranks", "[promise]") {
  const Box box("ranks_bad");
  const auto refused = [&](const sandbox::Outcome& outcome, const std::string& why) {
    INFO(outcome.said);
    INFO(why);
    CHECK(outcome.code == 2);
    CHECK(count(outcome.said, why) == 1);
    CHECK(count(outcome.said, "belong-mpi: ") == 1);
    CHECK(box.untouched());
  };
  refused(belong_mpi(3, box.command("--set parameters.relation.pace=7")), "is outside [0.001, 1]");
  refused(belong_mpi(2, "summary " + box.output()),
          "belong-mpi: summary: belong-mpi has one command, run; for all others use belong");
  refused(belong_mpi(2, box.command("--set experiment.memory_limit=0.01")),
          "the limit is 0.01 GiB");
  const sandbox::Outcome unknown = belong_mpi(2, "run");
  CHECK(unknown.code == 2);
  CHECK(count(unknown.said, "EXPERIMENT is required") == 1);
}

TEST_CASE("a rank that has other inputs, or none, is named", "[promise]") {
  const Box box("ranks_differ");
  const auto one_differs = [&](const std::string& extra) {
    return mpirun("-n 1 " + program() + box.command() + " : -n 1 " + program() +
                  box.command(extra));
  };
  sandbox::Outcome outcome = one_differs("--set experiment.seed=6");
  INFO(outcome.said);
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.said, Contains("belong-mpi: rank 1 on "));
  CHECK_THAT(outcome.said, Contains(" has not the inputs that rank 0 on "));
  outcome = one_differs("--set experiment.seed=low");
  INFO(outcome.said);
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.said, Contains("belong-mpi: rank 1 on "));
  CHECK_THAT(outcome.said, Contains("experiment.seed"));
  CHECK(count(outcome.said, "belong-mpi: ") == 1);
  CHECK(box.untouched());
}

TEST_CASE("large results arrive whole and in order, and what throws in a rank is told",
          "[promise]") {
  const auto probe = [](int ranks, const std::string& how) {
    return mpirun("--bind-to none -n " + std::to_string(ranks) +
                  " " BELONG_BINARY_DIR "/ranks_probe " + how);
  };
  sandbox::Outcome outcome = probe(3, "run");
  INFO(outcome.said);
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.said, Contains("merged 40 units"));
  outcome = probe(3, "throw");
  INFO(outcome.said);
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.said, Contains("rank 1 on "));
  CHECK_THAT(outcome.said, Contains(": this unit is broken\n"));
  outcome = probe(3, "crash");
  INFO(outcome.said);
  CHECK(outcome.code > 128);
  CHECK_THAT(outcome.said, Contains("exited on signal 6"));
  cpu_set_t mine;
  REQUIRE(sched_getaffinity(0, sizeof mine, &mine) == 0);
  const int cores = CPU_COUNT(&mine);
  CHECK_THAT(probe(1, "cores").said, Contains("share " + std::to_string(cores) + "\n"));
  CHECK_THAT(probe(2, "cores").said,
             Contains("share " + std::to_string(std::max(1, cores / 2)) + "\n"));
}

#endif
