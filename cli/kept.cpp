#include "cli/kept.h"

#include <fmt/format.h>

#include "cli/version.h"
#include "sim/run/config_error.h"

namespace cli {

std::size_t kept_in(const sim::Journal& journal, bool resume, const KeptWords& w) {
  using Found = sim::Journal::Found;
  const auto refuse = [&](const std::string& why) {
    throw sim::ConfigError(fmt::format("{}: {}", journal.path(), why));
  };
  if (journal.found() == Found::nothing) return 0;
  const char* elsewhere = "write elsewhere with -o, or remove the file to start over";
  if (journal.found() == Found::damaged) {
    refuse(
        fmt::format("is no journal of a {}, or its first line is damaged; {}", w.work, elsewhere));
  }
  const sim::JournalKey& there = journal.there();
  const std::string holds =
      fmt::format("holds {} of {} {} of ", journal.finished(), there.units, w.many);
  if (journal.found() == Found::other) {
    if (journal.finished() == 0 && !resume) return 0;
    const std::string which =
        there.version != version()
            ? fmt::format("a {} by version {} of belong, and this is version {}", w.work,
                          there.version, version())
            : fmt::format("another {}, or of this one with other {}", w.input, w.parts);
    refuse(fmt::format("{}{}; {}", holds, which, elsewhere));
  }
  if (journal.finished() > 0 && !resume) {
    refuse(fmt::format(
        "{}this {}, from a run that was stopped; go on with --resume, or remove the file to start "
        "over",
        holds, w.input));
  }
  return journal.finished();
}

void print_kept(const sim::Journal& journal, std::size_t kept, std::size_t all,
                const KeptWords& w) {
  if (kept > 0) {
    fmt::print("Going on: {} of {} {} are kept in {}\n", kept, all, w.many, journal.path());
  }
  if (journal.found() == sim::Journal::Found::ours && journal.dropped() > 0) {
    fmt::print("Note: the last {} bytes of {} are no whole record and are not used\n",
               journal.dropped(), journal.path());
  }
}

std::string kept_words(const sim::Journal& journal, std::size_t finished, std::size_t all,
                       const KeptWords& w) {
  if (finished == 0) return fmt::format("no {} was finished, and nothing is kept", w.one);
  return fmt::format("{} of {} {} are kept in {}, and the same command with --resume goes on",
                     finished, all, w.many, journal.path());
}

}  // namespace cli
