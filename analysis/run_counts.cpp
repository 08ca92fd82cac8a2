#include "analysis/run_counts.h"

#include "analysis/average.h"
#include "analysis/gaps.h"

namespace analysis {

RunCounts run_counts(const PairedRuns& pairs) {
  Average change;
  for (const double d : pairs.difference) change.add(d);
  std::vector<double> changes = pairs.difference;  // put in order to find percentiles
  RunCounts counts{changes.size(), pairs.higher, pairs.lower, change.value()};
  counts.low = percentile(changes, 0.1);
  counts.high = percentile(changes, 0.9);
  return counts;
}

}  // namespace analysis
