#pragma once
// What files that survive a crash have in common: one writer, and names that are on the disk.

#include <string>

namespace sim {

/// In words, what the last system call complained about.
std::string system_reason();

/// Takes the lock of an open file for this process, until it is closed. False if another process
/// holds it, or if `path` is meanwhile another file's name: then it is not ours to write.
bool lock_file(int descriptor, const std::string& path);

/// The folder of a path; "." if it names none.
std::string folder_of(const std::string& path);

/// Puts the names in a folder on the disk. Not every folder can be opened or flushed, and the files
/// themselves are safe: no error.
void flush_folder(const std::string& folder);

}  // namespace sim
