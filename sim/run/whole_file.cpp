#include "sim/run/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "sim/run/file_lock.h"

namespace sim {

WholeFile::WholeFile(std::string path) : path_(std::move(path)) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::file_status there = fs::status(path_, ignored);
  if (fs::exists(there) && !fs::is_regular_file(there)) fail("it is there and is not a plain file");
  folder_ = folder_of(path_);
  const fs::file_status folder = fs::status(folder_, ignored);
  if (folder.type() == fs::file_type::not_found) fail("the folder " + folder_ + " does not exist");
  descriptor_ =
      ::open(partial().c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
  if (descriptor_ < 0) fail(system_reason());
  if (!fs::is_regular_file(fs::status(partial(), ignored))) {
    ::close(std::exchange(descriptor_, -1));
    fail(partial() + " is there and is not a plain file");
  }
  lock();
  if (::ftruncate(descriptor_, 0) != 0) fail(system_reason());
}

WholeFile::~WholeFile() { remove(); }

void WholeFile::write(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(system_reason());
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
}

void WholeFile::finish() {
  if (::fsync(descriptor_) != 0) fail(system_reason());
  if (::rename(partial().c_str(), path_.c_str()) != 0) fail(system_reason());
  ::close(std::exchange(descriptor_, -1));
  flush_folder(folder_);
}

void WholeFile::fail(const std::string& why) {
  remove();
  throw RunError("cannot write " + path_ + ": " + why);
}

void WholeFile::remove() {
  if (descriptor_ < 0) return;
  ::unlink(partial().c_str());
  ::close(std::exchange(descriptor_, -1));
}

/// Two processes must not write the same file. A killed one leaves its partial file, not its lock.
void WholeFile::lock() {
  if (lock_file(descriptor_, partial())) return;
  ::close(std::exchange(descriptor_, -1));
  fail("another process is writing it");
}

void write_whole(const std::string& path, std::string_view text) {
  WholeFile file(path);
  file.write(text);
  file.finish();
}

}  // namespace sim
