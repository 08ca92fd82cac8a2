// A run that is killed at any moment and resumed writes the same bytes, and what it had reported as
// finished is never run again.
//
// Two hundred kills: build/release/belong_tests '[kills]'

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <unistd.h>
#include <utmp.h>

#include <array>
#include <chrono>
#include <random>

#include "tests/promise/many_units.h"

using namespace many_units;

namespace {

using Clock = std::chrono::steady_clock;

struct Life {
  bool killed = false;
  bool terminal = false;  ///< did it talk to one? Else to a pipe, which no bar is shown on
  std::string said;
};

/// The program on a terminal, where it shows a bar, if this system has one to give; killed after so
/// many seconds if it still runs.
Life live(const Box& box, const std::string& extra, double seconds) {
  std::vector<std::string> words{"belong",     "run",      box.experiment(), "-o",
                                 box.output(), "--resume", "--threads",      extra};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  Life life;
  int ours = -1, its = -1;
  life.terminal = ::openpty(&ours, &its, nullptr, nullptr, nullptr) == 0;
  if (!life.terminal) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    ours = ends[0];
    its = ends[1];
  }
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::close(ours);
    if (life.terminal) {
      ::login_tty(its);
    } else {
      ::dup2(its, STDOUT_FILENO);
      ::dup2(its, STDERR_FILENO);
      ::close(its);
    }
    ::execv(BELONG_BINARY_DIR "/belong", arguments.data());
    ::_exit(127);
  }
  REQUIRE(pid > 0);
  ::close(its);
  const auto end = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                      std::chrono::duration<double>(seconds));
  bool sent = false;
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    if (left.count() <= 0 && !sent) {
      ::kill(pid, SIGKILL);
      sent = true;
    }
    pollfd ready{ours, POLLIN, 0};
    if (::poll(&ready, 1, sent ? -1 : static_cast<int>(left.count())) == 0) continue;
    char buffer[4096];
    const ssize_t n = ::read(ours, buffer, sizeof buffer);
    if (n <= 0) break;  // nobody is at the other end
    life.said.append(buffer, static_cast<std::size_t>(n));
  }
  ::close(ours);
  std::erase(life.said, '\r');
  int status = 0;
  ::waitpid(pid, &status, 0);
  life.killed = WIFSIGNALED(status);
  INFO(life.said);
  if (!life.killed) REQUIRE(WEXITSTATUS(status) == 0);
  return life;
}

/// The number that stands right before `words` where they stand last; 0 if they are not there.
std::size_t last_number(const std::string& said, const std::string& words) {
  const std::size_t at = said.rfind(words);
  if (at == std::string::npos) return 0;
  std::size_t from = at;
  while (from > 0 && said[from - 1] >= '0' && said[from - 1] <= '9') --from;
  return std::stoul(said.substr(from, at - from));
}

void kill_and_resume(std::size_t kills, unsigned seed) {
  const Box box("killed_" + std::to_string(kills));
  const auto start = Clock::now();
  REQUIRE_FALSE(live(box, "2", 1000).killed);
  const double whole = std::chrono::duration<double>(Clock::now() - start).count();
  CHECK(bytes_of(box.output()) == uninterrupted());
  fs::remove(box.output());

  std::mt19937 random(seed);
  std::uniform_real_distribution<double> moment(0, 0.7 * whole);
  std::size_t killed = 0, runs = 0, reported = 0, with_report = 0, resumed = 0;
  while (killed < kills) {
    const Life life = live(box, ++runs % 2 == 0 ? "1" : "2", moment(random));
    INFO(life.said);
    // A hundred units: the bar's share of them is their number.
    const std::size_t kept = last_number(life.said, " of 100 units are kept in");
    if (life.said.find(" school days, ") != std::string::npos) CHECK(kept >= reported);
    const std::size_t shown = last_number(life.said, " %  ");
    CHECK((shown == 0 || shown >= kept));
    if (life.killed) {
      ++killed;
      with_report += shown > 0 ? 1 : 0;
      resumed += kept > 0 ? 1 : 0;
      reported = std::max({reported, kept, shown});
      if (!fs::exists(box.output())) continue;
      // Killed after the output was whole: it is, and the journal, if it is left, holds all units.
      CHECK(bytes_of(box.output()) == uninterrupted());
      if (fs::exists(box.journal())) continue;
    } else {
      if (kept > 0) {
        CHECK(last_number(life.said, " of 100 units kept from the journal") == kept);
        CHECK(last_number(life.said, " run\n") == kUnits - kept);
      }
      CHECK_FALSE(fs::exists(box.journal()));
      CHECK_FALSE(fs::exists(box.journal() + ".partial"));
      CHECK(bytes_of(box.output()) == uninterrupted());
    }
    fs::remove(box.output());
    reported = 0;
  }
  WARN(killed << " kills, " << with_report << " of them after units were reported, " << resumed
              << " of a resumed run; " << runs - killed << " runs ended");
  CHECK(resumed > 0);
  const Life last = live(box, "2", 1000);
  REQUIRE_FALSE(last.killed);
  if (last.terminal) CHECK(with_report > 0);
  CHECK(bytes_of(box.output()) == uninterrupted());
}

}  // namespace

TEST_CASE("killed at any moment and resumed, a run writes the same bytes", "[promise]") {
  kill_and_resume(10, 1);
}

TEST_CASE("killed two hundred times, a run loses nothing", "[.slow][kills]") {
  kill_and_resume(200, 2);
}
