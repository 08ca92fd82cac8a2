#include "analysis/paired_axes.h"

#include <algorithm>
#include <map>

namespace analysis {

void PairedAxes::match(const std::vector<std::string>& of_a, const std::vector<std::string>& of_b,
                       Axis& axis) {
  std::map<std::string, std::size_t> place;
  for (std::size_t k = 0; k < of_b.size(); ++k) place.emplace(of_b[k], k);
  for (std::size_t k = 0; k < of_a.size(); ++k) {
    const auto found = place.find(of_a[k]);
    if (found == place.end()) continue;
    axis.labels.push_back(of_a[k]);
    axis.pairs.emplace_back(k, found->second);
  }
}

PairedAxes::PairedAxes(const sim::LabelledReader& a, const sim::LabelledReader& b,
                       const std::vector<std::string>& dims)
    : dims_(dims), axes_(dims.size()) {
  std::size_t step_a = 1, step_b = 1;
  for (std::size_t d = dims.size(); d-- > 0;) {
    Axis& axis = axes_[d];
    const auto of_a = a.labels(dims[d]), of_b = b.labels(dims[d]);
    if (of_a == of_b) {
      axis.labels = of_a;
      for (std::size_t k = 0; k < of_a.size(); ++k) axis.pairs.emplace_back(k, k);
    } else {
      match(of_a, of_b, axis);
    }
    axis.step_a = step_a;
    axis.step_b = step_b;
    step_a *= of_a.size();
    step_b *= of_b.size();
  }
}

void PairedAxes::place() {
  in_a_ = in_b_ = 0;
  for (const Axis& axis : axes_) {
    in_a_ += axis.pairs[axis.at].first * axis.step_a;
    in_b_ += axis.pairs[axis.at].second * axis.step_b;
  }
}

void PairedAxes::start() {
  for (Axis& axis : axes_) axis.at = 0;
  more_ = std::none_of(axes_.begin(), axes_.end(), [](const Axis& x) { return x.pairs.empty(); });
  if (more_) place();
}

void PairedAxes::next() {
  more_ = false;
  for (std::size_t d = axes_.size(); d-- > 0 && !more_;) {
    more_ = ++axes_[d].at < axes_[d].pairs.size();
    if (!more_) axes_[d].at = 0;
  }
  if (more_) place();
}

}  // namespace analysis
