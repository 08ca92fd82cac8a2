#pragma once
// A mean of the values that are there.

#include <cmath>

namespace analysis {

class Average {
 public:
  /// NaN is no value.
  void add(double x) {
    if (std::isnan(x)) return;
    sum_ += x;
    ++count_;
  }
  /// NaN without values.
  double value() const { return count_ > 0 ? sum_ / count_ : std::nan(""); }
  double count() const { return count_; }

 private:
  double sum_ = 0, count_ = 0;
};

}  // namespace analysis
