#include "sim/run/hdf5_image.h"

#include <cstdint>
#include <exception>
#include <string>

namespace sim::hdf5 {
namespace {

/// Makes HDF5 work on the bytes of a vector, which keeps them when HDF5 closes the file.
/// (H5Fget_file_image would be shorter, but it leaves a wrong checksum in the versions of HDF5
/// that are in use: https://github.com/HDFGroup/hdf5/issues/1915. H5LTopen_file_image loses memory
/// when it fails.)
H5FD_file_image_callbacks_t kept_in(std::vector<std::byte>& image) {
  H5FD_file_image_callbacks_t calls{};
  // HDF5 asks for copies of the bytes that it is given to read: they are the bytes themselves.
  calls.image_malloc = [](std::size_t, H5FD_file_image_op_t, void* kept) -> void* {
    return static_cast<std::vector<std::byte>*>(kept)->data();
  };
  calls.image_memcpy = [](void* to, const void*, std::size_t, H5FD_file_image_op_t, void*) {
    return to;
  };
  calls.image_realloc = [](void*, std::size_t size, H5FD_file_image_op_t, void* kept) -> void* {
    auto& bytes = *static_cast<std::vector<std::byte>*>(kept);
    try {
      bytes.resize(size);
    } catch (const std::exception&) {
      return nullptr;  // no memory: HDF5 reports it
    }
    return bytes.data();
  };
  calls.image_free = [](void*, H5FD_file_image_op_t, void*) -> herr_t { return 0; };
  calls.udata_copy = [](void* kept) { return kept; };
  calls.udata_free = [](void*) -> herr_t { return 0; };
  calls.udata = &image;
  return calls;
}

/// A way to open `image` as a file.
Properties access_to(std::vector<std::byte>& image) {
  Properties access(H5Pcreate(H5P_FILE_ACCESS));
  H5FD_file_image_callbacks_t calls = kept_in(image);
  checked(H5Pset_file_image_callbacks(access.get(), &calls));
  checked(H5Pset_fapl_core(access.get(), std::size_t{1} << 20, false));
  checked(H5Pset_libver_bounds(access.get(), H5F_LIBVER_V18, H5F_LIBVER_V18));
  return access;
}

/// Files in memory that are open at the same time need different names; no file keeps its own.
std::string name_of(const std::vector<std::byte>& image) {
  return "memory " + std::to_string(reinterpret_cast<std::uintptr_t>(&image));
}

}  // namespace

File new_image(std::vector<std::byte>& image) {
  const Properties access = access_to(image);
  const Properties creation(H5Pcreate(H5P_FILE_CREATE));
  const unsigned ordered = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  checked(H5Pset_link_creation_order(creation.get(), ordered));
  checked(H5Pset_attr_creation_order(creation.get(), ordered));
  checked(H5Pset_obj_track_times(creation.get(), false));
  return File(H5Fcreate(name_of(image).c_str(), H5F_ACC_TRUNC, creation.get(), access.get()));
}

void close_image(File file, std::vector<std::byte>& image) {
  checked(H5Fflush(file.get(), H5F_SCOPE_GLOBAL));
  const auto size = static_cast<std::size_t>(checked(H5Fget_file_image(file.get(), nullptr, 0)));
  checked(H5Fclose(file.release()));
  image.resize(size);  // HDF5 grows it in steps
}

File open_image(std::vector<std::byte>& image) {
  const Properties access = access_to(image);
  checked(H5Pset_file_image(access.get(), image.data(), image.size()));
  return File(H5Fopen(name_of(image).c_str(), H5F_ACC_RDONLY, access.get()));
}

}  // namespace sim::hdf5
