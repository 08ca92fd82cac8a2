#pragma once
// Small journals, what they hold, and a disk that fills up.

#include <signal.h>
#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <functional>
#include <map>

#include "sim/run/journal.h"
#include "tests/promise/example_results.h"

namespace example_journal {

namespace fs = std::filesystem;
using example::bytes_of, example::Folder, example::write_bytes;
using sim::Journal, sim::JournalBlock, sim::JournalKey;
using State = std::map<std::uint64_t, std::string>;

inline const JournalKey kOurs{"0123456789abcdef", "0.1.0", 1000};

inline JournalBlock block(std::uint64_t key, const std::string& text) {
  const auto bytes = std::as_bytes(std::span(text));
  return {key, {bytes.begin(), bytes.end()}};
}

inline State state_of(const Journal& journal) {
  State state;
  journal.each([&](std::uint64_t key, std::span<const std::byte> bytes) {
    state[key] = std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  });
  return state;
}

/// The states after no record, after one, ... of a journal of some records at `path`.
inline std::map<std::size_t, State> write_records(const std::string& path) {
  std::map<std::size_t, State> after{{0, {}}};
  Journal journal(path, kOurs);
  const auto add = [&](std::size_t end, const std::vector<JournalBlock>& blocks) {
    journal.add(end, blocks);
    after[end] = state_of(journal);
  };
  add(2, {block(1, "one"), block(7, "seven")});
  add(3, {block(1, "uno")});
  add(700, {block(2, ""), block(7, std::string(60, '7'))});
  add(701, {});
  add(1000, {block(1, "eins"), block(3, "drei")});
  return after;
}

inline std::string reason(const std::function<void()>& f) {
  try {
    f();
  } catch (const sim::RunError& error) {
    return error.what();
  }
  return "";
}

/// A limit on the size of files fails in the same call as a full disk.
struct FileLimit {
  explicit FileLimit(rlim_t most) {
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{most, before.rlim_max};
    handler = signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FileLimit() {
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, handler);
  }
  rlimit before{};
  void (*handler)(int) = nullptr;
};

}  // namespace example_journal
