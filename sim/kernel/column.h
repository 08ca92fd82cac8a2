#pragma once
// Columns: one array per variable, a row per agent, padded to whole blocks with zeros.

#include <cstddef>
#include <cstring>
#include <new>
#include <span>
#include <utility>

#include "sim/kernel/lanes.h"

namespace sim {

/// A column that one process recomputes or keeps in place. Aligned to a cache line.
template <class T>
class Column {
 public:
  Column() = default;
  explicit Column(std::size_t rows) { resize(rows); }
  Column(const Column& other) { *this = other; }
  Column(Column&& other) noexcept { swap(other); }
  Column& operator=(const Column& other) {
    if (this != &other) {
      resize(other.rows_);
      if (rows_ > 0) std::memcpy(data_, other.data_, padded(rows_) * sizeof(T));
    }
    return *this;
  }
  Column& operator=(Column&& other) noexcept {
    swap(other);
    return *this;
  }
  ~Column() { release(); }

  /// All rows become zero.
  void resize(std::size_t rows) {
    if (padded(rows) != padded(rows_)) {
      release();
      if (rows > 0) {
        data_ = static_cast<T*>(::operator new (padded(rows) * sizeof(T), std::align_val_t{64}));
      }
    }
    rows_ = rows;
    fill(T{});
  }
  void fill(T value) {
    for (std::size_t i = 0; i < padded(rows_); ++i) data_[i] = i < rows_ ? value : T{};
  }
  void swap(Column& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(rows_, other.rows_);
  }

  std::size_t size() const { return rows_; }
  T* data() { return data_; }
  const T* data() const { return data_; }
  T& operator[](std::size_t row) { return data_[row]; }
  const T& operator[](std::size_t row) const { return data_[row]; }
  std::span<T> rows() { return {data_, rows_}; }
  std::span<const T> rows() const { return {data_, rows_}; }

 private:
  void release() {
    if (data_ != nullptr) ::operator delete (data_, std::align_val_t{64});
    data_ = nullptr;
    rows_ = 0;
  }

  T* data_ = nullptr;
  std::size_t rows_ = 0;
};

/// A column that is carried from day to day: read now(), write next(), and at the bell commit().
template <class T>
class Buffered {
 public:
  void resize(std::size_t rows) {
    now_.resize(rows);
    next_.resize(rows);
  }
  Column<T>& now() { return now_; }
  const Column<T>& now() const { return now_; }
  Column<T>& next() { return next_; }
  void commit() { now_.swap(next_); }

 private:
  Column<T> now_, next_;
};

}  // namespace sim
