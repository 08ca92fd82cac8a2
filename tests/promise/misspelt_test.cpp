// Commands and options that are not there.

#include "tests/promise/sandbox.h"

using sandbox::belong, sandbox::refused;

TEST_CASE("a command or an option that is not there is named, with the one that was meant",
          "[promise]") {
  refused(belong("runn year.toml"), "there is no command runn; did you mean run?");
  refused(belong("export curve results.h5"), "there is no command curve; did you mean curves?");
  refused(belong("run year.toml --thread 2"), "has no option --thread; did you mean --threads?");
  refused(belong("run year.toml --thread=2"), "has no option --thread; did you mean --threads?");
  refused(belong("--versoin"), "has no option --versoin; did you mean --version?");
}
