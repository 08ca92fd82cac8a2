#pragma once
// A fingerprint: 128 bits (XXH3) of the resolved inputs and the whole-number tallies, in canonical
// order. The same on every machine, for any number of threads, and in the browser.

#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>

#if defined(__wasm__)
#define XXH_VECTOR 0
#endif
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace sim {

class Fingerprint {
 public:
  Fingerprint() { XXH3_128bits_reset(&state_); }

  /// The bytes of whole numbers or floats in memory order (little-endian everywhere we run).
  /// `T` has no padding.
  template <class T>
  void add(std::span<const T> values) {
    static_assert(std::has_unique_object_representations_v<T> || std::is_same_v<T, float>);
    XXH3_128bits_update(&state_, values.data(), values.size_bytes());
  }
  template <class T>
  void add(const T& value) {
    add(std::span<const T>(&value, 1));
  }
  /// Plain structs of 32-bit members only (floats among them), so without padding.
  template <class T>
  void add_plain(const T& value) {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) == 4 && sizeof(T) % 4 == 0);
    XXH3_128bits_update(&state_, &value, sizeof value);
  }

  struct Value {
    std::uint64_t high, low;
    bool operator==(const Value&) const = default;
  };
  Value value() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(&state_);
    return {hash.high64, hash.low64};
  }

 private:
  XXH3_state_t state_;
};

/// 32 hexadecimal digits.
inline void write_hex(Fingerprint::Value value, char (&out)[33]) {
  constexpr const char* digits = "0123456789abcdef";
  for (int k = 0; k < 16; ++k) {
    out[k] = digits[value.high >> (60 - 4 * k) & 15u];
    out[16 + k] = digits[value.low >> (60 - 4 * k) & 15u];
  }
  out[32] = 0;
}

}  // namespace sim
