#pragma once
// How a program ends: its exit code, and the sentence of an error.

#include <functional>
#include <string>

namespace cli {

/// Calls `run`. What it throws is printed on stderr after the program's name: "belong: ...".
/// Returns the exit code: run's own, 2 for wrong inputs, 1 for any other error.
int ended(const std::string& program, const std::function<int()>& run);

/// The same without printing: `say` gets the code and the sentence.
int ended(const std::function<int()>& run,
          const std::function<void(int code, const std::string& sentence)>& say);

}  // namespace cli
