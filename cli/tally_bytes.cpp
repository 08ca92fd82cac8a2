#include "cli/tally_bytes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace cli {
namespace {

/// Small whatever the sign: 0, -1, 1, -2, ... are 0, 1, 2, 3, ...
std::uint64_t folded(std::int64_t x) {
  return static_cast<std::uint64_t>(x) << 1 ^ static_cast<std::uint64_t>(x >> 63);
}

std::int64_t unfolded(std::uint64_t x) {
  return static_cast<std::int64_t>(x >> 1 ^ (~(x & 1) + 1));
}

/// Two numbers: a byte with the two lengths, then their bytes.
class Packer {
 public:
  explicit Packer(std::size_t expected) { bytes_.reserve(expected); }
  void add(std::uint64_t a, std::uint64_t b) {
    if (at_ + 17 > some_.size()) flush();
    const std::size_t first = length(a), second = length(b);
    std::byte* to = some_.data() + at_;
    to[0] = static_cast<std::byte>(first | second << 4);
    std::memcpy(to + 1, &a, 8);
    std::memcpy(to + 1 + first, &b, 8);
    at_ += 1 + first + second;
  }
  std::vector<std::byte> take() {
    flush();
    return std::move(bytes_);
  }

 private:
  static std::size_t length(std::uint64_t x) {
    return (static_cast<std::size_t>(std::bit_width(x)) + 7) / 8;
  }
  void flush() {
    bytes_.insert(bytes_.end(), some_.begin(), some_.begin() + static_cast<std::ptrdiff_t>(at_));
    at_ = 0;
  }
  std::array<std::byte, 1 << 14> some_;
  std::size_t at_ = 0;
  std::vector<std::byte> bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::span<const std::byte> bytes) : rest_(bytes) {}
  void take(std::uint64_t& a, std::uint64_t& b) {
    a = b = 0;
    const std::size_t lengths = rest_.empty() ? 0xff : static_cast<std::size_t>(rest_[0]);
    const std::size_t first = lengths & 15, second = lengths >> 4;
    if (first > 8 || second > 8 || rest_.size() < 1 + first + second) {
      fits_ = false;
      return;
    }
    std::memcpy(&a, rest_.data() + 1, first);
    std::memcpy(&b, rest_.data() + 1 + first, second);
    rest_ = rest_.subspan(1 + first + second);
  }
  void take_signed(std::int64_t& a, std::int64_t& b) {
    std::uint64_t x, y;
    take(x, y);
    a = unfolded(x);
    b = unfolded(y);
  }
  void take_wide(Wide& wide) {
    std::uint64_t low, high;
    take(low, high);
    wide = static_cast<Wide>(high) << 64 | low;
  }
  bool fits() const { return fits_ && rest_.empty(); }

 private:
  std::span<const std::byte> rest_;
  bool fits_ = true;
};

void add_wide(Wide wide, Packer& packer) {
  packer.add(static_cast<std::uint64_t>(wide), static_cast<std::uint64_t>(wide >> 64));
}

}  // namespace

std::vector<std::byte> pack(const TallyRow& row) {
  Packer packer(row.size_bytes() / 3);
  for (const Total& total : row.totals) {
    packer.add(folded(total.n), folded(total.sum));
    add_wide(total.squares, packer);
    add_wide(total.twin_squares, packer);
  }
  for (std::size_t k = 0; k < row.bins.size(); k += 2) {
    packer.add(row.bins[k], k + 1 < row.bins.size() ? row.bins[k + 1] : 0);
  }
  for (const WaveMeasures& w : row.waves) {
    for (const Part& part : {w.degree, w.reciprocity, w.transitivity, w.stability, w.own_group}) {
      packer.add(folded(part.part), folded(part.whole));
    }
  }
  for (const SurveySums& sums : row.surveys) {
    packer.add(folded(sums.asked), folded(sums.answered));
    packer.add(folded(sums.points), folded(sums.squares));
    packer.add(folded(sums.favourable), 0);
  }
  return packer.take();
}

bool unpack(std::span<const std::byte> bytes, const TallyRow& row) {
  Unpacker from(bytes);
  for (Total& total : row.totals) {
    from.take_signed(total.n, total.sum);
    from.take_wide(total.squares);
    from.take_wide(total.twin_squares);
  }
  for (std::size_t k = 0; k < row.bins.size(); k += 2) {
    std::uint64_t a, b;
    from.take(a, b);
    row.bins[k] = static_cast<std::uint32_t>(a);
    if (k + 1 < row.bins.size()) row.bins[k + 1] = static_cast<std::uint32_t>(b);
  }
  for (WaveMeasures& w : row.waves) {
    for (Part* part : {&w.degree, &w.reciprocity, &w.transitivity, &w.stability, &w.own_group}) {
      from.take_signed(part->part, part->whole);
    }
  }
  for (SurveySums& sums : row.surveys) {
    std::int64_t none;
    from.take_signed(sums.asked, sums.answered);
    from.take_signed(sums.points, sums.squares);
    from.take_signed(sums.favourable, none);
  }
  return from.fits();
}

std::vector<std::byte> pack(StudentColumns& columns, std::size_t replicate, std::size_t first,
                            std::size_t count) {
  std::vector<std::byte> bytes;
  columns.each_part(replicate, first, count, [&](std::span<std::byte> part) {
    bytes.insert(bytes.end(), part.begin(), part.end());
  });
  return bytes;
}

bool unpack(std::span<const std::byte> bytes, StudentColumns& columns, std::size_t replicate,
            std::size_t first, std::size_t count) {
  bool fits = true;
  columns.each_part(replicate, first, count, [&](std::span<std::byte> part) {
    fits = fits && bytes.size() >= part.size();
    if (!fits) return;
    std::copy_n(bytes.begin(), part.size(), part.begin());
    bytes = bytes.subspan(part.size());
  });
  return fits && bytes.empty();
}

}  // namespace cli
