#include "cli/ended.h"

#include <csignal>
#include <exception>
#include <iostream>
#include <new>

#include "sim/run/config_error.h"
#include "sim/run/run_error.h"

namespace cli {

int ended(const std::function<int()>& run,
          const std::function<void(int code, const std::string& sentence)>& say) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file-size limit is an error to report, not an end
  const auto with = [&](int code, const std::string& sentence) {
    say(code, sentence);
    return code;
  };
  try {
    return run();
  } catch (const sim::ConfigError& error) {
    return with(2, error.what());
  } catch (const sim::RunError& error) {
    return with(1, error.what());
  } catch (const std::bad_alloc&) {
    return with(1, "out of memory; fewer replicates, outcomes or groups need less");
  } catch (const std::exception& error) {
    return with(1, std::string("a fault of the program, please report it: ") + error.what());
  }
}

int ended(const std::string& program, const std::function<int()>& run) {
  return ended(run, [&](int, const std::string& sentence) {
    std::cerr << program << ": " << sentence << '\n';
  });
}

}  // namespace cli
