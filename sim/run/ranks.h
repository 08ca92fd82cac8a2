#pragma once
// Units of work over the processes of a parallel job, merged in order. Each process is a rank; the
// first one, rank 0, deals the units out, merges what comes back, works on units itself, and is the
// only one that prints and writes files. How the ranks talk is rank_session.h's.

#include <cstddef>
#include <string>

#include "sim/run/byte_order.h"
#include "sim/run/workers.h"

namespace sim {

/// All ranks, as the first one sees them.
class Ranks {
 public:
  virtual ~Ranks() = default;

  /// Waits until every rank has read its inputs. `inputs` and `threads` are the first rank's own.
  /// Throws, with a sentence that names the rank and its host, for the lowest rank that could not
  /// read them (ConfigError or RunError, as it was there), and ConfigError for the lowest one whose
  /// inputs are not the same text.
  virtual void meet(const std::string& inputs, unsigned threads) = 0;

  /// Threads of all ranks together. After meet().
  virtual std::size_t threads() const = 0;
  /// Threads of the ranks on the first rank's machine. After run() none of them works.
  virtual unsigned threads_here() const = 0;

  /// Runs all units from the first on; once, after meet(). Returns how many were merged: fewer than
  /// there are if `work.stop()`, or the same in another rank, became true.
  ///
  /// `work.work` runs on this rank's threads, and is the same function in every rank; `work.merge`
  /// and `work.stop` run on the calling thread. What they throw is thrown here; what `work.work`
  /// throws in another rank is a RunError that names it. At most `window` units are dealt and not
  /// merged.
  virtual std::size_t run(const Work<Bytes>& work, std::size_t window) = 0;
};

}  // namespace sim
