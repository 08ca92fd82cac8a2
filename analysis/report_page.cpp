#include "analysis/report_page.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <system_error>

#include "sim/run/run_error.h"

namespace analysis {
namespace {

constexpr std::string_view kMarker = "/*BELONG_DATA*/null";

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0;
}

}  // namespace

std::string fill_page(std::string_view page, std::string_view text) {
  const std::size_t at = page.find(kMarker);
  if (at == page.npos || page.find(kMarker, at + 1) != page.npos) {
    throw std::logic_error("the page's template must hold its marker exactly once");
  }
  std::string filled(page.substr(0, at));
  filled += text;
  filled += page.substr(at + kMarker.size());
  return filled;
}

std::string fill_report(std::string_view page, const nlohmann::json& data) {
  if (page.empty()) {
    throw sim::RunError(
        "this build of belong has no report page: node and npm were missing when it was built");
  }
  // Texts come from files of users: what is not UTF-8 is replaced, never an error.
  const std::string json = data.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return fill_page(page, safe);
}

void write_whole(const std::string& path, std::string_view text) {
  namespace fs = std::filesystem;
  const std::string partial = path + ".partial";
  const auto refuse = [&](const std::string& why) {
    throw sim::RunError("cannot write " + path + ": " + why);
  };
  std::error_code ignored;
  const fs::file_status there = fs::status(path, ignored);
  if (fs::exists(there) && !fs::is_regular_file(there))
    refuse("it is there and is not a plain file");
  const int file =
      ::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (file < 0) refuse(std::generic_category().message(errno));
  const bool written = write_all(file, text);
  int reason = errno;
  ::close(file);
  if (written && ::rename(partial.c_str(), path.c_str()) == 0) return;
  if (written) reason = errno;
  ::unlink(partial.c_str());
  refuse(std::generic_category().message(reason));
}

}  // namespace analysis
