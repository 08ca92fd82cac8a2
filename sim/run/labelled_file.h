#pragma once
// Writes a file of labelled arrays: dimensions with a label for every index, variables over those
// dimensions, attributes on both. It is HDF5 laid out so that netCDF-4 tools open it
// (`ncdump`, `xarray.open_dataset(path)`) and show names, labels and units. Knows no student.
//
// - The same calls give the same bytes: no time, host, path or thread count; every NaN is the same
//   NaN. (The packing of large variables depends on the version of libdeflate.)
// - The file is built in memory and appears under its name complete, or not at all. Until then
//   `<path>.partial` beside it holds the place; writing starts with close().
// - The last line of the file is a seal (sealed_file.h), which HDF5 does not look at and
//   LabelledReader checks before it trusts anything else.
//
// A wrong call (unknown dimension, wrong number of values, a name used twice or not made of ASCII
// letters, digits and _.-) is our mistake and throws std::logic_error.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "sim/run/packed_array.h"
#include "sim/run/run_error.h"

namespace sim {

using AttributeValue = std::variant<std::string, double, std::int64_t>;

/// A note on a variable, a dimension or the file: `units`, `long_name`, ... Text is UTF-8 of any
/// length, without zero characters.
struct Attribute {
  std::string name;
  AttributeValue value;
};

/// Kept in this order.
using Attributes = std::vector<Attribute>;

/// Writer. Used by one thread at a time. Every member may throw RunError (no memory, no space).
class LabelledFile {
 public:
  /// Takes the place: creates `<path>.partial`. Throws RunError when the folder is missing or not
  /// writable, when `path` is not a plain file, or when another process is writing it.
  explicit LabelledFile(std::string path);
  LabelledFile(LabelledFile&&) noexcept;
  LabelledFile& operator=(LabelledFile&&) noexcept;
  /// Without close(): removes the partial file; a file that was there before stays as it was.
  ~LabelledFile();

  /// On the file as a whole.
  void attribute(const std::string& name, const AttributeValue& value);

  /// A dimension with a label (UTF-8) or a whole number for each index.
  void dimension(const std::string& name, std::span<const std::string> labels,
                 const Attributes& attributes = {});
  void dimension(const std::string& name, std::span<const std::int32_t> values,
                 const Attributes& attributes = {});

  /// A variable over `dims` (declared before; none for a single value), row-major, the last
  /// dimension fastest. In float and double NaN means missing and is declared as _FillValue.
  void variable(const std::string& name, const std::vector<std::string>& dims,
                std::span<const float> values, const Attributes& attributes = {});
  void variable(const std::string& name, const std::vector<std::string>& dims,
                const PackedArray& array, const Attributes& attributes = {});
  void variable(const std::string& name, const std::vector<std::string>& dims,
                std::span<const double> values, const Attributes& attributes = {});
  void variable(const std::string& name, const std::vector<std::string>& dims,
                std::span<const std::int32_t> values, const Attributes& attributes = {});
  void variable(const std::string& name, const std::vector<std::string>& dims,
                std::span<const std::int64_t> values, const Attributes& attributes = {});
  void variable(const std::string& name, const std::vector<std::string>& dims,
                std::span<const std::uint8_t> values, const Attributes& attributes = {});
  void variable(const std::string& name, const std::vector<std::string>& dims,
                std::span<const std::uint16_t> values, const Attributes& attributes = {});
  void variable(const std::string& name, const std::vector<std::string>& dims,
                std::span<const std::string> values, const Attributes& attributes = {});

  /// The sizes of dimensions declared before, for pack_array(). While no dimension is being
  /// declared other threads may ask as well.
  std::vector<std::size_t> shape(const std::vector<std::string>& dims) const;

  /// Write, flush to the disk, and give the file its name. Once. Throws RunError and removes the
  /// partial file when that fails, for example on a full disk. A process that wants that error for
  /// a file-size limit too must ignore SIGXFSZ.
  void close();

 private:
  struct State;
  State& state();
  std::unique_ptr<State> state_;
};

}  // namespace sim
