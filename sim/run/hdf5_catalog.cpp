#include "sim/run/hdf5_catalog.h"

#include <hdf5_hl.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <span>

namespace sim::hdf5 {
namespace {

constexpr std::size_t most_values = std::size_t{1} << 28;  // of a variable
constexpr std::size_t most_chunk = std::size_t{1} << 26;   // values in a chunk
constexpr hsize_t most_entries = 100'000;

Kind kind_of(hid_t type) {
  const auto is_one_of = [&](std::initializer_list<hid_t> types) {
    return std::any_of(types.begin(), types.end(),
                       [&](hid_t known) { return checked(H5Tequal(type, known)) > 0; });
  };
  if (is_one_of({H5T_IEEE_F32LE, H5T_IEEE_F64LE})) return Kind::real;
  if (is_one_of({H5T_STD_I32LE, H5T_STD_I64LE, H5T_STD_U8LE, H5T_STD_U16LE})) return Kind::whole;
  if (is_one_of({utf8_string(H5T_VARIABLE).get()})) return Kind::text;
  throw Error("a variable has an unknown type");
}

std::vector<std::size_t> shape_of(hid_t space) {
  std::array<hsize_t, H5S_MAX_RANK> extent{};
  const int rank = checked(H5Sget_simple_extent_dims(space, extent.data(), nullptr));
  if (H5Sget_simple_extent_type(space) == H5S_NULL) throw Error("a variable has no extent");
  return {extent.begin(), extent.begin() + rank};
}

/// Product of the sizes. Throws when it passes `most`.
std::size_t count_of(std::span<const std::size_t> shape, std::size_t most) {
  std::size_t count = 1;
  for (const std::size_t size : shape) {
    if (size != 0 && count > most / size) throw Error("a variable is too large");
    count *= size;
  }
  return count;
}

/// Nothing that makes HDF5 open other files, load plug-ins or unpack giant chunks.
void check_storage(hid_t dataset) {
  const Properties creation(H5Dget_create_plist(dataset));
  const H5D_layout_t layout = H5Pget_layout(creation.get());
  const bool inside = layout == H5D_CONTIGUOUS || layout == H5D_CHUNKED;
  if (!inside || checked(H5Pget_external_count(creation.get())) != 0) {
    throw Error("a variable is stored elsewhere");
  }
  if (layout != H5D_CHUNKED) return;
  std::array<hsize_t, H5S_MAX_RANK> chunk{};
  const int rank = checked(H5Pget_chunk(creation.get(), H5S_MAX_RANK, chunk.data()));
  count_of(std::vector<std::size_t>(chunk.begin(), chunk.begin() + rank), most_chunk);
  for (int i = 0; i < checked(H5Pget_nfilters(creation.get())); ++i) {
    unsigned flags = 0;
    std::size_t values = 0;
    const int filter = checked(H5Pget_filter2(creation.get(), static_cast<unsigned>(i), &flags,
                                              &values, nullptr, 0, nullptr, nullptr));
    if (filter != H5Z_FILTER_SHUFFLE && filter != H5Z_FILTER_DEFLATE) {
      throw Error("a variable is packed in an unknown way");
    }
  }
}

haddr_t address_of(hid_t object) {
  H5O_info_t info{};
  checked(H5Oget_info2(object, &info, H5O_INFO_BASIC));
  return info.addr;
}

/// The address of the dimension along each axis of a variable.
std::vector<haddr_t> scales_of(hid_t dataset, std::size_t rank) {
  std::vector<haddr_t> scales(rank);
  if (rank == 0) return scales;
  // HDF5 reads this attribute without a look at its type.
  const Attribute list(H5Aopen(dataset, "DIMENSION_LIST", H5P_DEFAULT));
  const Type type(H5Aget_type(list.get()));
  const Space space(H5Aget_space(list.get()));
  const Type reference_list(H5Tvlen_create(H5T_STD_REF_OBJ));
  if (checked(H5Tequal(type.get(), reference_list.get())) == 0 ||
      shape_of(space.get()) != std::vector<std::size_t>{rank}) {
    throw Error("a variable has a bad list of dimensions");
  }
  const auto keep_address = [](hid_t, unsigned, hid_t scale, void* out) -> herr_t {
    H5O_info_t info{};
    if (H5Oget_info2(scale, &info, H5O_INFO_BASIC) < 0) return -1;
    *static_cast<haddr_t*>(out) = info.addr;
    return 1;
  };
  for (unsigned d = 0; d < rank; ++d) {
    if (checked(H5DSget_num_scales(dataset, d)) != 1) throw Error("a dimension is missing");
    checked(H5DSiterate_scales(dataset, d, nullptr, keep_address, &scales[d]));
  }
  return scales;
}

std::string name_at(hid_t file, hsize_t i) {
  H5L_info_t link{};
  checked(H5Lget_info_by_idx(file, ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, &link, H5P_DEFAULT));
  if (link.type != H5L_TYPE_HARD) throw Error("a variable is stored elsewhere");
  std::array<char, 1024> name{};
  checked(H5Lget_name_by_idx(file, ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, name.data(),
                             name.size(), H5P_DEFAULT));
  return name.data();
}

Entry describe(const Dataset& dataset, const std::string& name) {
  check_storage(dataset.get());
  const Type type(H5Dget_type(dataset.get()));
  const Space space(H5Dget_space(dataset.get()));
  Entry entry;
  entry.name = name;
  entry.kind = kind_of(type.get());
  entry.shape = shape_of(space.get());
  entry.count = count_of(entry.shape, most_values);
  entry.is_dimension = checked(H5DSis_scale(dataset.get())) > 0;
  if (entry.is_dimension && entry.shape.size() != 1) throw Error("a dimension has no labels");
  if (entry.is_dimension && entry.kind == Kind::real) throw Error("a dimension has no labels");
  return entry;
}

}  // namespace

std::vector<Entry> catalog(const File& file) {
  H5G_info_t root{};
  checked(H5Gget_info(file.get(), &root));
  if (root.nlinks > most_entries) throw Error("there are too many variables");
  std::vector<Entry> entries;
  std::map<haddr_t, std::size_t> dimensions;  // where it is in the file, and in `entries`
  for (hsize_t i = 0; i < root.nlinks; ++i) {
    const std::string name = name_at(file.get(), i);
    const Dataset dataset(H5Dopen2(file.get(), name.c_str(), H5P_DEFAULT));
    Entry entry = describe(dataset, name);
    if (entry.is_dimension) {
      entry.dims = {name};
      dimensions[address_of(dataset.get())] = entries.size();
    } else {
      for (const haddr_t scale : scales_of(dataset.get(), entry.shape.size())) {
        const auto found = dimensions.find(scale);
        if (found == dimensions.end()) throw Error("a variable has no such dimension");
        const Entry& dimension = entries[found->second];
        if (dimension.count != entry.shape[entry.dims.size()]) throw Error("sizes do not agree");
        entry.dims.push_back(dimension.name);
      }
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace sim::hdf5
