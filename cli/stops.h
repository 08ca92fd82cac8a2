#pragma once
// Signals that ask a run to stop.

#include <csignal>
#include <initializer_list>

namespace cli {

/// From now on the first of these signals is noted, and lets the units in flight end; the second
/// one ends the process. A hang-up that the process was told to ignore (nohup) stays ignored.
void listen_for_stops(std::initializer_list<int> signals = {SIGINT, SIGTERM, SIGHUP});

/// Has one come?
bool stop_asked();

}  // namespace cli
