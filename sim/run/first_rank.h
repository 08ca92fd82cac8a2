#pragma once
// The first rank's side: deals units, merges results, and lets the others go.

#include <map>
#include <vector>

#include "sim/run/rank_letters.h"
#include "sim/run/rank_mail.h"
#include "sim/run/ranks.h"

namespace sim {

class UnitDealer;
class WorkerTeam;

class FirstRank : public Ranks {
 public:
  /// `mail` outlives this.
  explicit FirstRank(RankMail& mail);
  /// Lets the others end their units in flight, and go.
  ~FirstRank() override;

  void meet(const std::string& inputs, unsigned threads) override;
  std::size_t threads() const override;
  unsigned threads_here() const override;
  std::size_t run(const Work<Bytes>& work, std::size_t window) override;

 private:
  void read(Letter letter);
  void deal(UnitDealer& dealer, WorkerTeam& own);
  void end();
  bool all_done() const;
  void look_until(const std::function<bool()>& enough);

  struct Other {
    bool ready = false, done = false;
    Ready said;
  };
  RankMail& mail_;
  std::vector<Other> others_;           ///< by rank; the first one stands for this rank
  std::map<std::size_t, Bytes> early_;  ///< results that wait for those before them
  std::vector<unsigned> finished_by_;   ///< ranks with a unit less in hand, since it was last read
  std::string failure_;
  bool stop_asked_ = false, ended_ = false;
};

}  // namespace sim
