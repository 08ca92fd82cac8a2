#include "sim/run/sealed_file.h"

#include <libdeflate.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <memory>

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

void SealedFile::write(std::span<const std::byte> bytes) {
  file_.write(bytes);
  size_ += bytes.size();
  crc_ = libdeflate_crc32(crc_, bytes.data(), bytes.size());
}

void SealedFile::finish() {
  const Seal line = seal(size_, crc_);
  file_.write(std::as_bytes(std::span(line)));
  file_.finish();
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
