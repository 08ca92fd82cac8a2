#pragma once
// exp, log, logistic and the normal quantile, with the same bits on every compiler, optimisation
// level and machine: plain additions, multiplications and divisions in a fixed order. Each works
// on a float and on lanes. Error bounds are tested over the whole range.
//
//   exp        relative error <= 2e-7, argument clamped to [-87, 88]
//   exp_bound  an upper bound of exp within 7 %
//   log        absolute error <= 2e-7 near 1, relative <= 2e-7 elsewhere, for normal x > 0
//   logistic   absolute error <= 1e-7
//   normal_quantile   absolute error <= 1e-5 for p in [1e-7, 1 - 1e-7]
//
// Polynomials: Cephes (Moshier 1992, single precision); quantile: Acklam (2003).

#include "sim/kernel/lanes.h"

namespace sim {

template <class V>
inline V exp(V x) {
  x = clamp(x, -87.0f, 88.0f);
  const V magic = splat<V>(12582912.0f);  // 1.5 * 2^23: adding it rounds to a whole number
  const V rounded = x * 1.44269504088896341f + magic;
  const V n = rounded - magic;
  V r = x - n * 0.693359375f;
  r = r - n * -2.12194440e-4f;
  V p = splat<V>(1.9875691500e-4f);
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  const V y = p * (r * r) + r + 1.0f;
  // Times 2^n: n stands in the lowest bits of `rounded`, and is added to the exponent of y. No
  // result is so small or so large that this differs from the product.
  return from_bits(bits_of(y) + (bits_of(rounded) << 23));
}

/// Not below exp(x), at most 1.07 of it, and quick. A float's bits read as a whole number are the
/// logarithm but for its mantissa, taken as straight between powers of two: 1 + f >= 2^f. What is
/// added beyond the exponent of 1, between 0.0007 and 0.0015 of the result, covers rounding.
template <class V>
inline V exp_bound(V x) {
  x = clamp(x, -87.0f, 88.0f);
  return from_bits(truncate(x * 12102203.2f + (1065353216.0f + 12288.0f)));
}

template <class V>
inline V log(V x) {
  // x = m * 2^e with m in [sqrt(1/2), sqrt(2))
  const auto bits = bits_of(x);
  const auto shifted = bits - 0x3f3504f3;  // sqrt(1/2)
  const auto e = shifted >> 23;
  const V m = from_bits(bits - ((shifted >> 23) << 23));
  const V exponent = to_float(e);
  const V f = m - 1.0f;
  const V z = f * f;
  V p = splat<V>(7.0376836292e-2f);
  p = p * f + -1.1514610310e-1f;
  p = p * f + 1.1676998740e-1f;
  p = p * f + -1.2420140846e-1f;
  p = p * f + 1.4249322787e-1f;
  p = p * f + -1.6668057665e-1f;
  p = p * f + 2.0000714765e-1f;
  p = p * f + -2.4999993993e-1f;
  p = p * f + 3.3333331174e-1f;
  V y = f * z * p;
  y = y + exponent * -2.12194440e-4f;
  y = y - z * 0.5f;
  return (f + y) + exponent * 0.693359375f;
}

/// 1 / (1 + exp(-x)), in (0, 1).
template <class V>
inline V logistic(V x) {
  return 1.0f / (1.0f + exp(-x));
}

/// The x of which a standard normal is below with probability p, p in (0, 1). In double: the
/// polynomials' terms nearly cancel where the middle meets the tails.
inline float normal_quantile(float p) {
  const auto tail = [](float log_of_tail) {
    const double q = __builtin_sqrt(-2.0 * static_cast<double>(log_of_tail));
    const double num =
        ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q -
          2.549732539343734e+00) *
             q +
         4.374664141464968e+00) *
            q +
        2.938163982698783e+00;
    const double den =
        (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q +
         3.754408661907416e+00) *
            q +
        1.0;
    return static_cast<float>(num / den);
  };
  if (p < 0.02425f) return tail(log(p));
  if (p > 0.97575f) return -tail(log(1.0f - p));
  const double q = static_cast<double>(p) - 0.5;
  const double r = q * q;
  const double num =
      (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r +
         1.383577518672690e+02) *
            r -
        3.066479806614716e+01) *
           r +
       2.506628277459239e+00) *
      q;
  const double den =
      ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r +
        6.680131188771972e+01) *
           r -
       1.328068155288572e+01) *
          r +
      1.0;
  return static_cast<float>(num / den);
}

}  // namespace sim
