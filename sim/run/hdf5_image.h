#pragma once
// HDF5 files that are in memory: built there before anything is written to the disk, and opened
// there after their bytes have been checked.

#include <cstddef>
#include <vector>

#include "sim/run/hdf5_handle.h"

namespace sim::hdf5 {

/// A new file whose bytes are kept in `image`, which must outlive it. Keeps the order in which
/// things are created, and no times. In the format of HDF5 1.8, which every reader has.
File new_image(std::vector<std::byte>& image);

/// Close the file; `image` is then what would have been on the disk.
void close_image(File file, std::vector<std::byte>& image);

/// Open the bytes of a file for reading. They must outlive it, and are not changed.
File open_image(std::vector<std::byte>& image);

}  // namespace sim::hdf5
