#pragma once
// Our rows as Boost.Graph sees them. Include this, and Boost.Graph's algorithms run on a
// sim::NetworkView as it is: the vertices are row numbers, the neighbours of a row are a pointer
// into `targets`, and nothing is copied.
//
//   sim::NetworkView   directed: VertexListGraph, IncidenceGraph, AdjacencyGraph, EdgeListGraph,
//                      AdjacencyMatrix (a look-up walks one row)
//   UndirectedView     the same five, undirected. Algorithms that need an undirected graph
//                      (clustering, core numbers) need each tie in both rows, so symmetrised()
//                      builds a second Network for them. That is the one copy there is.
//
// Property maps: vertex_index (the row itself) and edge_weight (strength / 255, in [0, 1]; 1 in an
// unweighted layer). The weight says how strong a tie is. It is not a length: to find shortest
// ways by strength, hand the algorithm a map of lengths.
//
// A layer must be simple: no row names itself, none names another twice. The functions on
// NetworkView stand in namespace sim, because Boost.Graph finds them by their argument.

#include <algorithm>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/filter_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "sim/kernel/network.h"

namespace analysis {

/// A tie: who names whom, and its place in `targets` and `strength`.
struct Tie {
  sim::Row source = 0, target = 0;
  std::uint32_t index = 0;
  friend bool operator==(const Tie& a, const Tie& b) { return a.index == b.index; }
};

/// An undirected tie, seen from `source`. Equal to itself seen from the other end.
struct Bond {
  sim::Row source = 0, target = 0;
  std::uint32_t index = 0;
  friend bool operator==(const Bond& a, const Bond& b) {
    return (a.source == b.source && a.target == b.target) ||
           (a.source == b.target && a.target == b.source);
  }
};

/// A layer in which every tie stands in both rows, as symmetrised() makes it.
struct UndirectedView {
  sim::NetworkView rows;
};

/// Walks ties in the order of memory, over the ends of rows and past empty rows.
template <class Edge>
class TieIterator
    : public boost::iterator_facade<TieIterator<Edge>, Edge, boost::forward_traversal_tag, Edge> {
 public:
  TieIterator() = default;
  /// At tie `index`, which must be in `row` (or one past its end).
  TieIterator(const sim::NetworkView& network, std::size_t row, std::uint32_t index)
      : offsets_(network.offsets.data()),
        targets_(network.targets.data()),
        ties_(static_cast<std::uint32_t>(network.ties())),
        row_(row),
        index_(index) {}

 private:
  friend class boost::iterator_core_access;
  Edge dereference() const { return {static_cast<sim::Row>(row_), targets_[index_], index_}; }
  bool equal(const TieIterator& other) const { return index_ == other.index_; }
  void increment() {
    ++index_;
    while (index_ < ties_ && offsets_[row_ + 1] == index_) ++row_;
  }

  const std::uint32_t* offsets_ = nullptr;
  const sim::Row* targets_ = nullptr;
  std::uint32_t ties_ = 0;
  std::size_t row_ = 0;
  std::uint32_t index_ = 0;
};

/// Picks one of the two ways in which an undirected tie is stored.
struct FirstWay {
  bool operator()(const Bond& bond) const { return bond.source < bond.target; }
};

/// Readable property map from a tie to strength / 255; 1 where the layer has no strengths.
template <class Edge>
struct WeightMap : boost::put_get_helper<double, WeightMap<Edge>> {
  using key_type = Edge;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;
  std::span<const std::uint8_t> strength;
  double operator[](const Edge& tie) const {
    return strength.empty() ? 1.0 : strength[tie.index] / 255.0;
  }
};

using IndexMap = boost::typed_identity_property_map<sim::Row>;

template <class Edge>
std::pair<TieIterator<Edge>, TieIterator<Edge>> ties_of(sim::Row i, const sim::NetworkView& rows) {
  return {{rows, i, rows.offsets[i]}, {rows, i, rows.offsets[i + 1U]}};
}

template <class Edge>
std::pair<TieIterator<Edge>, TieIterator<Edge>> all_ties(const sim::NetworkView& rows) {
  std::size_t row = 0;
  while (row < rows.rows() && rows.offsets[row + 1] == 0) ++row;
  return {{rows, row, 0}, {rows, rows.rows(), static_cast<std::uint32_t>(rows.ties())}};
}

/// The tie from `i` to `j`, and whether there is one. Walks row `i`.
template <class Edge>
std::pair<Edge, bool> find_tie(sim::Row i, sim::Row j, const sim::NetworkView& rows) {
  const auto row = rows.of(i);
  const auto at = static_cast<std::uint32_t>(std::find(row.begin(), row.end(), j) - row.begin());
  return {Edge{i, j, rows.offsets[i] + at}, at < row.size()};
}

struct TraversalCategory : boost::incidence_graph_tag,
                           boost::adjacency_graph_tag,
                           boost::vertex_list_graph_tag,
                           boost::edge_list_graph_tag,
                           boost::adjacency_matrix_tag {};

/// What the two graphs have in common for boost::graph_traits.
template <class Edge>
struct Traits {
  using vertex_descriptor = sim::Row;
  using edge_descriptor = Edge;
  using edge_parallel_category = boost::disallow_parallel_edge_tag;
  using traversal_category = TraversalCategory;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = boost::counting_iterator<sim::Row>;
  using adjacency_iterator = const sim::Row*;
  using out_edge_iterator = TieIterator<Edge>;
  using in_edge_iterator = void;
  /// No row has this number: a layer has at most 65,535 of them.
  static sim::Row null_vertex() { return std::numeric_limits<sim::Row>::max(); }
};

}  // namespace analysis

namespace boost {

template <>
struct graph_traits<sim::NetworkView> : analysis::Traits<analysis::Tie> {
  using directed_category = directed_tag;
  using edge_iterator = out_edge_iterator;
};
template <>
struct graph_traits<analysis::UndirectedView> : analysis::Traits<analysis::Bond> {
  using directed_category = undirected_tag;
  using edge_iterator = filter_iterator<analysis::FirstWay, out_edge_iterator>;
};
// Some algorithms take a graph by plain reference, and so ask about the const type.
template <>
struct graph_traits<const sim::NetworkView> : graph_traits<sim::NetworkView> {};
template <>
struct graph_traits<const analysis::UndirectedView> : graph_traits<analysis::UndirectedView> {};

template <>
struct property_map<sim::NetworkView, vertex_index_t> {
  using type = analysis::IndexMap;
  using const_type = type;
};
template <>
struct property_map<analysis::UndirectedView, vertex_index_t> {
  using type = analysis::IndexMap;
  using const_type = type;
};
template <>
struct property_map<sim::NetworkView, edge_weight_t> {
  using type = analysis::WeightMap<analysis::Tie>;
  using const_type = type;
};
template <>
struct property_map<analysis::UndirectedView, edge_weight_t> {
  using type = analysis::WeightMap<analysis::Bond>;
  using const_type = type;
};

}  // namespace boost

namespace sim {

using GraphTraits = boost::graph_traits<NetworkView>;

inline std::size_t num_vertices(const NetworkView& g) { return g.rows(); }
inline std::size_t num_edges(const NetworkView& g) { return g.ties(); }
inline auto vertices(const NetworkView& g) {
  using Vertex = GraphTraits::vertex_iterator;
  return std::pair{Vertex(Row{0}), Vertex(static_cast<Row>(g.rows()))};
}
inline auto adjacent_vertices(Row i, const NetworkView& g) {
  const Row* targets = g.targets.data();
  return std::pair{targets + g.offsets[i], targets + g.offsets[i + 1U]};
}
inline auto out_edges(Row i, const NetworkView& g) {
  return analysis::ties_of<analysis::Tie>(i, g);
}
inline std::size_t out_degree(Row i, const NetworkView& g) { return g.of(i).size(); }
inline auto edges(const NetworkView& g) { return analysis::all_ties<analysis::Tie>(g); }
inline Row source(const analysis::Tie& tie, const NetworkView&) { return tie.source; }
inline Row target(const analysis::Tie& tie, const NetworkView&) { return tie.target; }
inline auto edge(Row i, Row j, const NetworkView& g) {
  return analysis::find_tie<analysis::Tie>(i, j, g);
}

inline analysis::IndexMap get(boost::vertex_index_t, const NetworkView&) { return {}; }
inline Row get(boost::vertex_index_t, const NetworkView&, Row i) { return i; }
inline analysis::WeightMap<analysis::Tie> get(boost::edge_weight_t, const NetworkView& g) {
  return {{}, g.strength};
}
inline double get(boost::edge_weight_t weight, const NetworkView& g, const analysis::Tie& tie) {
  return get(weight, g)[tie];
}

}  // namespace sim

namespace analysis {

inline std::size_t num_vertices(const UndirectedView& g) { return g.rows.rows(); }
inline std::size_t num_edges(const UndirectedView& g) { return g.rows.ties() / 2; }
inline auto vertices(const UndirectedView& g) { return vertices(g.rows); }
inline auto adjacent_vertices(sim::Row i, const UndirectedView& g) {
  return adjacent_vertices(i, g.rows);
}
inline auto out_edges(sim::Row i, const UndirectedView& g) { return ties_of<Bond>(i, g.rows); }
inline std::size_t out_degree(sim::Row i, const UndirectedView& g) { return g.rows.of(i).size(); }
inline auto edges(const UndirectedView& g) {
  using Edge = boost::graph_traits<UndirectedView>::edge_iterator;
  const auto [first, last] = all_ties<Bond>(g.rows);
  return std::pair{Edge(first, last), Edge(last, last)};
}
inline sim::Row source(const Bond& bond, const UndirectedView&) { return bond.source; }
inline sim::Row target(const Bond& bond, const UndirectedView&) { return bond.target; }
inline auto edge(sim::Row i, sim::Row j, const UndirectedView& g) {
  return find_tie<Bond>(i, j, g.rows);
}

inline IndexMap get(boost::vertex_index_t, const UndirectedView&) { return {}; }
inline sim::Row get(boost::vertex_index_t, const UndirectedView&, sim::Row i) { return i; }
inline WeightMap<Bond> get(boost::edge_weight_t, const UndirectedView& g) {
  return {{}, g.rows.strength};
}
inline double get(boost::edge_weight_t weight, const UndirectedView& g, const Bond& bond) {
  return get(weight, g)[bond];
}

/// A copy of `network` in which i and j are tied when either names the other: each tie in both
/// rows, as strong as the stronger of the two ways, rows sorted. Ties of a row to itself and
/// second ties are dropped. No strengths when `network` has none.
inline sim::Network symmetrised(const sim::NetworkView& network) {
  struct End {
    sim::Row row;
    std::uint8_t strength;
  };
  std::vector<std::vector<End>> ends(network.rows());
  const auto [first, last] = edges(network);
  for (auto tie = first; tie != last; ++tie) {
    const auto [i, j, index] = *tie;
    if (i == j) continue;
    const std::uint8_t strength = network.strength.empty() ? 0 : network.strength[index];
    ends[i].push_back({j, strength});
    ends[j].push_back({i, strength});
  }
  sim::Network both;
  for (auto& row : ends) {
    std::sort(row.begin(), row.end(), [](const End& a, const End& b) {
      return a.row != b.row ? a.row < b.row : a.strength > b.strength;
    });
    const auto same = [](const End& a, const End& b) { return a.row == b.row; };
    row.erase(std::unique(row.begin(), row.end(), same), row.end());
    for (const End& end : row) both.add(end.row, end.strength);
    both.end_row();
  }
  if (network.strength.empty()) both.strength.clear();
  return both;
}

}  // namespace analysis
