#pragma once
// Numbers as bytes that mean the same on every machine: least significant byte first, each of its
// own width, nothing between them.

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace sim {

using Bytes = std::vector<std::byte>;

/// Writes as many bytes as it was made for: a number beyond them is a fault of the program.
class ByteWriter {
 public:
  explicit ByteWriter(std::size_t size) : bytes_(size) {}

  template <std::integral T>
  void put(T number) {
    const auto bits = static_cast<std::make_unsigned_t<T>>(number);
    std::byte* const to = bytes_.data() + at_;
    for (std::size_t k = 0; k < sizeof(T); ++k) to[k] = static_cast<std::byte>(bits >> 8 * k);
    at_ += sizeof(T);
  }
  void put(float number) { put(std::bit_cast<std::uint32_t>(number)); }
  /// Its length, then its bytes.
  void put(const std::string& text) {
    put(std::uint64_t{text.size()});
    for (const char letter : text) put(static_cast<std::uint8_t>(letter));
  }
  static std::size_t size_of(const std::string& text) {
    return sizeof(std::uint64_t) + text.size();
  }

  bool full() const { return at_ == bytes_.size(); }
  Bytes take() { return std::move(bytes_); }

 private:
  Bytes bytes_;
  std::size_t at_ = 0;
};

/// Reads them back. What lies beyond the end reads as 0, and `fits()` is false from then on.
class ByteReader {
 public:
  explicit ByteReader(std::span<const std::byte> bytes) : rest_(bytes) {}

  template <std::integral T>
  T number() {
    if (rest_.size() < sizeof(T)) {
      cut_ = true;
      return 0;
    }
    std::make_unsigned_t<T> bits = 0;
    for (std::size_t k = 0; k < sizeof(T); ++k) {
      const auto part = static_cast<std::make_unsigned_t<T>>(rest_[k]);
      bits = static_cast<std::make_unsigned_t<T>>(bits | part << 8 * k);
    }
    rest_ = rest_.subspan(sizeof(T));
    return static_cast<T>(bits);
  }
  float real() { return std::bit_cast<float>(number<std::uint32_t>()); }
  std::string text() {
    const auto length = number<std::uint64_t>();
    if (length > rest_.size()) {
      cut_ = true;
      return {};
    }
    std::string letters(static_cast<std::size_t>(length), ' ');
    for (char& letter : letters) letter = static_cast<char>(number<std::uint8_t>());
    return letters;
  }

  bool fits() const { return !cut_; }
  bool ended() const { return !cut_ && rest_.empty(); }  ///< all was read, and nothing beyond it

 private:
  std::span<const std::byte> rest_;
  bool cut_ = false;
};

}  // namespace sim
