#include "analysis/network_measures.h"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/clustering_coefficient.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/incremental_components.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <limits>
#include <stdexcept>

namespace analysis {
namespace {

constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();

/// Remembers the targets of one row at a time, so that "does i name j" is one look-up.
/// Moving to the next row costs nothing: an entry counts only if it holds the row's own mark.
class NamedBy {
 public:
  explicit NamedBy(const sim::NetworkView& network) : network_(network), mark_(network.rows()) {}
  void row(std::size_t i) {
    ++now_;
    for (const sim::Row j : network_.of(i)) mark_[j] = now_;
  }
  bool has(sim::Row j) const { return mark_[j] == now_; }

 private:
  sim::NetworkView network_;
  std::vector<std::uint32_t> mark_;
  std::uint32_t now_ = 0;
};

/// A Boost.Graph property map that writes one entry per row.
template <class T>
auto map_to(std::vector<T>& column) {
  return boost::make_iterator_property_map(column.begin(), IndexMap());
}

/// Numbers whatever names the components 0, 1, 2 ... in the order in which rows show them.
Components numbered(const std::vector<std::size_t>& name) {
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> number(name.size(), none);
  Components components;
  components.of.reserve(name.size());
  for (const std::size_t component : name) {
    if (number[component] == none) {
      number[component] = static_cast<std::uint32_t>(components.count++);
    }
    components.of.push_back(number[component]);
  }
  return components;
}

void expect_one_per_row(const sim::NetworkView& network, std::span<const std::uint8_t> group) {
  if (group.size() != network.rows()) {
    throw std::invalid_argument("a group for each row is needed, no more and no fewer");
  }
}

}  // namespace

double Share::value() const {
  return whole == 0 ? not_defined : static_cast<double>(part) / static_cast<double>(whole);
}

Share& Share::operator+=(const Share& other) {
  part += other.part;
  whole += other.whole;
  return *this;
}

bool is_simple(const sim::NetworkView& network) {
  const auto& offsets = network.offsets;
  if (offsets.empty()) return network.targets.empty();
  if (offsets.front() != 0 || offsets.back() != network.ties()) return false;
  if (!std::is_sorted(offsets.begin(), offsets.end())) return false;
  if (!network.strength.empty() && network.strength.size() != network.ties()) return false;
  std::vector<std::size_t> named_by(network.rows(), network.rows());
  for (std::size_t i = 0; i < network.rows(); ++i) {
    for (const sim::Row j : network.of(i)) {
      if (j >= network.rows() || j == i || named_by[j] == i) return false;
      named_by[j] = i;
    }
  }
  return true;
}

Share density(const sim::NetworkView& network) {
  const std::uint64_t n = network.rows();
  return {network.ties(), n == 0 ? 0 : n * (n - 1)};
}

Share reciprocity(const sim::NetworkView& network) {
  Share share{0, network.ties()};
  const auto [first, last] = edges(network);
  for (auto tie = first; tie != last; ++tie) {
    share.part += edge(tie->target, tie->source, network).second;
  }
  return share;
}

Share transitivity(const sim::NetworkView& network) {
  Share share;
  NamedBy named(network);
  for (std::size_t i = 0; i < network.rows(); ++i) {
    named.row(i);
    for (const sim::Row k : network.of(i)) {
      for (const sim::Row j : network.of(k)) {
        if (j == i) continue;
        ++share.whole;
        share.part += named.has(j);
      }
    }
  }
  return share;
}

Share jaccard(const sim::NetworkView& before, const sim::NetworkView& after) {
  if (before.rows() != after.rows()) {
    throw std::invalid_argument("two waves can be compared only when they have the same rows");
  }
  std::uint64_t kept = 0;
  NamedBy named(before);
  for (std::size_t i = 0; i < after.rows(); ++i) {
    named.row(i);
    for (const sim::Row j : after.of(i)) kept += named.has(j);
  }
  return {kept, before.ties() + after.ties() - kept};
}

std::vector<std::uint32_t> out_degrees(const sim::NetworkView& network) {
  std::vector<std::uint32_t> degree(network.rows());
  for (std::size_t i = 0; i < degree.size(); ++i) {
    degree[i] = network.offsets[i + 1] - network.offsets[i];
  }
  return degree;
}

std::vector<std::uint32_t> in_degrees(const sim::NetworkView& network) {
  std::vector<std::uint32_t> degree(network.rows());
  for (const sim::Row j : network.targets) ++degree[j];
  return degree;
}

Share within_groups(const sim::NetworkView& network, std::span<const std::uint8_t> group) {
  expect_one_per_row(network, group);
  Share share{0, network.ties()};
  for (std::size_t i = 0; i < network.rows(); ++i) {
    for (const sim::Row j : network.of(i)) share.part += group[j] == group[i];
  }
  return share;
}

Share within_group(const sim::NetworkView& network, std::span<const std::uint8_t> group,
                   std::uint8_t g) {
  expect_one_per_row(network, group);
  Share share;
  for (std::size_t i = 0; i < network.rows(); ++i) {
    if (group[i] != g) continue;
    for (const sim::Row j : network.of(i)) {
      ++share.whole;
      share.part += group[j] == g;
    }
  }
  return share;
}

double ei_index(const Share& within) { return 1.0 - 2.0 * within.value(); }

double homophily(const Share& within, std::size_t members, std::size_t rows) {
  if (members == 0 || members >= rows) return not_defined;
  const double by_chance = static_cast<double>(members - 1) / static_cast<double>(rows - 1);
  return (within.value() - by_chance) / (1.0 - by_chance);
}

Components weak_components(const sim::NetworkView& network) {
  boost::disjoint_sets_with_storage<> sets(network.rows());
  boost::incremental_components(network, sets);
  std::vector<std::size_t> root(network.rows());
  for (std::size_t i = 0; i < root.size(); ++i) root[i] = sets.find_set(i);
  return numbered(root);
}

Components strong_components(const sim::NetworkView& network) {
  std::vector<std::size_t> name(network.rows());
  boost::strong_components(network, map_to(name));
  return numbered(name);
}

Share largest(const Components& components) {
  std::vector<std::uint64_t> size(components.count);
  for (const std::uint32_t component : components.of) ++size[component];
  const auto most = std::max_element(size.begin(), size.end());
  return {most == size.end() ? 0 : *most, components.of.size()};
}

std::vector<double> clustering(const UndirectedView& network) {
  std::vector<double> coefficient(num_vertices(network));
  if (!coefficient.empty()) boost::all_clustering_coefficients(network, map_to(coefficient));
  return coefficient;
}

std::vector<std::uint32_t> core_numbers(const UndirectedView& network) {
  std::vector<std::uint32_t> core(num_vertices(network));
  boost::core_numbers(network, map_to(core));
  return core;
}

std::vector<double> betweenness(const sim::NetworkView& network) {
  const std::size_t n = network.rows();
  std::vector<double> through(n);
  if (n < 3) return through;
  std::vector<std::vector<Tie>> incoming(n);
  // Boost.Graph would count shortest ways in an integer, which can overflow. A double cannot.
  std::vector<double> distance(n), dependency(n), ways(n);
  boost::brandes_betweenness_centrality(network, map_to(through), boost::dummy_property_map(),
                                        map_to(incoming), map_to(distance), map_to(dependency),
                                        map_to(ways), IndexMap());
  const double pairs = static_cast<double>(n - 1) * static_cast<double>(n - 2);
  for (double& share : through) share /= pairs;
  return through;
}

}  // namespace analysis
