#pragma once
// Walks an array that two files hold, at the labels that both have, in the order of the first file.

#include <cstddef>
#include <string>
#include <vector>

#include "sim/run/labelled_reader.h"

namespace analysis {

class PairedAxes {
 public:
  /// `dims`: of the array, the same in both files, slowest first. Of labels that stand twice the
  /// first counts.
  PairedAxes(const sim::LabelledReader& a, const sim::LabelledReader& b,
             const std::vector<std::string>& dims);

  void start();
  bool more() const { return more_; }
  void next();

  /// Where the two values stand in the arrays.
  std::size_t in_a() const { return in_a_; }
  std::size_t in_b() const { return in_b_; }
  const std::vector<std::string>& dims() const { return dims_; }
  const std::string& label(std::size_t d) const { return axes_[d].labels[axes_[d].at]; }
  /// The place of that label in the first file.
  std::size_t index(std::size_t d) const { return axes_[d].pairs[axes_[d].at].first; }

 private:
  struct Axis {
    std::vector<std::string> labels;                         ///< that both files have
    std::vector<std::pair<std::size_t, std::size_t>> pairs;  ///< their places in the two
    std::size_t step_a = 1, step_b = 1, at = 0;
  };
  static void match(const std::vector<std::string>& of_a, const std::vector<std::string>& of_b,
                    Axis& axis);
  void place();

  std::vector<std::string> dims_;
  std::vector<Axis> axes_;
  std::size_t in_a_ = 0, in_b_ = 0;
  bool more_ = false;
};

}  // namespace analysis
