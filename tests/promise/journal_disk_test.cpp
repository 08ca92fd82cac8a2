// A journal and the disk: full, with two writers, with something else under its name, slow.

#include "sim/run/journal_writer.h"
#include "tests/promise/example_journal.h"

using namespace example_journal;
using Catch::Matchers::Contains;

TEST_CASE("a full disk leaves a journal as it was, and it can be gone on with", "[promise]") {
  const Folder folder;
  const std::string path = folder / "j";
  {
    Journal journal(path, kOurs);
    {
      const FileLimit limit(1000);
      CHECK(reason([&] { journal.add(1, std::vector{block(1, std::string(5000, 'x'))}); }) ==
            "cannot write " + path + ": File too large");
      CHECK(folder.empty());
    }
    journal.add(1, std::vector{block(1, std::string(700'000, 'y'))});
    journal.add(2, std::vector{block(2, "two")});
  }
  const std::string before = bytes_of(path);
  for (const rlim_t room : {0u, 10u, 40u, 5000u}) {  // in the head, in a block, in another
    Journal journal(path, kOurs);
    const FileLimit limit(before.size() + room);
    const std::vector blocks{block(1, std::string(3000, 'z')), block(3, std::string(9000, 'z'))};
    CHECK_THAT(reason([&] { journal.add(3, blocks); }), Contains("File too large"));
    CHECK(journal.finished() == 2);
    CHECK(bytes_of(path) == before);
  }
  {
    Journal journal(path, kOurs);
    std::size_t end = 2;
    while (journal.size() < 2'600'000) {
      journal.add(++end, std::vector{block(1, std::string(700'000, 'z'))});
    }
    const std::string grown = bytes_of(path);
    const FileLimit limit(600'000);  // too little for what counts
    CHECK_THAT(
        reason([&] { journal.add(end + 1, std::vector{block(1, std::string(700'000, 'w'))}); }),
        Contains("File too large"));
    CHECK(bytes_of(path) == grown);
    CHECK_FALSE(fs::exists(path + ".partial"));
    CHECK(journal.finished() == end);
  }
  {
    Journal journal(path, kOurs);
    CHECK(state_of(journal).at(1) == std::string(700'000, 'z'));
    journal.add(journal.finished() + 1, std::vector{block(1, std::string(700'000, 'w'))});
    CHECK(journal.size() < 800'000);
  }
  CHECK(state_of(Journal(path, kOurs)) == State{{1, std::string(700'000, 'w')}, {2, "two"}});
}

TEST_CASE("two processes do not write the same journal", "[promise]") {
  const Folder folder;
  write_records(folder / "j");
  {
    const Journal first(folder / "j", kOurs);
    CHECK_THAT(reason([&] { Journal second(folder / "j", kOurs); }),
               Contains("another process is writing it"));
  }
  Journal first(folder / "new", kOurs), second(folder / "new", kOurs);
  first.add(1, {});
  write_bytes(folder / "new.partial", "left by a killed process");
  CHECK_THAT(reason([&] { Journal third(folder / "new", kOurs); }), Contains("another process"));
  first.remove();
  CHECK_FALSE(fs::exists(folder / "new"));
  CHECK_FALSE(fs::exists(folder / "new.partial"));
}

TEST_CASE("what is no plain file is no journal", "[promise]") {
  const Folder folder;
  fs::create_directory(folder / "folder");
  fs::create_symlink("/dev/null", folder / "link");
  CHECK_THAT(reason([&] { Journal journal(folder / "folder", kOurs); }), Contains("cannot write"));
  CHECK_THAT(reason([&] { Journal journal(folder / "link", kOurs); }), Contains("cannot write"));
}

TEST_CASE("a journal is written on a thread of its own, in order and with its errors",
          "[promise]") {
  const Folder folder;
  const std::string path = folder / "j";
  {
    Journal journal(path, kOurs);
    sim::JournalWriter writer(journal);
    CHECK(writer.finished() == 0);
    for (std::size_t end = 1; end <= 50; ++end) {
      writer.add(end, {block(end % 5, std::to_string(end))});
      CHECK(writer.finished() >= end - 1);
    }
    writer.wait();
    CHECK(writer.finished() == 50);
    CHECK_FALSE(writer.busy());
    writer.add(51, {block(1, "51")});
  }  // what is under way is ended
  Journal journal(path, kOurs);
  CHECK(journal.finished() == 51);
  CHECK(state_of(journal) == State{{0, "50"}, {1, "51"}, {2, "47"}, {3, "48"}, {4, "49"}});
  sim::JournalWriter writer(journal);
  const FileLimit limit(journal.size());
  writer.add(52, {block(1, "52")});
  CHECK_THAT(reason([&] { writer.wait(); }), Contains("File too large"));
  CHECK_THAT(reason([&] { writer.add(53, {}); }), Contains("File too large"));
  CHECK(writer.finished() == 51);
}
