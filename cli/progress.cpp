#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace cli {

Progress::Progress(std::string what, double per_unit, std::size_t before)
    : what_(std::move(what)),
      per_unit_(per_unit),
      before_(before),
      terminal_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (terminal_ && shown_) fmt::print(stderr, "\r\033[K");
}

void Progress::update(std::size_t done, std::size_t units) {
  const auto now = Clock::now();
  const double since = std::chrono::duration<double>(now - last_).count();
  if (since < (terminal_ ? 0.1 : 60.0)) return;
  last_ = now;
  shown_ = true;
  show(done, units, std::chrono::duration<double>(now - start_).count());
}

void Progress::show(std::size_t done, std::size_t units, double seconds) {
  const double share = static_cast<double>(done) / static_cast<double>(units);
  const auto here = static_cast<double>(done - before_);  // in these seconds
  const double left = here > 0 ? seconds * static_cast<double>(units - done) / here : 0;
  const double rate = here * per_unit_ / seconds / 1e6;
  std::string figures = fmt::format("{:3.0f} %  ", 100 * share);
  if (per_unit_ > 0) figures += fmt::format("{:.1f} M student-days/s  ", rate);
  figures += fmt::format("{:.0f} s left", left);
  if (!terminal_) {
    fmt::print(stderr, "{}: {} of {} units, {}\n", what_, done, units, figures);
    return;
  }
  constexpr std::size_t width = 30;
  const auto full = static_cast<std::size_t>(share * width);
  fmt::print(stderr, "\r\033[K{} [{:#<{}}{:.<{}}] {}", what_, "", full, "", width - full, figures);
  std::fflush(stderr);
}

}  // namespace cli
