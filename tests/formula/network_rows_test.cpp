// A network layer as rows.
//
//   0 ==> 1, 2      1 has no ties      2 --> 0

#include <catch2/catch.hpp>

#include "sim/kernel/network.h"

namespace {

std::vector<sim::Row> listed(std::span<const sim::Row> row) { return {row.begin(), row.end()}; }

}  // namespace

TEST_CASE("network: rows are read as they were added, empty ones too", "[formula]") {
  sim::Network network;
  network.add(1, 255);
  network.add(2, 100);
  network.end_row();
  network.end_row();
  network.add(0, 55);
  network.end_row();
  const sim::NetworkView view = network.view();
  CHECK(view.rows() == 3);
  CHECK(view.ties() == 3);
  CHECK(listed(view.of(0)) == std::vector<sim::Row>{1, 2});
  CHECK(view.of(1).empty());
  CHECK(listed(view.of(2)) == std::vector<sim::Row>{0});
  CHECK(view.strength_of(0)[1] == 100);
  CHECK(view.strength_of(2)[0] == 55);
}

TEST_CASE("network: cleared, it has no rows and can be filled again", "[formula]") {
  sim::Network network;
  network.add(3, 1);
  network.end_row();
  network.clear();
  CHECK(network.view().rows() == 0);
  CHECK(network.view().ties() == 0);
  network.add(7, 9);
  network.end_row();
  CHECK(listed(network.view().of(0)) == std::vector<sim::Row>{7});
  CHECK(sim::NetworkView{}.rows() == 0);
}
