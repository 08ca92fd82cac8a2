#include "sim/run/labelled_file.h"

#include <hdf5_hl.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

#include "sim/run/chunk_compression.h"
#include "sim/run/hdf5_handle.h"
#include "sim/run/hdf5_image.h"
#include "sim/run/sealed_file.h"

namespace sim {
namespace {

using hdf5::checked;

static_assert(std::endian::native == std::endian::little,
              "values are stored as they are in memory");

hid_t stored_type(float) { return H5T_IEEE_F32LE; }
hid_t stored_type(double) { return H5T_IEEE_F64LE; }
hid_t stored_type(std::int32_t) { return H5T_STD_I32LE; }
hid_t stored_type(std::int64_t) { return H5T_STD_I64LE; }
hid_t stored_type(std::uint8_t) { return H5T_STD_U8LE; }
hid_t stored_type(std::uint16_t) { return H5T_STD_U16LE; }

/// A wrong call stops the program's author, not its user.
void expect(bool holds, const std::string& name, const char* why_not) {
  if (!holds) throw std::logic_error("'" + name + "' " + why_not);
}

void add_attribute(hid_t object, const std::string& name, hid_t type, const void* value) {
  const hdf5::Space scalar(H5Screate(H5S_SCALAR));
  const hdf5::Attribute attribute(
      H5Acreate2(object, name.c_str(), type, scalar.get(), H5P_DEFAULT, H5P_DEFAULT));
  checked(H5Awrite(attribute.get(), type, value));
}

/// A zero ends a text in HDF5. Texts come from people, so this one is not our mistake.
const std::string& whole_text(const std::string& text, const std::string& name) {
  if (text.find('\0') == std::string::npos) return text;
  throw RunError("a text of '" + name + "' has a zero character in it");
}

void expect_name(const std::string& name) {
  const char* letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
  expect(!name.empty() && name.find_first_not_of(letters) == std::string::npos && name[0] != '.',
         name, "is not a name");
}

void add_attribute(hid_t object, const Attribute& attribute) {
  const auto& [name, value] = attribute;
  expect_name(name);
  for (const char* taken : {"CLASS", "NAME", "DIMENSION_LIST", "REFERENCE_LIST", "_FillValue"}) {
    expect(name != taken, name, "is an attribute with a meaning of its own");
  }
  expect(checked(H5Aexists(object, name.c_str())) == 0, name, "is there already");
  if (const auto* text = std::get_if<std::string>(&value)) {
    // Of fixed length and without a zero at the end, as netCDF itself stores text.
    const hdf5::Type type = hdf5::utf8_string(std::max<std::size_t>(1, text->size()));
    add_attribute(object, name, type.get(), whole_text(*text, name).c_str());
  } else if (const auto* number = std::get_if<double>(&value)) {
    add_attribute(object, name, H5T_IEEE_F64LE, number);
  } else {
    add_attribute(object, name, H5T_STD_I64LE, &std::get<std::int64_t>(value));
  }
}

}  // namespace

struct LabelledFile::State {
  SealedFile out;
  std::vector<std::byte> image;  ///< the bytes of `file`
  hdf5::File file;
  std::map<std::string, std::size_t> dimensions;  ///< name to size

  explicit State(std::string path) : out(std::move(path)) {
    attempt([&] { file = hdf5::new_image(image); });
  }

  template <class F>
  void attempt(F f) {
    hdf5::attempt("write", out.path(), f);
  }

  /// Makes the dataset; chunked and filtered when `packed_size` (bytes of a value) is not 0.
  hdf5::Dataset create(const std::string& name, hid_t type, const std::vector<std::size_t>& shape,
                       std::size_t packed_size, const void* fill = nullptr) {
    expect_name(name);
    expect(checked(H5Lexists(file.get(), name.c_str(), H5P_DEFAULT)) == 0, name,
           "is there already");
    const std::vector<hsize_t> extent(shape.begin(), shape.end());
    const int rank = static_cast<int>(shape.size());
    const hdf5::Space space(rank == 0 ? H5Screate(H5S_SCALAR)
                                      : H5Screate_simple(rank, extent.data(), nullptr));
    const hdf5::Properties creation(H5Pcreate(H5P_DATASET_CREATE));
    checked(
        H5Pset_attr_creation_order(creation.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED));
    checked(H5Pset_obj_track_times(creation.get(), false));
    if (fill != nullptr) checked(H5Pset_fill_value(creation.get(), type, fill));
    if (packed_size != 0) {
      const std::vector<std::size_t> chunk = chunk_shape(shape, packed_size);
      const std::vector<hsize_t> chunk_extent(chunk.begin(), chunk.end());
      checked(H5Pset_chunk(creation.get(), rank, chunk_extent.data()));
      if (packed_size > 1) checked(H5Pset_shuffle(creation.get()));
      checked(H5Pset_deflate(creation.get(), static_cast<unsigned>(deflate_level)));
    }
    return hdf5::Dataset(H5Dcreate2(file.get(), name.c_str(), type, space.get(), H5P_DEFAULT,
                                    creation.get(), H5P_DEFAULT));
  }

  void write(const hdf5::Dataset& dataset, hid_t type, const void* values, std::size_t count) {
    if (count == 0) return;
    checked(H5Dwrite(dataset.get(), type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values));
  }

  void write_chunk(const hdf5::Dataset& dataset, std::span<const std::size_t> origin,
                   std::span<const std::byte> packed) {
    const std::vector<hsize_t> offset(origin.begin(), origin.end());
    checked(
        H5Dwrite_chunk(dataset.get(), H5P_DEFAULT, 0, offset.data(), packed.size(), packed.data()));
  }

  template <class T>
  hdf5::Dataset add_values(const std::string& name, const std::vector<std::size_t>& shape,
                           std::span<const T> values) {
    const hid_t type = stored_type(T{});
    std::vector<T> copy;
    const T nan = std::numeric_limits<T>::has_quiet_NaN ? std::numeric_limits<T>::quiet_NaN() : T{};
    const void* fill = nullptr;
    if constexpr (std::is_floating_point_v<T>) {
      values = same_nan(values, copy);
      fill = &nan;
    }
    const std::size_t packed_size = values.size_bytes() > small_array ? sizeof(T) : 0;
    hdf5::Dataset dataset = create(name, type, shape, packed_size, fill);
    if (fill != nullptr) add_attribute(dataset.get(), "_FillValue", type, fill);
    if (packed_size == 0) {
      write(dataset, type, values.data(), values.size());
    } else {
      pack_chunks(std::as_bytes(values), sizeof(T), shape,
                  [&](auto origin, auto packed) { write_chunk(dataset, origin, packed); });
    }
    return dataset;
  }

  hdf5::Dataset add_values(const std::string& name, const std::vector<std::size_t>& shape,
                           const PackedArray& array) {
    expect(array.shape == shape, name, "was packed in another shape than its dimensions");
    const hid_t type = stored_type(float{});
    const float nan = std::numeric_limits<float>::quiet_NaN();
    hdf5::Dataset dataset =
        create(name, type, shape, array.chunks.empty() ? 0 : sizeof(float), &nan);
    add_attribute(dataset.get(), "_FillValue", type, &nan);
    for (const auto& [origin, bytes] : array.chunks) write_chunk(dataset, origin, bytes);
    if (array.chunks.empty()) write(dataset, type, array.values.data(), array.values.size());
    return dataset;
  }

  hdf5::Dataset add_values(const std::string& name, const std::vector<std::size_t>& shape,
                           std::span<const std::string> texts) {
    std::vector<const char*> pointers;
    for (const std::string& text : texts) pointers.push_back(whole_text(text, name).c_str());
    const hdf5::Type type = hdf5::utf8_string(H5T_VARIABLE);
    hdf5::Dataset dataset = create(name, type.get(), shape, 0);
    write(dataset, type.get(), pointers.data(), pointers.size());
    return dataset;
  }

  template <class T>
  void add_dimension(const std::string& name, std::span<const T> labels,
                     const Attributes& attributes) {
    attempt([&] {
      const hdf5::Dataset dataset = add_values(name, {labels.size()}, labels);
      checked(H5DSset_scale(dataset.get(), name.c_str()));
      for (const Attribute& attribute : attributes) add_attribute(dataset.get(), attribute);
    });
    dimensions[name] = labels.size();
  }

  std::vector<std::size_t> shape_of(const std::vector<std::string>& dims) const {
    std::vector<std::size_t> shape;
    for (const std::string& dim : dims) {
      expect(dimensions.count(dim) == 1, dim, "is not a dimension of this file");
      shape.push_back(dimensions.at(dim));
    }
    return shape;
  }

  template <class T>
  void add_variable(const std::string& name, const std::vector<std::string>& dims,
                    std::span<const T> values, const Attributes& attributes) {
    std::size_t count = 1;
    for (const std::size_t size : shape_of(dims)) count *= size;
    expect(count == values.size(), name, "has another number of values than its dimensions");
    add_array(name, dims, values, attributes);
  }

  template <class Values>
  void add_array(const std::string& name, const std::vector<std::string>& dims,
                 const Values& values, const Attributes& attributes) {
    const std::vector<std::size_t> shape = shape_of(dims);
    attempt([&] {
      const hdf5::Dataset dataset = add_values(name, shape, values);
      for (unsigned d = 0; d < dims.size(); ++d) {
        const hdf5::Dataset scale(H5Dopen2(file.get(), dims[d].c_str(), H5P_DEFAULT));
        checked(H5DSattach_scale(dataset.get(), scale.get(), d));
      }
      for (const Attribute& attribute : attributes) add_attribute(dataset.get(), attribute);
    });
  }
};

LabelledFile::LabelledFile(std::string path) : state_(new State(std::move(path))) {}
LabelledFile::LabelledFile(LabelledFile&&) noexcept = default;
LabelledFile& LabelledFile::operator=(LabelledFile&&) noexcept = default;
LabelledFile::~LabelledFile() = default;

void LabelledFile::attribute(const std::string& name, const AttributeValue& value) {
  state().attempt([&] { add_attribute(state().file.get(), {name, value}); });
}

void LabelledFile::dimension(const std::string& name, std::span<const std::string> labels,
                             const Attributes& attributes) {
  state().add_dimension(name, labels, attributes);
}

void LabelledFile::dimension(const std::string& name, std::span<const std::int32_t> values,
                             const Attributes& attributes) {
  state().add_dimension(name, values, attributes);
}

void LabelledFile::variable(const std::string& name, const std::vector<std::string>& dims,
                            std::span<const float> values, const Attributes& attributes) {
  state().add_variable(name, dims, values, attributes);
}

void LabelledFile::variable(const std::string& name, const std::vector<std::string>& dims,
                            const PackedArray& array, const Attributes& attributes) {
  state().add_array(name, dims, array, attributes);
}

std::vector<std::size_t> LabelledFile::shape(const std::vector<std::string>& dims) const {
  expect(state_ != nullptr, "file", "is closed");
  return state_->shape_of(dims);
}

void LabelledFile::variable(const std::string& name, const std::vector<std::string>& dims,
                            std::span<const double> values, const Attributes& attributes) {
  state().add_variable(name, dims, values, attributes);
}

void LabelledFile::variable(const std::string& name, const std::vector<std::string>& dims,
                            std::span<const std::int32_t> values, const Attributes& attributes) {
  state().add_variable(name, dims, values, attributes);
}

void LabelledFile::variable(const std::string& name, const std::vector<std::string>& dims,
                            std::span<const std::int64_t> values, const Attributes& attributes) {
  state().add_variable(name, dims, values, attributes);
}

void LabelledFile::variable(const std::string& name, const std::vector<std::string>& dims,
                            std::span<const std::uint8_t> values, const Attributes& attributes) {
  state().add_variable(name, dims, values, attributes);
}

void LabelledFile::variable(const std::string& name, const std::vector<std::string>& dims,
                            std::span<const std::uint16_t> values, const Attributes& attributes) {
  state().add_variable(name, dims, values, attributes);
}

void LabelledFile::variable(const std::string& name, const std::vector<std::string>& dims,
                            std::span<const std::string> values, const Attributes& attributes) {
  state().add_variable(name, dims, values, attributes);
}

void LabelledFile::close() {
  const std::unique_ptr<State> last = std::move(state_);  // whatever happens now, it is over
  expect(last != nullptr, "close", "comes once");
  last->attempt([&] { hdf5::close_image(std::move(last->file), last->image); });
  last->out.write(last->image);
  last->out.finish();
}

LabelledFile::State& LabelledFile::state() {
  expect(state_ != nullptr, "file", "is closed");
  return *state_;
}

}  // namespace sim
