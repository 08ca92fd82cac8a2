#include "cli/misspelt.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "sim/run/near_key.h"

namespace cli {
namespace {

using Apps = std::vector<const CLI::App*>;

Apps commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

const CLI::App* named(const Apps& apps, std::string_view name) {
  for (const CLI::App* app : apps) {
    if (app->get_name() == name) return app;
  }
  return nullptr;
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

}  // namespace

std::string misspelt(const CLI::App& app, int argc, const char* const* argv) {
  const CLI::App* at = &app;
  int next = 1;
  for (Apps commands = commands_of(*at); next < argc && !commands.empty(); ++next) {
    const std::string_view word = argv[next];
    if (word.starts_with("-")) break;
    const CLI::App* command = named(commands, word);
    if (command == nullptr) {
      std::vector<std::string> names;
      for (const CLI::App* one : commands) names.push_back(one->get_name());
      return fmt::format("there is no command {}{}", word, sim::instead(word, names));
    }
    at = command;
    commands = commands_of(*at);
  }
  const std::vector<std::string> options = options_of(*at);
  for (; next < argc; ++next) {
    const std::string_view word = argv[next];
    if (word == "--") break;
    if (!word.starts_with("--")) continue;
    const std::string name(word.substr(0, word.find('=')));
    if (std::find(options.begin(), options.end(), name) != options.end()) continue;
    return fmt::format("{} has no option {}{}",
                       at == &app ? app.get_name() : "belong " + at->get_name(), name,
                       sim::instead(name, options));
  }
  return "";
}

}  // namespace cli
