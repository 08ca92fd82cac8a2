#include "sim/run/labelled_reader.h"

#include <algorithm>
#include <array>
#include <exception>

#include "sim/run/hdf5_catalog.h"
#include "sim/run/hdf5_handle.h"
#include "sim/run/hdf5_image.h"
#include "sim/run/number_text.h"
#include "sim/run/sealed_file.h"

namespace sim {
namespace {

using hdf5::checked;
using hdf5::Entry;

constexpr std::size_t most_bytes = std::size_t{1} << 33;  // of a file
constexpr std::size_t most_text = std::size_t{1} << 28;   // bytes of text of a variable

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
  throw RunError("cannot read " + path + ": " + why);
}

/// Memory for the strings that HDF5 reads, bounded, and freed whatever happens.
struct TextStore {
  std::vector<std::unique_ptr<char[]>> texts;
  std::size_t left = most_text;

  static void* take(std::size_t size, void* store) {
    auto& self = *static_cast<TextStore*>(store);
    if (size > self.left) return nullptr;
    self.left -= size;
    try {
      return self.texts.emplace_back(new char[size]()).get();
    } catch (const std::exception&) {
      return nullptr;
    }
  }
  static void keep(void*, void*) {}
};

/// Attributes by which HDF5 ties variables to dimensions.
bool is_hdf5_own(const std::string& name) {
  constexpr std::array own{"CLASS", "NAME", "DIMENSION_LIST", "REFERENCE_LIST"};
  return std::find(own.begin(), own.end(), name) != own.end();
}

}  // namespace

struct LabelledReader::State {
  std::string path;
  std::vector<std::byte> bytes;
  hdf5::File file;
  std::vector<Entry> entries;

  template <class F>
  auto attempt(F f) const {
    return hdf5::attempt("read", path, f);
  }

  const Entry* find(const std::string& name) const {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& entry) { return entry.name == name; });
    return found == entries.end() ? nullptr : &*found;
  }

  const Entry& entry(const std::string& name) const {
    const Entry* found = find(name);
    if (found == nullptr) refuse(path, "there is no '" + name + "' in it");
    return *found;
  }

  std::vector<std::string> names(bool of_dimensions) const {
    std::vector<std::string> names;
    for (const Entry& entry : entries) {
      if (entry.is_dimension == of_dimensions) names.push_back(entry.name);
    }
    return names;
  }

  void read_into(const Entry& from, hid_t type, hid_t transfer, void* values) const {
    if (from.count == 0) return;
    const hdf5::Dataset dataset(H5Dopen2(file.get(), from.name.c_str(), H5P_DEFAULT));
    checked(H5Dread(dataset.get(), type, H5S_ALL, H5S_ALL, transfer, values));
  }

  template <class T>
  std::vector<T> numbers(const Entry& from, hid_t type) const {
    return attempt([&] {
      std::vector<T> values(from.count);
      read_into(from, type, H5P_DEFAULT, values.data());
      return values;
    });
  }

  /// A single value of any type.
  hdf5::Attribute attribute(const std::string& object, const std::string& name) const {
    return attempt([&] {
      const hdf5::Object holder = open(object);
      if (checked(H5Aexists(holder.get(), name.c_str())) == 0) {
        throw hdf5::Error("there is no attribute '" + name + "'");
      }
      hdf5::Attribute attribute(H5Aopen(holder.get(), name.c_str(), H5P_DEFAULT));
      const hdf5::Space space(H5Aget_space(attribute.get()));
      if (H5Sget_simple_extent_type(space.get()) != H5S_SCALAR) {
        throw hdf5::Error("'" + name + "' is not a single value");
      }
      return attribute;
    });
  }

  /// The file as a whole when `object` is empty.
  hdf5::Object open(const std::string& object) const {
    return hdf5::Object(
        H5Oopen(file.get(), object.empty() ? "/" : entry(object).name.c_str(), H5P_DEFAULT));
  }
};

LabelledReader::LabelledReader(const std::string& path) : state_(new State) {
  state_->path = path;
  state_->bytes = read_sealed_file(path, most_bytes);
  state_->attempt([&] {
    state_->file = hdf5::open_image(state_->bytes);
    state_->entries = hdf5::catalog(state_->file);
  });
}

LabelledReader::LabelledReader(LabelledReader&&) noexcept = default;
LabelledReader& LabelledReader::operator=(LabelledReader&&) noexcept = default;
LabelledReader::~LabelledReader() = default;

const std::string& LabelledReader::path() const { return state_->path; }

std::vector<std::string> LabelledReader::dimensions() const { return state_->names(true); }

std::vector<std::string> LabelledReader::variables() const { return state_->names(false); }

bool LabelledReader::has(const std::string& name) const { return state_->find(name) != nullptr; }

std::vector<std::string> LabelledReader::labels(const std::string& dimension) const {
  const Entry& entry = state_->entry(dimension);
  if (!entry.is_dimension) refuse(state_->path, "'" + dimension + "' is not a dimension");
  if (entry.kind == hdf5::Kind::text) return texts(dimension);
  std::vector<std::string> labels;
  for (const std::int64_t value : whole_numbers(dimension)) labels.push_back(std::to_string(value));
  return labels;
}

LabelledReader::Kind LabelledReader::kind(const std::string& name) const {
  switch (state_->entry(name).kind) {
    case hdf5::Kind::whole:
      return Kind::whole;
    case hdf5::Kind::real:
      return Kind::real;
    case hdf5::Kind::text:
      break;
  }
  return Kind::text;
}

std::vector<std::string> LabelledReader::dims(const std::string& variable) const {
  return state_->entry(variable).dims;
}

std::vector<std::size_t> LabelledReader::shape(const std::string& variable) const {
  return state_->entry(variable).shape;
}

std::vector<double> LabelledReader::values(const std::string& name) const {
  const Entry& entry = state_->entry(name);
  if (entry.kind == hdf5::Kind::text) refuse(state_->path, "'" + name + "' is text");
  return state_->numbers<double>(entry, H5T_NATIVE_DOUBLE);
}

std::vector<float> LabelledReader::floats(const std::string& name) const {
  const Entry& entry = state_->entry(name);
  if (entry.kind == hdf5::Kind::text) refuse(state_->path, "'" + name + "' is text");
  return state_->numbers<float>(entry, H5T_NATIVE_FLOAT);
}

std::vector<std::int64_t> LabelledReader::whole_numbers(const std::string& name) const {
  const Entry& entry = state_->entry(name);
  if (entry.kind != hdf5::Kind::whole)
    refuse(state_->path, "'" + name + "' is not of whole numbers");
  return state_->numbers<std::int64_t>(entry, H5T_NATIVE_INT64);
}

std::vector<std::string> LabelledReader::texts(const std::string& name) const {
  const Entry& entry = state_->entry(name);
  if (entry.kind != hdf5::Kind::text) refuse(state_->path, "'" + name + "' is not text");
  return state_->attempt([&] {
    TextStore store;
    const hdf5::Properties transfer(H5Pcreate(H5P_DATASET_XFER));
    checked(
        H5Pset_vlen_mem_manager(transfer.get(), TextStore::take, &store, TextStore::keep, nullptr));
    std::vector<const char*> pointers(entry.count, nullptr);
    const hdf5::Type type = hdf5::utf8_string(H5T_VARIABLE);
    state_->read_into(entry, type.get(), transfer.get(), pointers.data());
    std::vector<std::string> texts;
    texts.reserve(entry.count);
    for (const char* text : pointers) texts.emplace_back(text == nullptr ? "" : text);
    return texts;
  });
}

std::vector<std::string> LabelledReader::attributes(const std::string& object) const {
  return state_->attempt([&] {
    const hdf5::Object holder = state_->open(object);
    H5O_info_t info{};
    checked(H5Oget_info2(holder.get(), &info, H5O_INFO_NUM_ATTRS));
    std::vector<std::string> names;
    for (hsize_t i = 0; i < info.num_attrs; ++i) {
      std::array<char, 1024> name{};
      checked(H5Aget_name_by_idx(holder.get(), ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, name.data(),
                                 name.size(), H5P_DEFAULT));
      names.emplace_back(name.data());
    }
    std::erase_if(names, is_hdf5_own);
    return names;
  });
}

bool LabelledReader::has_attribute(const std::string& object, const std::string& name) const {
  const std::vector<std::string> names = attributes(object);
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string LabelledReader::attribute_string(const std::string& object,
                                             const std::string& name) const {
  const hdf5::Attribute attribute = state_->attribute(object, name);
  return state_->attempt([&] {
    const hdf5::Type type(H5Aget_type(attribute.get()));
    const std::size_t size = H5Tget_size(type.get());
    if (size == 0 || size > most_text || H5Tget_class(type.get()) != H5T_STRING ||
        checked(H5Tequal(type.get(), hdf5::utf8_string(size).get())) == 0) {
      throw hdf5::Error("'" + name + "' is not text");
    }
    std::string text(size, '\0');
    checked(H5Aread(attribute.get(), type.get(), text.data()));
    return text.substr(0, text.find('\0'));
  });
}

double LabelledReader::attribute_number(const std::string& object, const std::string& name) const {
  const hdf5::Attribute attribute = state_->attribute(object, name);
  return state_->attempt([&] {
    const hdf5::Type type(H5Aget_type(attribute.get()));
    for (const hid_t known : {H5T_IEEE_F32LE, H5T_IEEE_F64LE, H5T_STD_I64LE}) {
      if (checked(H5Tequal(type.get(), known)) == 0) continue;
      double value = 0;
      checked(H5Aread(attribute.get(), H5T_NATIVE_DOUBLE, &value));
      return value;
    }
    throw hdf5::Error("'" + name + "' is not a number");
  });
}

std::string LabelledReader::attribute_in_words(const std::string& object,
                                               const std::string& name) const {
  const hdf5::Attribute attribute = state_->attribute(object, name);
  const bool is_text = state_->attempt(
      [&] { return H5Tget_class(hdf5::Type(H5Aget_type(attribute.get())).get()) == H5T_STRING; });
  return is_text ? attribute_string(object, name) : number_text(attribute_number(object, name));
}

}  // namespace sim
