#pragma once
// Handles of the HDF5 C library that close themselves, and its error codes as exceptions. For the
// files of this folder that talk to HDF5; no public header shows an HDF5 type.
//
// Only one thread at a time may use a handle: the high-level part of HDF5 (dimension scales) has
// no lock of its own.

#include <hdf5.h>

#include <new>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include "sim/run/run_error.h"

namespace sim::hdf5 {

/// HDF5 refused a call, or a file has what it should not. `attempt` turns it into a RunError that
/// names the file.
struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What HDF5 says about its last failure on this thread, its most specific line; may be empty.
inline std::string last_reason() {
  std::string reason;
  const auto keep_first = [](unsigned, const H5E_error2_t* entry, void* out) -> herr_t {
    if (entry->desc != nullptr) *static_cast<std::string*>(out) = entry->desc;
    return 1;
  };
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_first, &reason);
  return reason;
}

/// The code itself when HDF5 succeeded (not negative). Throws Error otherwise.
template <class Code>
Code checked(Code code) {
  static_assert(std::is_signed_v<Code>);
  if (code < 0) throw Error("HDF5 says: " + last_reason());
  return code;
}

/// Owns one HDF5 identifier and closes it with `Close`.
template <auto Close>
class Handle {
 public:
  Handle() = default;
  explicit Handle(hid_t id) : id_(checked(id)) {}
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, H5I_INVALID_HID)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
  }
  ~Handle() {
    if (id_ >= 0) Close(id_);
  }
  hid_t get() const { return id_; }
  /// The identifier, from now on the caller's to close: for those who want to know how it went.
  hid_t release() { return std::exchange(id_, H5I_INVALID_HID); }

 private:
  hid_t id_ = H5I_INVALID_HID;
};

using File = Handle<H5Fclose>;
using Object = Handle<H5Oclose>;
using Dataset = Handle<H5Dclose>;
using Space = Handle<H5Sclose>;
using Type = Handle<H5Tclose>;
using Attribute = Handle<H5Aclose>;
using Properties = Handle<H5Pclose>;

/// Call `f()`. HDF5 prints nothing meanwhile; what it throws becomes
/// RunError("cannot <what> <path>: <reason>").
template <class F>
auto attempt(const std::string& what, const std::string& path, F f) {
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);  // kept by HDF5 for each thread, so set every time
  try {
    return f();
  } catch (const std::bad_alloc&) {
    throw RunError("cannot " + what + " " + path + ": there is not enough memory");
  } catch (const Error& error) {
    throw RunError("cannot " + what + " " + path + ": " + error.what());
  }
}

/// A string type of HDF5: UTF-8, of `bytes` bytes without a zero at the end, or of any length with
/// H5T_VARIABLE.
inline Type utf8_string(std::size_t bytes) {
  Type type(H5Tcopy(H5T_C_S1));
  checked(H5Tset_size(type.get(), bytes));
  if (bytes != H5T_VARIABLE) checked(H5Tset_strpad(type.get(), H5T_STR_NULLPAD));
  checked(H5Tset_cset(type.get(), H5T_CSET_UTF8));
  return type;
}

}  // namespace sim::hdf5
