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

constexpr std::size_t kMask = 64;  // bins that share a mask: a histogram's
constexpr std::size_t kMore = 9;   // as a length: eight bytes, and two numbers more follow

/// Two numbers: a byte with the two lengths, then their bytes.
class Packer {
 public:
  explicit Packer(std::size_t expected) { bytes_.reserve(expected); }
  void add(std::uint64_t a, std::uint64_t b, bool more = false) {
    if (at_ + 17 > some_.size()) flush();
    const std::size_t first = more ? 8 : length(a), second = length(b);
    std::byte* to = some_.data() + at_;
    to[0] = static_cast<std::byte>((more ? kMore : first) | second << 4);
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
  /// True if more follows.
  bool take(std::uint64_t& a, std::uint64_t& b) {
    a = b = 0;
    const std::size_t lengths = rest_.empty() ? 0xff : static_cast<std::size_t>(rest_[0]);
    const bool more = (lengths & 15) == kMore;
    const std::size_t first = more ? 8 : lengths & 15, second = lengths >> 4;
    if (first > 8 || second > 8 || rest_.size() < 1 + first + second) {
      fits_ = false;
      return false;
    }
    std::memcpy(&a, rest_.data() + 1, first);
    std::memcpy(&b, rest_.data() + 1 + first, second);
    rest_ = rest_.subspan(1 + first + second);
    return more;
  }
  void take_signed(std::int64_t& a, std::int64_t& b) {
    std::uint64_t x, y;
    take(x, y);
    a = unfolded(x);
    b = unfolded(y);
  }
  void refuse() { fits_ = false; }
  bool fits() const { return fits_ && rest_.empty(); }

 private:
  std::span<const std::byte> rest_;
  bool fits_ = true;
};

void add_wides(Wide one, Wide two, Packer& packer) {
  const auto high = [](Wide wide) { return static_cast<std::uint64_t>(wide >> 64); };
  const bool more = (high(one) | high(two)) != 0;
  packer.add(static_cast<std::uint64_t>(one), static_cast<std::uint64_t>(two), more);
  if (more) packer.add(high(one), high(two));
}

void take_wides(Wide& one, Wide& two, Unpacker& from) {
  std::uint64_t low_one, low_two, high_one = 0, high_two = 0;
  if (from.take(low_one, low_two)) from.take(high_one, high_two);
  one = static_cast<Wide>(high_one) << 64 | low_one;
  two = static_cast<Wide>(high_two) << 64 | low_two;
}

/// Which of at most 64 bins hold anything, then these: most are empty.
void add_bins(std::span<const std::uint32_t> bins, Packer& packer) {
  std::uint64_t mask = 0;
  for (std::size_t k = 0; k < bins.size(); ++k) mask |= std::uint64_t{bins[k] != 0} << k;
  const auto next = [&]() -> std::uint32_t {
    if (mask == 0) return 0;
    const int bin = std::countr_zero(mask);
    mask &= mask - 1;
    return bins[static_cast<std::size_t>(bin)];
  };
  const std::uint64_t all = mask;
  packer.add(all, next());
  while (mask != 0) {
    const std::uint32_t one = next();
    packer.add(one, next());
  }
}

void take_bins(std::span<std::uint32_t> bins, Unpacker& from) {
  std::fill(bins.begin(), bins.end(), 0u);
  std::uint64_t mask, value, second = 0;
  from.take(mask, value);
  for (bool even = false; mask != 0; mask &= mask - 1, even = !even) {
    const auto bin = static_cast<std::size_t>(std::countr_zero(mask));
    if (bin >= bins.size()) return from.refuse();
    bins[bin] = static_cast<std::uint32_t>(value);
    if (even) {
      value = second;
    } else if ((mask & (mask - 1)) != 0) {
      from.take(value, second);
    }
  }
}

}  // namespace

std::vector<std::byte> pack(const TallyRow& row) {
  Packer packer(row.size_bytes() / 3);
  for (const Total& total : row.totals) {
    packer.add(folded(total.n), folded(total.sum));
    add_wides(total.squares, total.twin_squares, packer);
  }
  for (std::size_t k = 0; k < row.bins.size(); k += kMask) {
    add_bins(row.bins.subspan(k, std::min(kMask, row.bins.size() - k)), packer);
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
    take_wides(total.squares, total.twin_squares, from);
  }
  for (std::size_t k = 0; k < row.bins.size(); k += kMask) {
    take_bins(row.bins.subspan(k, std::min(kMask, row.bins.size() - k)), from);
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
