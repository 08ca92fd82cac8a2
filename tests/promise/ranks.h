#pragma once
// A program under mpirun, with more ranks than there are cores, also for root and in containers.

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "tests/promise/sandbox.h"

namespace ranks {

namespace fs = std::filesystem;

inline std::string text_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// mpirun in the background. What it and the ranks say goes to a file of this process's scratch
/// folder. A test that ends early ends them.
class Job {
 public:
  /// `arguments` of mpirun, such as "-n 2 PROGRAM run ...". When a rank fails or mpirun is stopped
  /// it waits `grace` seconds, asks the ranks to stop, waits as long again and kills them.
  explicit Job(const std::string& arguments, int grace = 1) : said_(test::scratch("mpirun.said")) {
    // Root may; reading another process's memory is often forbidden in containers; under the
    // address sanitizer what Open MPI never frees is no fault of ours.
    const std::string command =
        "ASAN_OPTIONS=detect_leaks=0 "
        "OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 "
        "OMPI_MCA_btl_vader_single_copy_mechanism=none "
        "OMPI_MCA_odls_base_sigkill_timeout=" +
        std::to_string(grace) + " exec " BELONG_MPIRUN " --oversubscribe " + arguments + " > " +
        said_ + " 2>&1 < /dev/null";
    pid_ = ::fork();
    REQUIRE(pid_ >= 0);
    if (pid_ > 0) return;
    ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    ::_exit(127);
  }
  Job(const Job&) = delete;
  Job& operator=(const Job&) = delete;
  ~Job() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
  }

  void signal(int number) const { ::kill(pid_, number); }

  /// Processes of the ranks, by rank: mpirun starts them in that order.
  std::vector<pid_t> processes() const {
    std::vector<pid_t> found;
    for (const auto& entry : fs::directory_iterator("/proc")) {
      const std::string name = entry.path().filename().string();
      if (name.find_first_not_of("0123456789") != std::string::npos) continue;
      const std::string about = text_of((entry.path() / "stat").string());
      const std::size_t after = about.rfind(") ");  // "12 (name) S 11 ...": 11 is the parent
      if (after == std::string::npos || about.size() < after + 5) continue;
      if (std::stoi(about.substr(after + 4)) == pid_) found.push_back(std::stoi(name));
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  sandbox::Outcome wait() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(said_)};
  }

 private:
  std::string said_;
  pid_t pid_ = -1;
};

/// To its end; the ranks of a failing job are killed at once.
inline sandbox::Outcome mpirun(const std::string& arguments) { return Job(arguments, 0).wait(); }

inline sandbox::Outcome belong_mpi(int ranks, const std::string& arguments) {
  return mpirun("-n " + std::to_string(ranks) + " " BELONG_BINARY_DIR "/belong-mpi " + arguments);
}

/// How often a text stands in another.
inline std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace ranks
