// Columns: padding stays zero, a copy is a copy, and what is written next is read after the bell.

#include "sim/kernel/column.h"

#include <catch2/catch.hpp>
#include <cstdint>

namespace {

bool padding_is_zero(const sim::Column<float>& column) {
  for (std::size_t k = column.size(); k < sim::padded(column.size()); ++k) {
    if (column.data()[k] != 0.0f) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("column: rows are padded to whole blocks of 16", "[formula]") {
  CHECK(sim::padded(0) == 0);
  CHECK(sim::padded(1) == 16);
  CHECK(sim::padded(16) == 16);
  CHECK(sim::padded(17) == 32);
  CHECK(sim::kBlock % sim::kLanes == 0);
}

TEST_CASE("column: filling fills the rows and leaves the padding zero", "[formula]") {
  const std::size_t rows = GENERATE(1u, 15u, 16u, 17u, 100u);
  sim::Column<float> column(rows);
  CHECK(column.size() == rows);
  CHECK(column.rows().size() == rows);
  CHECK(reinterpret_cast<std::uintptr_t>(column.data()) % 64 == 0);
  column.fill(2.5f);
  for (const float x : column.rows()) CHECK(x == 2.5f);
  CHECK(padding_is_zero(column));
}

TEST_CASE("column: resizing sets all rows to zero, to fewer and to more", "[formula]") {
  sim::Column<float> column(20);
  column.fill(7);
  column.resize(18);  // the same padded size: the memory is kept
  CHECK(column.size() == 18);
  for (const float x : column.rows()) CHECK(x == 0);
  column.fill(7);
  column.resize(40);
  for (const float x : column.rows()) CHECK(x == 0);
  CHECK(padding_is_zero(column));
  column.resize(0);
  CHECK(column.size() == 0);
  CHECK(column.data() == nullptr);
}

TEST_CASE("column: a copy is apart from its original, a move takes it along", "[formula]") {
  sim::Column<float> original(5);
  original.fill(1);
  sim::Column<float> copy = original;
  copy[2] = 9;
  CHECK(original[2] == 1);
  CHECK(copy[1] == 1);
  CHECK(padding_is_zero(copy));
  const sim::Column<float>& same = copy;
  copy = same;  // to itself
  CHECK(copy[2] == 9);
  const float* const where = copy.data();
  const sim::Column<float> moved = std::move(copy);
  CHECK(moved.data() == where);
  CHECK(moved[2] == 9);
}

TEST_CASE("buffered: next is not read before the bell", "[formula]") {
  sim::Buffered<float> belonging;
  belonging.resize(3);
  belonging.now()[0] = 1;
  belonging.next()[0] = 2;
  CHECK(belonging.now()[0] == 1);
  belonging.commit();
  CHECK(belonging.now()[0] == 2);
  belonging.resize(3);
  CHECK(belonging.now()[0] == 0);
  CHECK(belonging.next()[0] == 0);
}
