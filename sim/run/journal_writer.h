#pragma once
// Puts records into a journal on a thread of its own: the disk makes nobody wait who merges.

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "sim/run/journal.h"

namespace sim {

/// One record at a time is under way. Used by one thread at a time; while there is a writer, nobody
/// else uses its journal. An error of the disk is thrown by whichever call comes next, and by every
/// one after it.
class JournalWriter {
 public:
  /// `journal` outlives this.
  explicit JournalWriter(Journal& journal);
  JournalWriter(const JournalWriter&) = delete;
  JournalWriter& operator=(const JournalWriter&) = delete;
  /// Ends what is under way.
  ~JournalWriter();

  /// Units [0, finished) are on the disk.
  std::size_t finished() const { return finished_.load(); }

  /// Is a record under way?
  bool busy();

  /// Takes over a record, as Journal::add() does; waits until the one before is on the disk.
  void add(std::size_t end, std::vector<JournalBlock> blocks);

  /// Waits until everything is on the disk.
  void wait();

 private:
  void write();
  void idle(std::unique_lock<std::mutex>& lock);

  Journal& journal_;
  std::atomic<std::size_t> finished_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t end_ = 0;
  std::vector<JournalBlock> blocks_;
  bool under_way_ = false, over_ = false;
  std::exception_ptr error_;
  std::thread thread_;  ///< the last member: it uses the others
};

}  // namespace sim
