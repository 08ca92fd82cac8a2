// Any bytes as a TOML file: tables, lists, parameters and --set read or refuse it with a sentence.
// Input: assignments, one to a line after a line "\x01"; the file after another.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "models/parameters.h"
#include "models/profile.h"
#include "sim/run/config.h"

namespace {

/// Reads every key in every way; each may refuse it.
void read_all(const sim::Table& table, int depth) {
  const auto attempt = [](auto read) {
    try {
      read();
    } catch (const sim::ConfigError& error) {
      if (error.what()[0] == 0) std::abort();
    }
  };
  for (const std::string& key : table.keys()) {
    attempt([&] { table.text(key); });
    attempt([&] { table.yes_no(key); });
    attempt([&] { table.whole(key, -5, 1000, "a number"); });
    attempt([&] { table.number(key, {0, 1}, "a share"); });
    attempt([&] { table.texts(key); });
    attempt([&] { table.numbers(key, {0, 365}, "days"); });
    attempt([&] { table.fail(key, "is refused"); });
    if (depth > 6) continue;
    attempt([&] { read_all(table.table(key), depth + 1); });
    attempt([&] {
      for (const sim::Table& one : table.tables(key)) read_all(one, depth + 1);
    });
  }
  attempt([&] {
    models::SchoolProfile profile;
    table.fields(profile);
  });
  attempt([&] {
    models::Membership membership;
    table.fields(membership);
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size), set;
  if (text.starts_with("\x01\n")) {
    const std::size_t end = std::min(text.find('\x01', 2), text.size());
    set = text.substr(2, end - 2);
    text = text.substr(std::min(end + 1, text.size()));
  }
  try {
    sim::Document document = sim::Document::from_text("fuzz.toml", text);
    for (std::size_t at = 0; at < set.size();) {
      const std::size_t line = std::min(set.find('\n', at), set.size());
      document.set(set.substr(at, line - at));
      at = line + 1;
    }
    read_all(document.root(), 0);
    document.root().done();
  } catch (const sim::ConfigError& error) {
    if (error.what()[0] == 0) std::abort();
  }
  return 0;
}
