// A run that is stopped says what is kept: Ctrl-C, SIGTERM, a full disk, a second run.

#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "tests/promise/many_units.h"

using namespace many_units;
using Catch::Matchers::Contains;

namespace {

/// The program in the background; what it says goes to a file.
class Background {
 public:
  Background(const Box& box, const std::string& extra)
      : said_(box.output() + ".said"), pid_(::fork()) {
    if (pid_ != 0) return;
    const std::string command =
        "exec " BELONG_BINARY_DIR "/belong " + box.command(extra) + " > " + said_ + " 2>&1";
    ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    ::_exit(127);
  }
  void signal(int number) const { ::kill(pid_, number); }
  sandbox::Outcome wait() const {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    const std::string said = bytes_of(said_);
    fs::remove(said_);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, said};
  }

 private:
  std::string said_;
  pid_t pid_;
};

bool appears(const std::string& file) {
  for (int k = 0; k < 20'000; ++k) {
    if (fs::exists(file)) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return false;
}

/// Which number stands before `words`, where they stand last.
std::size_t number_before(const std::string& said, const std::string& words) {
  const std::size_t at = said.rfind(words);
  INFO(said);
  REQUIRE(at != std::string::npos);
  std::size_t from = at;
  while (from > 0 && said[from - 1] >= '0' && said[from - 1] <= '9') --from;
  return std::stoul(said.substr(from, at - from));
}

/// What a run says that goes on where no file may have more than so many blocks, and fails.
std::string stopped_by_limit(const Box& box, std::uintmax_t blocks) {
  std::ofstream(box.path("limited.sh"))
      << "ulimit -f " << blocks << "; exec " BELONG_BINARY_DIR "/belong " << box.command("--resume")
      << " 2>&1\n";
  const sandbox::Outcome outcome = sandbox::shell("sh " + box.path("limited.sh").string());
  INFO(outcome.said);
  CHECK(outcome.code == 1);
  return outcome.said;
}

}  // namespace

TEST_CASE("Ctrl-C and SIGTERM end a run that says what is kept and how to go on", "[promise]") {
  const Box box("signals");
  std::size_t kept = 0;
  for (const int number : {SIGINT, SIGTERM}) {
    const Background run(box, "--resume --threads 1");
    REQUIRE(appears(kept == 0 ? box.journal() : box.output() + ".partial"));
    std::this_thread::sleep_for(std::chrono::milliseconds(kept == 0 ? 0 : 100));
    run.signal(number);
    const sandbox::Outcome outcome = run.wait();
    INFO(outcome.said);
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.said, Contains("belong: stopped; "));
    CHECK_THAT(outcome.said, Contains(" of 100 units are kept in " + box.journal() +
                                      ", and the same command with --resume goes on\n"));
    const std::size_t now = number_before(outcome.said, " of 100 units are kept in");
    CHECK(now >= kept);
    kept = now;
    CHECK_FALSE(fs::exists(box.output()));
    CHECK_FALSE(fs::exists(box.output() + ".partial"));
  }
  CHECK(kept > 0);
  const sandbox::Outcome outcome = box.run("--resume");
  CHECK(number_before(outcome.said, " of 100 units kept from") == kept);
  CHECK(bytes_of(box.output()) == uninterrupted());
}

TEST_CASE("a disk that is full for the journal stops the run, which can be resumed", "[promise]") {
  const Box box("full");
  leave(box, 10);
  const auto blocks = fs::file_size(box.journal()) / 512 + 20;
  const std::string said = stopped_by_limit(box, blocks);
  CHECK_THAT(said, Contains("belong: cannot write " + box.journal() + ": File too large; "));
  const std::size_t kept = number_before(said, " of 100 units are kept in");
  CHECK(kept >= 10);
  CHECK(kept < 100);
  const sandbox::Outcome outcome = box.run("--resume");
  CHECK(number_before(outcome.said, " of 100 units kept from") == kept);
  CHECK(bytes_of(box.output()) == uninterrupted());
}

TEST_CASE("a disk that is full for the results leaves all units kept", "[promise]") {
  const Box box("full_results");
  leave(box, kUnits);
  const std::string before = bytes_of(box.journal());
  const std::string said = stopped_by_limit(box, 20);
  CHECK_THAT(said, Contains("belong: cannot write " + box.output() +
                            ": File too large; 100 of 100 "
                            "units are kept in " +
                            box.journal()));
  CHECK_FALSE(fs::exists(box.output()));
  CHECK(bytes_of(box.journal()) == before);
  const sandbox::Outcome outcome = box.run("--resume");
  CHECK_THAT(outcome.said, Contains("100 of 100 units kept from the journal, 0 run"));
  CHECK(bytes_of(box.output()) == uninterrupted());
}

TEST_CASE("a second run to the same output is refused, and the first goes on", "[promise]") {
  const Box box("double");
  const Background first(box, "--threads 1");
  REQUIRE(appears(box.journal()));
  for (const char* how : {"", "--resume"}) {
    const sandbox::Outcome second = box.run(how);
    CHECK(second.code == 1);
    CHECK_THAT(second.said, Contains(": another process is writing it"));
  }
  const sandbox::Outcome outcome = first.wait();
  CHECK(outcome.code == 0);
  CHECK(bytes_of(box.output()) == uninterrupted());
  CHECK_FALSE(fs::exists(box.journal()));
}
