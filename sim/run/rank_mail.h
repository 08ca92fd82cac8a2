#pragma once
// Letters between the processes of an MPI job. All of the program's MPI stands behind this and
// rank_cores.h.
//
// One thread of a process calls it, the one that made it (MPI_THREAD_FUNNELED: other threads work,
// and call no MPI). Nothing here waits: MPI's own waiting keeps a core busy, so whoever waits for a
// letter sleeps between two looks.

#include <list>
#include <memory>
#include <optional>

#include "sim/run/byte_order.h"

namespace sim {

struct Letter {
  unsigned from = 0;
  int subject = 0;
  Bytes bytes;
};

class RankMail {
 public:
  /// Starts MPI. Throws RunError if it can't serve a program of several threads.
  RankMail(int& argc, char**& argv);
  RankMail(const RankMail&) = delete;
  RankMail& operator=(const RankMail&) = delete;
  /// Ends MPI, once all that was sent has left. What was sent here must have been received.
  ~RankMail();

  unsigned rank() const { return rank_; }
  unsigned ranks() const { return ranks_; }

  /// Returns at once. Letters between two ranks arrive in the order in which they were sent.
  /// `subject`: 0 or more.
  void send(unsigned to, int subject, Bytes bytes);
  /// The next letter that is here whole.
  std::optional<Letter> receive();
  /// Is one on its way, out or in? Then look again soon: it only moves while both sides look.
  bool moving() const;

 private:
  struct Outgoing;
  struct Incoming;
  void let_go_of_sent();
  void accept();

  unsigned rank_ = 0, ranks_ = 1;
  std::list<Outgoing> outgoing_;
  std::list<Incoming> incoming_;             ///< parts, in the order in which they were announced
  std::vector<std::optional<Bytes>> begun_;  ///< by sender: the parts so far of a letter
};

}  // namespace sim
