#include "cli/stops.h"

#include <atomic>

namespace cli {
namespace {

std::atomic<bool> asked{false};

extern "C" void on_stop(int) { asked = true; }

}  // namespace

void listen_for_stops(std::initializer_list<int> signals) {
  struct sigaction action {};
  action.sa_handler = on_stop;
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  for (const int signal : signals) {
    struct sigaction before {};
    sigaction(signal, nullptr, &before);
    if (signal == SIGHUP && before.sa_handler == SIG_IGN) continue;
    sigaction(signal, &action, nullptr);
  }
}

bool stop_asked() { return asked.load(); }

}  // namespace cli
