#pragma once
// Reads what LabelledFile writes: names, labels, values and attributes, by name.
//
// A file is taken whole into memory and trusted only when its seal (its last line, a length and a
// CRC-32) fits: HDF5 itself does not survive every damaged file. What the seal cannot promise,
// such as kinds and sizes, is checked as well. Files changed by another program lose their seal.
//
// Every function throws RunError("cannot read <path>: <reason>") when there is no such name, when
// it has another kind, or when it is too large.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "sim/run/run_error.h"

namespace sim {

/// Used by one thread at a time.
class LabelledReader {
 public:
  enum class Kind { whole, real, text };

  /// Throws RunError when the file is missing, cut short, changed, larger than 8 GiB, or was not
  /// written by LabelledFile.
  explicit LabelledReader(const std::string& path);
  LabelledReader(LabelledReader&&) noexcept;
  LabelledReader& operator=(LabelledReader&&) noexcept;
  ~LabelledReader();

  const std::string& path() const;

  /// Names, in the order in which they were written.
  std::vector<std::string> dimensions() const;
  std::vector<std::string> variables() const;

  /// Whether there is a dimension or a variable of that name.
  bool has(const std::string& name) const;

  /// The label of each index of a dimension; whole numbers as text.
  std::vector<std::string> labels(const std::string& dimension) const;

  /// Which of the functions below read a variable or a dimension.
  Kind kind(const std::string& name) const;

  /// Names of the dimensions of a variable, slowest first, and their sizes.
  std::vector<std::string> dims(const std::string& variable) const;
  std::vector<std::size_t> shape(const std::string& variable) const;

  /// The values of a variable or of a dimension, row-major. `values` converts from any kind of
  /// number (exactly, up to 2^53); NaN means missing. At most 2^28 of them.
  std::vector<double> values(const std::string& name) const;
  std::vector<float> floats(const std::string& name) const;  ///< the same, rounded to the nearest
  std::vector<std::int64_t> whole_numbers(const std::string& name) const;
  std::vector<std::string> texts(const std::string& name) const;

  /// Attributes of a variable or a dimension, or of the file itself when `object` is empty.
  std::vector<std::string> attributes(const std::string& object) const;
  bool has_attribute(const std::string& object, const std::string& name) const;
  std::string attribute_string(const std::string& object, const std::string& name) const;
  double attribute_number(const std::string& object, const std::string& name) const;
  /// Either, as text: numbers in the shortest digits that give them back.
  std::string attribute_in_words(const std::string& object, const std::string& name) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sim
