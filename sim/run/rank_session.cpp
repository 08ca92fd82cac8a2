#include "sim/run/rank_session.h"

#include <unistd.h>

#include <array>
#include <thread>
#include <utility>

#include "sim/run/first_rank.h"
#include "sim/run/rank_cores.h"
#include "sim/run/worker_team.h"

namespace sim {
namespace {

constexpr unsigned kFirst = 0;

std::string host() {
  std::array<char, 256> name{};
  ::gethostname(name.data(), name.size() - 1);
  return name.data();
}

void send(RankMail& mail, Subject subject, Bytes bytes = {}) {
  mail.send(kFirst, static_cast<int>(subject), std::move(bytes));
}

/// Its number stands behind the result, where putting it moves nothing.
Bytes result_of(WorkerTeam::Done& one) {
  ByteWriter number(sizeof(std::uint64_t));
  number.put(std::uint64_t{one.unit});
  const Bytes bytes = number.take();
  one.result.insert(one.result.end(), bytes.begin(), bytes.end());
  return std::move(one.result);
}

Bytes words_of(const std::exception_ptr& error) {
  std::string words = "a fault of the program, please report it";
  try {
    std::rethrow_exception(error);
  } catch (const std::bad_alloc&) {
    words = "out of memory; fewer replicates, outcomes or groups need less";
  } catch (const std::exception& known) {
    words = known.what();
  } catch (...) {
  }
  const auto bytes = std::as_bytes(std::span(words));
  return {bytes.begin(), bytes.end()};
}

}  // namespace

struct RankSession::Parts {
  RankMail mail;
  unsigned cores;
  std::unique_ptr<FirstRank> first;

  Parts(int& argc, char**& argv)
      : mail(argc, argv), cores(sim::share_of_cores(mail.rank() == kFirst)) {
    if (mail.rank() == kFirst) first = std::make_unique<FirstRank>(mail);
  }
};

RankSession::RankSession(int& argc, char**& argv) : parts_(std::make_unique<Parts>(argc, argv)) {}
RankSession::~RankSession() = default;

unsigned RankSession::rank() const { return parts_->mail.rank(); }
unsigned RankSession::share_of_cores() const { return parts_->cores; }
Ranks& RankSession::ranks() { return *parts_->first; }

void RankSession::serve(const RankService& service) {
  RankMail& mail = parts_->mail;
  send(mail, Subject::ready, Ready{0, service.threads, host(), service.inputs}.bytes());
  WorkerTeam team(service.threads, service.work);
  Patience patience;
  bool news = true, ended = false, done = false, failed = false, asked = false;
  while (true) {
    while (auto letter = mail.receive()) {
      news = true;
      const auto subject = static_cast<Subject>(letter->subject);
      if (subject == Subject::farewell) return;
      if (subject == Subject::end) {
        ended = true;
        team.forget();
      } else if (subject == Subject::deal && !ended && !failed) {
        std::vector<std::size_t> units;
        ByteReader numbers(letter->bytes);
        while (!numbers.ended()) units.push_back(numbers.number<std::uint64_t>());
        team.give(units);
      }
    }
    const auto pause = patience.next(std::exchange(news, false), mail.moving());
    for (WorkerTeam::Done& one : team.take(pause)) {
      news = true;
      if (!one.error) {
        send(mail, Subject::result, result_of(one));
      } else if (!std::exchange(failed, true)) {
        team.forget();
        send(mail, Subject::failed, words_of(one.error));
      }
    }
    if (!asked && service.stop()) {
      asked = true;
      if (!ended) send(mail, Subject::stop);
    }
    if (ended && !done && team.in_hand() == 0) {
      done = true;
      send(mail, Subject::done);
    }
  }
}

void RankSession::refuse(unsigned code, const std::string& why) {
  RankMail& mail = parts_->mail;
  send(mail, Subject::ready, Ready{code, 1, host(), why}.bytes());
  Patience patience;
  while (true) {
    auto letter = mail.receive();
    if (!letter) {
      std::this_thread::sleep_for(patience.next(false, mail.moving()));
    } else if (letter->subject == static_cast<int>(Subject::farewell)) {
      return;
    } else if (letter->subject == static_cast<int>(Subject::end)) {
      send(mail, Subject::done);
    }
  }
}

}  // namespace sim
