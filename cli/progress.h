#pragma once
// Progress of long work on stderr: a bar with rate and time left on a terminal, a line a minute
// elsewhere, nothing for work that is done at once.

#include <chrono>
#include <cstddef>
#include <string>

namespace cli {

class Progress {
 public:
  /// `per_unit` student-days, for the rate; 0: no rate is shown. `before`: units done by an earlier
  /// process.
  Progress(std::string what, double per_unit, std::size_t before = 0);
  ~Progress();
  void update(std::size_t done, std::size_t units);

 private:
  void show(std::size_t done, std::size_t units, double seconds);

  using Clock = std::chrono::steady_clock;
  std::string what_;
  double per_unit_;
  std::size_t before_;
  Clock::time_point start_ = Clock::now(), last_ = start_;
  bool terminal_, shown_ = false;
};

}  // namespace cli
