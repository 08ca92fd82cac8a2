#pragma once
// What a long run has finished, on the disk: a file beside the output that outlives the process.
// Units are merged in order, so what is finished is always the first k of them.
//
//   unit-journal 1 <experiment> <version> <units> <CRC-32>\n
//   record, record, ...       each: mark, CRC-32 of what follows, first, end, length, blocks
//   block, block, ...         each: key, length, bytes
//
// Numbers are little-endian. A record says what units [first, end) changed: blocks, each of which
// replaces the older one of its key. So the newest block of every key is the state after all units
// up to the last record's end, whoever merged them. The caller gives keys and bytes their meaning.
//
// - A record counts once it is on the disk (fsync). What follows the last whole record is dropped
//   on reading: the record that a kill cut off, or damage.
// - The file appears under its name with its first record in it. When it has outgrown what counts
//   in it (three times that and 1 MiB), it is written anew as one record, beside, and takes the
//   name.
// - CRC-32 is libdeflate's, as in sealed_file.h. Blocks are not compressed: libdeflate's fastest
//   level saves a third of packed tallies at 130 MB/s, which costs a run more than the disk
//   does.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "sim/run/run_error.h"

namespace sim {

/// What a journal belongs to. What was finished under another key is of no use.
struct JournalKey {
  std::string experiment, version;  ///< of printing characters without spaces; not empty
  std::size_t units = 0;            ///< that there are in all
  bool operator==(const JournalKey&) const = default;
};

struct JournalBlock {
  std::uint64_t key = 0;
  std::vector<std::byte> bytes;
};

/// Used by one thread at a time. Every error of the disk is a RunError "cannot write <path>:
/// <reason>" (or read), and leaves what was finished before.
class Journal {
 public:
  enum class Found {
    nothing,  ///< no such file
    ours,     ///< of this key
    other,    ///< of another one: there()
    damaged,  ///< its first line cannot be read
  };

  /// Reads what there is at `path`, and keeps other processes from it; changes nothing yet. Throws
  /// RunError when it is not a plain file, or when another process is writing it.
  Journal(std::string path, JournalKey key);
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  /// Leaves the file.
  ~Journal();

  const std::string& path() const { return path_; }
  Found found() const { return found_; }
  const JournalKey& there() const { return there_; }  ///< what the file found belongs to
  std::size_t finished() const { return finished_; }  ///< units [0, finished) are on the disk
  std::size_t dropped() const { return dropped_; }    ///< bytes after the last whole record found
  std::size_t size() const { return size_; }          ///< bytes

  /// Gives the newest block of every key, in the order of keys.
  void each(const std::function<void(std::uint64_t, std::span<const std::byte>)>& use) const;

  /// Adds a record of what units [finished, end) changed, with each key once. It is on the disk
  /// when this returns. Not for a journal that is `other` or `damaged`, unless it holds no unit: it
  /// is then replaced.
  void add(std::size_t end, std::span<const JournalBlock> blocks);

  /// The file goes, and what a killed rewriting left beside it.
  void remove();

 private:
  struct Place {
    std::uint64_t at, length;
  };
  using Places = std::map<std::uint64_t, Place>;

  std::string partial() const { return path_ + ".partial"; }
  bool read_header(std::size_t file_size);
  bool read_record(std::size_t file_size);
  void append(std::size_t end, std::span<const JournalBlock> blocks);
  void rewrite(std::size_t end, std::span<const JournalBlock> blocks);
  void place(std::span<const JournalBlock> blocks, std::uint64_t at);
  /// Bytes of the newest blocks that these leave as they are.
  std::size_t live_beside(std::span<const JournalBlock> blocks) const;

  std::string path_;
  JournalKey key_, there_;
  Found found_ = Found::nothing;
  int descriptor_ = -1;
  std::size_t size_ = 0;  ///< up to the end of the last whole record
  std::size_t finished_ = 0, dropped_ = 0;
  Places newest_;
};

}  // namespace sim
