#pragma once
// This process's part in an MPI job, from its start to its end.

#include <functional>
#include <memory>
#include <string>

#include "sim/run/ranks.h"

namespace sim {

/// What a rank other than the first brings.
struct RankService {
  std::string inputs;  ///< as in Ranks::meet()
  unsigned threads = 1;
  std::function<Bytes(std::size_t unit)> work;  ///< given units in ascending order
  std::function<bool()> stop = [] { return false; };
};

/// One for a process, used by the thread that made it.
class RankSession {
 public:
  /// Starts MPI, and takes its options out of the arguments. Throws RunError.
  RankSession(int& argc, char**& argv);
  /// In the first rank: lets the others end their units in flight, and go. Ends MPI.
  ~RankSession();

  unsigned rank() const;
  bool first() const { return rank() == 0; }
  /// Threads that this rank should use on its machine.
  unsigned share_of_cores() const;

  /// For the first rank.
  Ranks& ranks();

  /// For the others: works for the first rank until it says farewell. What `work` throws ends the
  /// run there, with a sentence.
  void serve(const RankService& service);
  /// For the others: says why this rank can't take part, and waits for the farewell. `code`: 2 for
  /// wrong inputs, else 1.
  void refuse(unsigned code, const std::string& why);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sim
