#include "sim/run/sealed_file.h"

#include <fcntl.h>
#include <libdeflate.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "sim/run/file_lock.h"

namespace sim {
namespace {

using Seal = std::array<char, 41>;

Seal seal(std::size_t size, std::uint32_t crc) {
  std::array<char, sizeof(Seal) + 1> text{};
  std::snprintf(text.data(), text.size(), "\nlabelled-file %016zx %08x\n", size, crc);
  Seal line;
  std::copy_n(text.begin(), line.size(), line.begin());
  return line;
}

}  // namespace

SealedFile::SealedFile(std::string path) : path_(std::move(path)) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::file_status there = fs::status(path_, ignored);
  if (fs::exists(there) && !fs::is_regular_file(there)) fail("it is there and is not a plain file");
  folder_ = folder_of(path_);
  const fs::file_status folder = fs::status(folder_, ignored);
  if (folder.type() == fs::file_type::not_found) fail("the folder " + folder_ + " does not exist");
  descriptor_ = ::open(partial().c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (descriptor_ < 0) fail(system_reason());
  lock();
  if (::ftruncate(descriptor_, 0) != 0) fail(system_reason());
}

SealedFile::~SealedFile() { remove(); }

void SealedFile::write(std::span<const std::byte> bytes) {
  put(bytes);
  size_ += bytes.size();
  crc_ = libdeflate_crc32(crc_, bytes.data(), bytes.size());
}

void SealedFile::put(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(system_reason());
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
}

void SealedFile::finish() {
  const Seal line = seal(size_, crc_);
  put(std::as_bytes(std::span(line)));
  if (::fsync(descriptor_) != 0) fail(system_reason());
  if (::rename(partial().c_str(), path_.c_str()) != 0) fail(system_reason());
  ::close(std::exchange(descriptor_, -1));
  flush_folder(folder_);
}

void SealedFile::fail(const std::string& why) {
  remove();
  throw RunError("cannot write " + path_ + ": " + why);
}

void SealedFile::remove() {
  if (descriptor_ < 0) return;
  ::unlink(partial().c_str());
  ::close(std::exchange(descriptor_, -1));
}

/// Two processes must not write the same file. A killed one leaves its partial file, not its lock.
void SealedFile::lock() {
  if (lock_file(descriptor_, partial())) return;
  ::close(std::exchange(descriptor_, -1));
  fail("another process is writing it");
}

std::vector<std::byte> read_sealed_file(const std::string& path, std::size_t most) {
  const auto refuse = [&](const std::string& why) {
    throw RunError("cannot read " + path + ": " + why);
  };
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"),
                                                             std::fclose);
  struct stat about {};
  if (!file || ::fstat(::fileno(file.get()), &about) != 0) refuse(system_reason());
  if (!S_ISREG(about.st_mode)) refuse("it is not a plain file");
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size > most) refuse("it is too large");
  std::vector<std::byte> bytes(size);
  if (std::fread(bytes.data(), 1, size, file.get()) != size) refuse("it could not be read whole");

  const std::size_t content = size < sizeof(Seal) ? 0 : size - sizeof(Seal);
  const Seal line = seal(content, libdeflate_crc32(0, bytes.data(), content));
  if (content == 0 || std::memcmp(bytes.data() + content, line.data(), line.size()) != 0) {
    refuse("it is cut short or damaged, or another program wrote or changed it");
  }
  bytes.resize(content);
  return bytes;
}

}  // namespace sim
