// Any bytes as a results file, and any contents in a file that is whole: both are read or refused
// with a sentence. An input that begins with "R" is taken as the bytes of the file; any other as
// the lines of results_text.h, so that the seal does not keep the fuzzer out.

#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "analysis/results.h"
#include "tests/fuzz/results_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // In memory where there is such a folder: the file is flushed to the disk each time.
  static const std::string path = (::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp") +
                                  ("/belong_fuzz_" + std::to_string(::getpid()) + ".h5");
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (text.starts_with("R")) {
    std::ofstream(path, std::ios::binary) << text.substr(1);
  } else if (!fuzz::write_results_text(text, path)) {
    return 0;
  }
  try {
    const analysis::Study study = analysis::read_study(sim::LabelledReader(path));
    for (std::size_t point = 0; point < study.all.points; ++point) study.at(point);
  } catch (const sim::RunError& error) {
    if (error.what()[0] == 0) std::abort();
  }
  std::remove(path.c_str());
  return 0;
}
