#include "models/friendship.h"

namespace models {

void Friendships::make(std::size_t id, std::uint16_t other, std::uint8_t age) {
  std::uint16_t* row = ties.data() + id * kFriendRoom;
  std::uint8_t* ages = weeks.data() + id * kFriendRoom;
  std::size_t k = degree[id]++;
  for (; k > 0 && row[k - 1] > other; --k) {
    row[k] = row[k - 1];
    ages[k] = ages[k - 1];
  }
  row[k] = other;
  ages[k] = age;
}

void Friendships::end(std::size_t id, std::uint16_t other) {
  std::uint16_t* row = ties.data() + id * kFriendRoom;
  std::uint8_t* ages = weeks.data() + id * kFriendRoom;
  std::size_t k = 0;
  while (row[k] != other) ++k;
  --degree[id];
  for (; k < degree[id]; ++k) {
    row[k] = row[k + 1];
    ages[k] = ages[k + 1];
  }
  row[k] = kNobody;
  ages[k] = 0;
}

}  // namespace models
