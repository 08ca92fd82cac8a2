#pragma once
// Numbers and parameters for properties: anything that is legal.

#include <rapidcheck.h>

namespace any_value {

/// A number in [lo, hi], its ends among them more often than chance would have it.
inline float real(float lo, float hi) {
  constexpr int steps = 1 << 20;
  const int k = *rc::gen::weightedOneOf<int>(
      {{8, rc::gen::inRange(0, steps + 1)}, {1, rc::gen::just(0)}, {1, rc::gen::just(steps)}});
  if (k == 0) return lo;
  if (k == steps) return hi;
  return lo + (hi - lo) * (static_cast<float>(k) / steps);
}

/// Two numbers in [lo, hi], the lesser first.
struct Pair {
  float less, more;
};
inline Pair pair(float lo, float hi) {
  const float a = real(lo, hi), b = real(lo, hi);
  return a < b ? Pair{a, b} : Pair{b, a};
}

/// Parameters, each anywhere in its legal range.
template <class P>
P parameters() {
  P p;
  for (const auto& field : P::fields()) p.*(field.member) = real(field.legal.lo, field.legal.hi);
  return p;
}

}  // namespace any_value
