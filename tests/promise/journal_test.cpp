// A journal gives back what was put on the disk, or the first part of it, and never anything else:
// torn, damaged, outgrown.

#include "tests/promise/example_journal.h"

using namespace example_journal;

TEST_CASE("a journal gives back the newest block of every key", "[promise]") {
  const Folder folder;
  const auto after = write_records(folder / "j");
  CHECK(after.at(3) == State{{1, "uno"}, {7, "seven"}});
  CHECK(after.at(1000) == State{{1, "eins"}, {2, ""}, {3, "drei"}, {7, std::string(60, '7')}});
  Journal again(folder / "j", kOurs);
  CHECK(again.found() == Journal::Found::ours);
  CHECK(again.finished() == 1000);
  CHECK(again.dropped() == 0);
  CHECK(state_of(again) == after.at(1000));
  again.remove();
  CHECK(folder.empty());
}

TEST_CASE("a journal cut anywhere is the journal of its whole records", "[promise]") {
  const Folder folder;
  const auto after = write_records(folder / "whole");
  const std::string whole = bytes_of(folder / "whole");
  const std::string path = folder / "cut";
  std::size_t most = 0;
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    write_bytes(path, whole.substr(0, length));
    Journal journal(path, kOurs);
    INFO(length);
    if (length <= whole.find('\n')) {
      CHECK(journal.found() == Journal::Found::damaged);
      continue;
    }
    REQUIRE(journal.found() == Journal::Found::ours);
    CHECK(journal.finished() >= most);
    most = journal.finished();
    REQUIRE(after.contains(most));
    CHECK(state_of(journal) == after.at(most));
    CHECK(journal.size() + journal.dropped() == length);
    if (most == 1000) continue;
    journal.add(most + 1, std::vector{block(9, "more")});  // what was torn is gone
    State expected = after.at(most);
    expected[9] = "more";
    CHECK(state_of(journal) == expected);
  }
  CHECK(most == 1000);
  Journal last(path, kOurs);
  CHECK(last.finished() == 1000);
}

TEST_CASE("a journal torn and gone on with is whole again", "[promise]") {
  const Folder folder;
  write_records(folder / "whole");
  const std::string whole = bytes_of(folder / "whole");
  for (std::size_t length = whole.find('\n') + 1; length < whole.size(); ++length) {
    write_bytes(folder / "cut", whole.substr(0, length));
    State expected;
    std::size_t end = 0;
    {
      Journal journal(folder / "cut", kOurs);
      end = journal.finished() + 1;
      journal.add(end, std::vector{block(9, "more")});
      expected = state_of(journal);
    }
    const Journal again(folder / "cut", kOurs);
    CHECK(again.finished() == end);
    CHECK(again.dropped() == 0);
    CHECK(state_of(again) == expected);
  }
}

TEST_CASE("a journal with a changed byte is shorter, another's or no journal, never wrong",
          "[promise]") {
  const Folder folder;
  const auto after = write_records(folder / "whole");
  const std::string whole = bytes_of(folder / "whole");
  std::size_t shorter = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int bits : {1, 0x80, 0xff}) {
      std::string bad = whole;
      bad[at] = static_cast<char>(bad[at] ^ bits);
      write_bytes(folder / "bad", bad);
      const Journal journal(folder / "bad", kOurs);
      INFO(at);
      if (at <= whole.find('\n')) {
        CHECK(journal.found() == Journal::Found::damaged);
        continue;
      }
      REQUIRE(after.contains(journal.finished()));
      CHECK(journal.finished() < 1000);
      CHECK(state_of(journal) == after.at(journal.finished()));
      shorter += journal.finished() > 0 ? 1 : 0;
    }
  }
  CHECK(shorter > 0);
}

TEST_CASE("a journal of something else is told from ours and not added to", "[promise]") {
  const Folder folder;
  write_records(folder / "j");
  const std::string before = bytes_of(folder / "j");
  for (const JournalKey& key :
       {JournalKey{"other", "0.1.0", 1000}, JournalKey{kOurs.experiment, "0.2.0", 1000},
        JournalKey{kOurs.experiment, "0.1.0", 999}}) {
    Journal journal(folder / "j", key);
    CHECK(journal.found() == Journal::Found::other);
    CHECK(journal.there() == kOurs);
    CHECK(journal.finished() == 1000);
    CHECK_THROWS_AS(journal.add(1, {}), std::logic_error);
  }
  write_bytes(folder / "damaged", "unit-journal 2 whatever comes later\n");
  Journal damaged(folder / "damaged", kOurs);
  CHECK(damaged.found() == Journal::Found::damaged);
  CHECK_THROWS_AS(damaged.add(1, {}), std::logic_error);
  CHECK(bytes_of(folder / "j") == before);
}

TEST_CASE("a journal that outgrows what counts in it is written anew", "[promise]") {
  const Folder folder;
  State expected;
  std::size_t largest = 0, shrunk = 0, before = 0;
  {
    Journal journal(folder / "j", kOurs);
    for (std::size_t end = 1; end <= 1000; ++end) {
      // A few keys again and again, and some that are never touched again.
      std::vector<JournalBlock> blocks{block(end % 3, std::string(20'000, 'a') + char(end % 26))};
      if (end % 10 == 0) blocks.push_back(block(100 + end, std::to_string(end)));
      for (const JournalBlock& one : blocks) {
        expected[one.key] = {reinterpret_cast<const char*>(one.bytes.data()), one.bytes.size()};
      }
      journal.add(end, blocks);
      largest = std::max(largest, journal.size());
      shrunk += journal.size() < before ? 1 : 0;
      before = journal.size();
      if (end % 100 == 0) CHECK(state_of(journal) == expected);
    }
    CHECK(fs::file_size(folder / "j") == journal.size());
  }
  CHECK(shrunk > 5);
  CHECK(largest < 2'000'000);  // of 20 MB that were added; 60 kB count
  const Journal again(folder / "j", kOurs);
  CHECK(again.finished() == 1000);
  CHECK(state_of(again) == expected);
  CHECK_FALSE(fs::exists(folder / "j.partial"));
}
