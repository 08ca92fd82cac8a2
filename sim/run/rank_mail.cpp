#include "sim/run/rank_mail.h"

#define OMPI_SKIP_MPICXX 1  // the C interface: MPI has no other that is current
#define MPICH_SKIP_MPICXX 1
#include <mpi.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "sim/run/run_error.h"

namespace sim {
namespace {

// MPI counts bytes in an int, and a unit may store more students than that. The lowest bit of a tag
// says that more of the same letter follows.
constexpr std::size_t kPart = std::size_t{1} << 20;

}  // namespace

struct RankMail::Outgoing {
  Bytes bytes;
  std::vector<MPI_Request> parts;
};

struct RankMail::Incoming {
  unsigned from = 0;
  int tag = 0;
  Bytes bytes;
  MPI_Request request = MPI_REQUEST_NULL;
};

RankMail::RankMail(int& argc, char**& argv) {
  int provided = 0;
  MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &provided);
  if (provided < MPI_THREAD_FUNNELED) {
    MPI_Finalize();
    throw RunError("this MPI library serves no program of several threads; belong-mpi needs that");
  }
  int rank = 0, ranks = 1;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  rank_ = static_cast<unsigned>(rank);
  ranks_ = static_cast<unsigned>(ranks);
  begun_.resize(ranks_);
}

RankMail::~RankMail() {
  while (!outgoing_.empty()) {
    let_go_of_sent();
    std::this_thread::sleep_for(std::chrono::microseconds(50));
  }
  MPI_Finalize();
}

void RankMail::send(unsigned to, int subject, Bytes bytes) {
  let_go_of_sent();
  Outgoing& letter = outgoing_.emplace_back(Outgoing{std::move(bytes), {}});
  std::size_t at = 0;
  do {
    const std::size_t length = std::min(kPart, letter.bytes.size() - at);
    const bool more = at + length < letter.bytes.size();
    MPI_Isend(letter.bytes.data() + at, static_cast<int>(length), MPI_BYTE, static_cast<int>(to),
              2 * subject + (more ? 1 : 0), MPI_COMM_WORLD, &letter.parts.emplace_back());
    at += length;
  } while (at < letter.bytes.size());
}

void RankMail::let_go_of_sent() {
  outgoing_.remove_if([](Outgoing& letter) {
    int sent = 0;
    MPI_Testall(static_cast<int>(letter.parts.size()), letter.parts.data(), &sent,
                MPI_STATUSES_IGNORE);
    return sent != 0;
  });
}

void RankMail::accept() {
  while (true) {
    int there = 0;
    MPI_Status about;
    MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &there, &about);
    if (there == 0) return;
    int length = 0;
    MPI_Get_count(&about, MPI_BYTE, &length);
    Incoming& part = incoming_.emplace_back();
    part.from = static_cast<unsigned>(about.MPI_SOURCE);
    part.tag = about.MPI_TAG;
    part.bytes.resize(static_cast<std::size_t>(length));
    // One thread alone calls MPI, so this is the message that was just seen.
    MPI_Irecv(part.bytes.data(), length, MPI_BYTE, about.MPI_SOURCE, about.MPI_TAG, MPI_COMM_WORLD,
              &part.request);
  }
}

std::optional<Letter> RankMail::receive() {
  let_go_of_sent();
  accept();
  std::vector<bool> held_up(ranks_);  // an earlier part of the same sender is not here
  for (auto part = incoming_.begin(); part != incoming_.end();) {
    int here = 0;
    if (!held_up[part->from]) MPI_Test(&part->request, &here, MPI_STATUS_IGNORE);
    if (here == 0) {
      held_up[part->from] = true;
      ++part;
      continue;
    }
    std::optional<Bytes>& begun = begun_[part->from];
    if (!begun) {
      begun = std::move(part->bytes);
    } else {
      begun->insert(begun->end(), part->bytes.begin(), part->bytes.end());
    }
    const bool more = part->tag % 2 != 0;
    Letter letter{part->from, part->tag / 2, {}};
    part = incoming_.erase(part);
    if (more) continue;
    letter.bytes = *std::exchange(begun, std::nullopt);
    return letter;
  }
  return std::nullopt;
}

bool RankMail::moving() const {
  return !outgoing_.empty() || !incoming_.empty() ||
         std::any_of(begun_.begin(), begun_.end(), [](const auto& one) { return one.has_value(); });
}

}  // namespace sim
