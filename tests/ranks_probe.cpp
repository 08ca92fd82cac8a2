// Units without students over ranks, for tests: results of up to 3 MiB and of differing cost.
// usage: ranks_probe run | throw | crash | cores

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>

#include "sim/run/rank_session.h"

namespace {

constexpr std::size_t kUnits = 40;

sim::Bytes result_of(std::size_t unit) {
  sim::Bytes bytes(unit * 700'001 % (3 << 20));
  for (std::size_t k = 0; k < bytes.size(); ++k) bytes[k] = static_cast<std::byte>(unit + k % 251);
  return bytes;
}

int probe(sim::RankSession& session, const std::string& how) {
  const bool first = session.first(), second = session.rank() == 1;
  if (how == "cores") {
    std::cout << "share " + std::to_string(session.share_of_cores()) + "\n";
    if (!first) session.refuse(1, "was only asked for its cores");
    return 0;
  }
  const auto work = [&](std::size_t unit) {
    std::this_thread::sleep_for(std::chrono::milliseconds(unit % 10 == 0 ? 60 : 2));
    if (second && how == "throw" && unit > 5) throw std::runtime_error("this unit is broken");
    if (second && how == "crash" && unit > 5) std::abort();
    return result_of(unit);
  };
  if (!first) {
    session.serve({"the same", 2, work});
    return 0;
  }
  std::size_t next = 0;
  sim::Work<sim::Bytes> all;
  all.units = kUnits;
  all.work = work;
  all.merge = [&](std::size_t unit, const sim::Bytes& result) {
    if (unit != next++ || result != result_of(unit)) throw std::runtime_error("a wrong result");
  };
  session.ranks().meet("the same", 2);
  std::cout << "merged " << session.ranks().run(all, 12) << " units\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  sim::RankSession session(argc, argv);
  try {
    return probe(session, argc > 1 ? argv[1] : "run");
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
