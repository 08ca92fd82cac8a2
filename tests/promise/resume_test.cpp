// Nothing lost: what a run has finished is kept in its journal; --resume goes on, and the output is
// the same to the byte as if nobody had stopped it.

#include "cli/inputs_hash.h"
#include "cli/tally_bytes.h"
#include "sim/run/config_error.h"
#include "tests/promise/many_units.h"

using namespace many_units;
using Catch::Matchers::Contains;

TEST_CASE("tallies become bytes and back, all of them", "[promise]") {
  const Box box("bytes");
  const cli::Experiment e = box.read_many();
  cli::ExecuteOptions how;
  cli::Tallies all = cli::execute(e, cli::choose_level(""), how), again(e);
  REQUIRE(all.row(3).surveys.size() > 0);
  REQUIRE(all.row(3).waves.size() > 0);
  REQUIRE(all.row(3).bins.size() > 0);
  for (std::uint32_t r = 0; r < e.replicates; ++r) {
    const std::vector<std::byte> bytes = cli::pack(all.row(r));
    REQUIRE(cli::unpack(bytes, again.row(r)));
    CHECK(cli::pack(again.row(r)) == bytes);
    CHECK(bytes.size() < all.row(r).size_bytes() / 2);
  }
  CHECK(again.fingerprint(e) == all.fingerprint(e));
  const auto [one, two] = std::pair{all.row(3).surveys, again.row(3).surveys};
  for (std::size_t k = 0; k < one.size(); ++k) {
    CHECK(one[k].asked == two[k].asked);
    CHECK(one[k].answered == two[k].answered);
    CHECK(one[k].points == two[k].points);
    CHECK(one[k].squares == two[k].squares);
    CHECK(one[k].favourable == two[k].favourable);
  }
  std::vector<std::byte> bytes = cli::pack(all.row(0));
  for (const std::size_t length : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
    CHECK_FALSE(cli::unpack(std::span(bytes).first(length), again.row(0)));
  }
  bytes.push_back({});
  CHECK_FALSE(cli::unpack(bytes, again.row(0)));
}

TEST_CASE("numbers of any size and sign are kept", "[formula]") {
  using Limits = std::numeric_limits<std::int64_t>;
  std::vector<cli::Total> totals{{Limits::max(), Limits::min(), ~cli::Wide{0}, 0},
                                 {-1, 255, cli::Wide{1} << 64, (cli::Wide{1} << 64) - 1}};
  std::vector<std::uint32_t> bins(5 * 64 + 3);  // full, empty, odd, even, one, a part
  for (std::uint32_t k = 0; k < 64; ++k) bins[k] = 0xffffffff - k;
  for (const unsigned k : {130u, 140u, 191u, 192u, 255u, 300u, 320u, 322u}) bins[k] = 256;
  std::vector<cli::Total> back(2);
  std::vector<std::uint32_t> bins_back(bins.size(), 7);
  const std::vector<std::byte> bytes = cli::pack(cli::TallyRow{totals, bins, {}, {}});
  REQUIRE(cli::unpack(bytes, cli::TallyRow{back, bins_back, {}, {}}));
  for (std::size_t k = 0; k < 2; ++k) {
    CHECK(back[k].n == totals[k].n);
    CHECK(back[k].sum == totals[k].sum);
    CHECK((back[k].squares == totals[k].squares && back[k].twin_squares == totals[k].twin_squares));
  }
  CHECK(bins_back == bins);
}

TEST_CASE("a run stopped anywhere and resumed writes the same bytes", "[promise]") {
  const std::size_t units = GENERATE(std::size_t{1}, 7, 50, 51, 99, 100);
  const Box box("stopped");
  leave(box, units);
  const sandbox::Outcome outcome = box.run("--resume --threads 1");
  INFO(outcome.said);
  REQUIRE(outcome.code == 0);
  CHECK_THAT(outcome.said, Contains("Going on: " + std::to_string(units) + " of 100 units"));
  CHECK_THAT(outcome.said,
             Contains(std::to_string(units) + " of 100 units kept from the journal, " +
                      std::to_string(100 - units) + " run\n"));
  CHECK(bytes_of(box.output()) == uninterrupted());
  CHECK_FALSE(fs::exists(box.journal()));
  CHECK_FALSE(fs::exists(box.journal() + ".partial"));
}

TEST_CASE("a run goes on from a journal that was cut off or damaged, or says that it cannot",
          "[promise]") {
  const Box box("torn");
  leave(box, 30);
  leave(box, 60);
  leave(box, 90);
  const std::string whole = bytes_of(box.journal());
  const std::size_t header = whole.find('\n') + 1;
  std::vector<std::string> journals;
  for (const double share : {0.0, 0.2, 0.5, 0.8, 0.999}) {
    const auto length =
        header + static_cast<std::size_t>(share * static_cast<double>(whole.size() - header));
    journals.push_back(whole.substr(0, length));
    journals.push_back(whole);
    journals.back()[length] = static_cast<char>(journals.back()[length] ^ 8);
  }
  for (const std::string& journal : journals) {
    std::ofstream(box.journal(), std::ios::binary) << journal;
    const sandbox::Outcome outcome = box.run("--resume");
    INFO(outcome.said);
    REQUIRE(outcome.code == 0);
    CHECK(bytes_of(box.output()) == uninterrupted());
    fs::remove(box.output());
  }
  // Without a finished unit nothing can be lost.
  std::ofstream(box.journal(), std::ios::binary) << whole.substr(0, header + 100);
  CHECK(box.run().code == 0);
  CHECK(bytes_of(box.output()) == uninterrupted());
  CHECK_FALSE(fs::exists(box.journal()));
  fs::remove(box.output());
  for (const std::string& journal : {whole.substr(0, header / 2), std::string(), "x" + whole}) {
    std::ofstream(box.journal(), std::ios::binary) << journal;
    for (const char* how : {"--resume", ""}) {
      const sandbox::Outcome outcome = box.run(how);
      CHECK(outcome.code == 2);
      CHECK_THAT(outcome.said, Contains(box.journal() + ": is no journal of a run, or its first "
                                                        "line is damaged; write elsewhere"));
      CHECK(bytes_of(box.journal()) == journal);
      CHECK_FALSE(fs::exists(box.output()));
    }
  }
}

TEST_CASE("a journal is neither replaced nor used for something else", "[promise]") {
  const Box box("refused");
  leave(box, 40);
  const std::string before = bytes_of(box.journal());
  const auto refused = [&](const std::string& how, const std::string& says) {
    const sandbox::Outcome outcome = box.run(how);
    INFO(outcome.said);
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.said,
               Contains("belong: " + box.journal() + ": holds 40 of 100 units of " + says));
    CHECK(bytes_of(box.journal()) == before);
    CHECK_FALSE(fs::exists(box.output()));
    CHECK_FALSE(fs::exists(box.output() + ".partial"));
  };
  refused("",
          "this experiment, from a run that was stopped; go on with --resume, or remove the "
          "file to start over");
  for (const std::string change :
       {"experiment.seed=6", "experiment.replicates=51", "record.students.days=[19,160]",
        "record.students.replicates=8", "record.waves=[19]",
        "scenario.2.parameters.appraisal.belonging=0.8", "record.quantiles=[]"}) {
    INFO(change);
    refused("--resume --set " + change, "another experiment, or of this one with other schools");
    refused("--set " + change, "another experiment, or of this one with other schools");
  }
  // Of another version of the program.
  {
    const cli::Experiment e = box.read_many();
    fs::remove(box.journal());
    sim::Journal journal(box.journal(), {cli::unit_hash(std::span(&e, 1)), "0.0.9", kUnits});
    journal.add(40, {});
  }
  for (const char* how : {"", "--resume"}) {
    const sandbox::Outcome outcome = box.run(how);
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.said, Contains("holds 40 of 100 units of a run by version 0.0.9 of belong"));
  }
  CHECK(fs::exists(box.journal()));
}

TEST_CASE("a run killed after its output was whole, and before its journal went, loses nothing",
          "[promise]") {
  const Box box("late");
  leave(box, kUnits);
  std::ofstream(box.output(), std::ios::binary) << uninterrupted();
  CHECK(box.run().code == 2);
  CHECK(bytes_of(box.output()) == uninterrupted());
  CHECK_THAT(box.run("--resume").said, Contains("100 of 100 units kept from the journal, 0 run"));
  CHECK(bytes_of(box.output()) == uninterrupted());
  CHECK_FALSE(fs::exists(box.journal()));
}

TEST_CASE("what does not change a unit may change between a run and its resuming", "[promise]") {
  const Box box("title");
  leave(box, 40);
  const sandbox::Outcome outcome =
      box.run("--resume --set experiment.title='\"Another title\"' --set experiment.small_cell=20");
  INFO(outcome.said);
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.said, Contains("40 of 100 units kept from the journal, 60 run"));
}

TEST_CASE("going on without a journal just runs", "[promise]") {
  const Box box("nothing");
  const sandbox::Outcome outcome = box.run("--resume");
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.said, !Contains("journal"));
  CHECK(bytes_of(box.output()) == uninterrupted());
}
