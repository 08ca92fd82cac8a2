#include "sim/run/first_rank.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

#include "sim/run/config_error.h"
#include "sim/run/run_error.h"
#include "sim/run/unit_dealer.h"
#include "sim/run/worker_team.h"

namespace sim {
namespace {

Bytes bytes_of(const std::vector<std::size_t>& units) {
  ByteWriter to(units.size() * sizeof(std::uint64_t));
  for (const std::size_t unit : units) to.put(std::uint64_t{unit});
  return to.take();
}

std::string text_of(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

FirstRank::FirstRank(RankMail& mail) : mail_(mail), others_(mail.ranks()) {
  others_[0].ready = others_[0].done = true;
}

FirstRank::~FirstRank() {
  end();
  look_until([this] { return all_done(); });
  for (unsigned rank = 1; rank < mail_.ranks(); ++rank) {
    mail_.send(rank, static_cast<int>(Subject::farewell), {});
  }
}

void FirstRank::look_until(const std::function<bool()>& enough) {
  Patience patience;
  while (!enough()) {
    if (auto letter = mail_.receive()) {
      read(std::move(*letter));
    } else {
      std::this_thread::sleep_for(patience.next(false, mail_.moving()));
    }
  }
}

void FirstRank::meet(const std::string& inputs, unsigned threads) {
  look_until([this] {
    return std::all_of(others_.begin(), others_.end(), [](const Other& o) { return o.ready; });
  });
  std::array<char, 256> host{};
  ::gethostname(host.data(), host.size() - 1);
  others_[0].said = {0, threads, host.data(), inputs};
  for (unsigned rank = 1; rank < mail_.ranks(); ++rank) {
    const Ready& said = others_[rank].said;
    const std::string who = fmt::format("rank {} on {}", rank, said.host);
    if (said.code == 2) throw ConfigError(who + ": " + said.text);
    if (said.code != 0) throw RunError(who + ": " + said.text);
    if (said.text == inputs) continue;
    throw ConfigError(
        fmt::format("{} has not the inputs that rank 0 on {} has; the program and the files of the "
                    "experiment must be the same for all ranks",
                    who, host.data()));
  }
}

std::size_t FirstRank::threads() const {
  std::size_t all = 0;
  for (const Other& other : others_) all += other.said.threads;
  return all;
}

unsigned FirstRank::threads_here() const {
  unsigned here = 0;
  for (const Other& other : others_) {
    if (other.said.host == others_[0].said.host) here += other.said.threads;
  }
  return here;
}

void FirstRank::read(Letter letter) {
  Other& sender = others_[letter.from];
  switch (static_cast<Subject>(letter.subject)) {
    case Subject::ready:
      sender.said = Ready::from(letter.bytes);
      sender.ready = true;
      return;
    case Subject::result: {
      const auto number = std::span<const std::byte>(letter.bytes).last(sizeof(std::uint64_t));
      const auto unit = ByteReader(number).number<std::uint64_t>();
      letter.bytes.resize(letter.bytes.size() - number.size());
      early_[unit] = std::move(letter.bytes);
      finished_by_.push_back(letter.from);
      return;
    }
    case Subject::failed:
      if (failure_.empty()) {
        failure_ =
            fmt::format("rank {} on {}: {}", letter.from, sender.said.host, text_of(letter.bytes));
      }
      return;
    case Subject::stop:
      stop_asked_ = true;
      return;
    case Subject::done:
      sender.done = true;
      return;
    default:
      return;
  }
}

bool FirstRank::all_done() const {
  return std::all_of(others_.begin(), others_.end(), [](const Other& o) { return o.done; });
}

void FirstRank::end() {
  if (std::exchange(ended_, true)) return;
  for (unsigned rank = 1; rank < mail_.ranks(); ++rank) {
    mail_.send(rank, static_cast<int>(Subject::end), {});
  }
}

void FirstRank::deal(UnitDealer& dealer, WorkerTeam& own) {
  for (const unsigned rank : std::exchange(finished_by_, {})) dealer.done(rank);
  for (unsigned rank = 0; rank < mail_.ranks(); ++rank) {
    const std::vector<std::size_t> units = dealer.deal(rank);
    if (units.empty()) continue;
    if (rank == 0) {
      own.give(units);
    } else {
      mail_.send(rank, static_cast<int>(Subject::deal), bytes_of(units));
    }
  }
}

std::size_t FirstRank::run(const Work<Bytes>& work, std::size_t window) {
  std::vector<unsigned> threads;
  for (const Other& other : others_) threads.push_back(other.said.threads);
  UnitDealer dealer(work.first, work.units, std::move(threads), window);
  WorkerTeam own(others_[0].said.threads, work.work);
  std::size_t next = work.first;
  bool stopping = false, news = true;
  Patience patience;
  while (next < work.units) {
    if (!stopping && (work.stop() || stop_asked_)) {
      stopping = true;
      end();
      own.forget();
    }
    if (!stopping) deal(dealer, own);
    for (WorkerTeam::Done& one : own.take(patience.next(news, mail_.moving()))) {
      if (one.error) std::rethrow_exception(one.error);
      early_[one.unit] = std::move(one.result);
      finished_by_.push_back(0);
    }
    while (auto letter = mail_.receive()) read(std::move(*letter));
    news = !finished_by_.empty();
    if (!failure_.empty()) throw RunError(failure_);
    // Seen before merging: what is here by now is merged below.
    const bool last = stopping && all_done() && own.in_hand() == 0;
    for (auto here = early_.find(next); here != early_.end(); here = early_.find(next)) {
      work.merge(next, std::move(here->second));
      early_.erase(here);
      dealer.merged(++next);
      if (!stopping && work.stop()) break;
    }
    if (last) break;
  }
  end();
  return next - work.first;
}

}  // namespace sim
