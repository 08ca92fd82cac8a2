#include "sim/run/journal.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <libdeflate.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <utility>

#include "sim/run/file_lock.h"
#include "sim/run/journal_record.h"

namespace sim {
namespace {

constexpr std::size_t kLongestHeader = 4096;
// Written anew once it is larger than this many times what counts, and this many bytes.
constexpr std::size_t kSpread = 3, kSmall = std::size_t{1} << 20;

std::string header_of(const JournalKey& key) {
  const std::string line =
      fmt::format("unit-journal 1 {} {} {} ", key.experiment, key.version, key.units);
  return fmt::format("{}{:08x}\n", line, libdeflate_crc32(0, line.data(), line.size()));
}

std::uint64_t length_of(std::span<const JournalBlock> blocks) {
  std::uint64_t length = 0;
  for (const JournalBlock& block : blocks) length += sizeof(BlockHead) + block.bytes.size();
  return length;
}

[[noreturn]] void cannot(const char* what, const std::string& path, const std::string& why) {
  throw RunError(fmt::format("cannot {} {}: {}", what, path, why));
}

}  // namespace

Journal::Journal(std::string path, JournalKey key) : path_(std::move(path)), key_(std::move(key)) {
  descriptor_ = ::open(path_.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor_ < 0 && errno == ENOENT) return;
  if (descriptor_ < 0) cannot("write", path_, system_reason());
  struct stat about {};
  const auto refuse = [&](const char* why) {
    ::close(std::exchange(descriptor_, -1));
    cannot("write", path_, why);
  };
  if (::fstat(descriptor_, &about) != 0 || !S_ISREG(about.st_mode)) {
    refuse("it is there and is not a plain file");
  }
  if (!lock_file(descriptor_, path_)) refuse("another process is writing it");
  const auto file_size = static_cast<std::size_t>(about.st_size);
  found_ = Found::damaged;
  if (!read_header(file_size)) return;
  found_ = there_ == key_ ? Found::ours : Found::other;
  while (read_record(file_size)) {
  }
  dropped_ = file_size - size_;
}

Journal::~Journal() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool Journal::read_header(std::size_t file_size) {
  std::string text(std::min(file_size, kLongestHeader), ' ');
  text.resize(read_at(descriptor_, 0, std::as_writable_bytes(std::span(text))));
  text.resize(text.find('\n') + 1);  // nothing without one
  std::array<std::string, 6> words;
  std::size_t at = 0;
  for (std::string& word : words) {
    const std::size_t end = text.find_first_of(" \n", at);
    if (end == std::string::npos) return false;
    word = text.substr(at, end - at);
    at = end + 1;
  }
  there_ = {words[2], words[3], 0};
  std::from_chars(words[4].data(), words[4].data() + words[4].size(), there_.units);
  size_ = text.size();
  return text == header_of(there_);
}

bool Journal::read_record(std::size_t file_size) {
  RecordHead head;
  const auto head_bytes = std::as_writable_bytes(std::span(&head, 1));
  if (read_at(descriptor_, size_, head_bytes) != sizeof head) return false;
  const std::uint64_t start = size_ + sizeof head;
  if (head.mark != kRecordMark || head.first != finished_ || head.end <= head.first ||
      head.end > there_.units || head.length > file_size - start) {
    return false;
  }
  if (!whole_record(descriptor_, size_, head)) return false;
  Places blocks;
  std::uint64_t at = start;
  const std::uint64_t end = start + head.length;
  while (at < end) {
    BlockHead block;
    const auto into = std::as_writable_bytes(std::span(&block, 1));
    if (end - at < sizeof block || read_at(descriptor_, at, into) != sizeof block) return false;
    at += sizeof block;
    if (block.length > end - at) return false;
    blocks[block.key] = {at, block.length};
    at += block.length;
  }
  for (const auto& [key, where] : blocks) newest_[key] = where;
  finished_ = head.end;
  size_ = end;
  return true;
}

void Journal::each(
    const std::function<void(std::uint64_t, std::span<const std::byte>)>& use) const {
  std::vector<std::byte> bytes;
  for (const auto& [key, where] : newest_) {
    bytes.resize(where.length);
    if (read_at(descriptor_, where.at, bytes) != bytes.size()) {
      cannot("read", path_, "it could not be read whole");
    }
    use(key, bytes);
  }
}

void Journal::add(std::size_t end, std::span<const JournalBlock> blocks) {
  const bool foreign = found_ == Found::damaged || (found_ == Found::other && finished_ > 0);
  if (foreign || end <= finished_ || end > key_.units) {
    throw std::logic_error("a record that does not follow the journal");
  }
  const std::size_t more = sizeof(RecordHead) + length_of(blocks);
  const bool outgrown = size_ + more > kSpread * (live_beside(blocks) + more) + kSmall;
  if (found_ != Found::ours || finished_ == 0 || outgrown) {
    rewrite(end, blocks);
  } else {
    append(end, blocks);
  }
  finished_ = end;
  dropped_ = 0;
}

std::size_t Journal::live_beside(std::span<const JournalBlock> blocks) const {
  std::size_t bytes = 0;
  for (const auto& [key, where] : newest_) bytes += sizeof(BlockHead) + where.length;
  for (const JournalBlock& block : blocks) {
    const auto older = newest_.find(block.key);
    if (older != newest_.end()) bytes -= sizeof(BlockHead) + older->second.length;
  }
  return bytes;
}

void Journal::place(std::span<const JournalBlock> blocks, std::uint64_t at) {
  for (const JournalBlock& block : blocks) {
    at += sizeof(BlockHead);
    newest_[block.key] = {at, block.bytes.size()};
    at += block.bytes.size();
  }
  size_ = at;
}

void Journal::append(std::size_t end, std::span<const JournalBlock> blocks) {
  RecordWriter record(descriptor_, size_, {kRecordMark, 0, finished_, end, length_of(blocks)});
  const auto cut = [&] { return ::ftruncate(descriptor_, static_cast<off_t>(size_)) == 0; };
  const auto put = [&](const JournalBlock& block) { return record.put(block.key, block.bytes); };
  if ((dropped_ > 0 && !cut()) || !std::all_of(blocks.begin(), blocks.end(), put) ||
      !record.finish()) {
    const std::string why = system_reason();
    if (!cut()) cannot("write", path_, why + ", nor can it be cut");
    cannot("write", path_, why);
  }
  place(blocks, size_ + sizeof(RecordHead));
}

void Journal::rewrite(std::size_t end, std::span<const JournalBlock> blocks) {
  Places kept = found_ == Found::ours ? newest_ : Places();
  for (const JournalBlock& block : blocks) kept.erase(block.key);
  RecordHead head{kRecordMark, 0, 0, end, length_of(blocks)};
  for (const auto& [key, where] : kept) head.length += sizeof(BlockHead) + where.length;

  const int fresh =
      ::open(partial().c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
  const auto fail = [&](const std::string& why, bool ours) {
    if (fresh >= 0 && ours) ::unlink(partial().c_str());
    if (fresh >= 0) ::close(fresh);
    cannot("write", path_, why);
  };
  if (fresh < 0) fail(system_reason(), false);
  if (!lock_file(fresh, partial())) fail("another process is writing it", false);
  const std::string header = header_of(key_);
  RecordWriter record(fresh, header.size(), head);
  std::uint64_t at = header.size() + sizeof head;
  const auto copy = [&](auto& one) {
    auto& [key, where] = one;
    const bool done = record.copy(key, descriptor_, where.at, where.length);
    at += sizeof(BlockHead);
    where.at = std::exchange(at, at + where.length);
    return done;
  };
  const auto put = [&](const JournalBlock& block) { return record.put(block.key, block.bytes); };
  if (::ftruncate(fresh, 0) != 0 ||
      !write_at(fresh, 0, std::as_bytes(std::span<const char>(header))) ||
      !std::all_of(kept.begin(), kept.end(), copy) ||
      !std::all_of(blocks.begin(), blocks.end(), put) || !record.finish() ||
      ::rename(partial().c_str(), path_.c_str()) != 0) {
    fail(system_reason(), true);
  }
  flush_folder(folder_of(path_));
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = fresh;
  found_ = Found::ours;
  there_ = key_;
  newest_ = std::move(kept);
  place(blocks, at);
}

void Journal::remove() {
  ::unlink(partial().c_str());
  if (descriptor_ < 0) return;
  ::unlink(path_.c_str());
  flush_folder(folder_of(path_));
  ::close(std::exchange(descriptor_, -1));
  found_ = Found::nothing;
  finished_ = size_ = 0;
  newest_.clear();
}

}  // namespace sim
