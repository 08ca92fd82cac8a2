#pragma once
// What a file of labelled arrays holds, checked before any value is read: kinds, sizes, where and
// how things are stored. The file may be hostile.

#include <cstddef>
#include <string>
#include <vector>

#include "sim/run/hdf5_handle.h"

namespace sim::hdf5 {

enum class Kind { whole, real, text };

/// A dimension or a variable.
struct Entry {
  std::string name;
  Kind kind = Kind::whole;
  std::vector<std::size_t> shape;
  std::size_t count = 0;  ///< product of `shape`, at most 2^28
  bool is_dimension = false;
  std::vector<std::string> dims;  ///< names along `shape`; of a dimension, its own
};

/// All of them, in the order in which they were written. Throws Error when the file holds anything
/// that LabelledFile does not write.
std::vector<Entry> catalog(const File& file);

}  // namespace sim::hdf5
