#pragma once
// The points that a calibration has run, with what they gave: a CSV that grows line by line, so
// that what is finished is not lost.

#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analysis/jackknife.h"

namespace cli {

/// One point: its parameters as they were used, and each claim's estimate.
struct RunPoint {
  std::size_t stage = 0;  ///< 0: the defaults; 1, 2, ...: waves; after the last: candidates
  std::vector<double> values;
  std::vector<analysis::Estimate> outputs;
};

/// Parameters as the log and the set write them: six significant digits.
std::string point_text(const std::vector<double>& values);

class PointLog {
 public:
  /// `parameters` and `claims` name the columns, `inputs` what the outputs depend on. An existing
  /// file is read when `resume`; else it is refused. Throws sim::ConfigError for that and for a
  /// file made from other inputs; sim::RunError when it can't be written.
  PointLog(std::string path, const std::vector<std::string>& parameters,
           const std::vector<std::string>& claims, const std::string& inputs, bool resume);

  /// What this point gave, or null.
  const std::vector<analysis::Estimate>* find(const std::vector<double>& values) const;

  /// Adds a line, at once on the disk's way. Throws sim::RunError.
  void add(const RunPoint& point);

  std::size_t size() const { return known_.size(); }
  const std::string& path() const { return path_; }

 private:
  void read(const std::string& head);

  std::string path_;
  std::size_t parameters_, claims_;
  std::map<std::string, std::vector<analysis::Estimate>> known_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_{nullptr, &std::fclose};
};

}  // namespace cli
