#include "analysis/boost_graph.h"

#include <boost/concept/assert.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <catch2/catch.hpp>
#include <initializer_list>
#include <utility>
#include <vector>

namespace {

using analysis::Bond;
using analysis::Tie;
using analysis::UndirectedView;
using sim::NetworkView;
using sim::Row;
using Pairs = std::vector<std::pair<Row, Row>>;

template <class G>
struct IsAGraph {
  using Vertex = typename boost::graph_traits<G>::vertex_descriptor;
  using Edge = typename boost::graph_traits<G>::edge_descriptor;
  BOOST_CONCEPT_ASSERT((boost::concepts::VertexListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::concepts::IncidenceGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::concepts::AdjacencyGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::concepts::EdgeListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::concepts::VertexAndEdgeListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::concepts::AdjacencyMatrixConcept<G>));
  BOOST_CONCEPT_ASSERT(
      (boost::concepts::ReadablePropertyGraphConcept<G, Vertex, boost::vertex_index_t>));
  BOOST_CONCEPT_ASSERT(
      (boost::concepts::ReadablePropertyGraphConcept<G, Edge, boost::edge_weight_t>));
};
template struct IsAGraph<NetworkView>;
template struct IsAGraph<UndirectedView>;

sim::Network drawn(std::initializer_list<std::initializer_list<Row>> rows) {
  sim::Network network;
  for (const auto& row : rows) {
    for (const Row target : row) network.add(target, 255);
    network.end_row();
  }
  return network;
}

template <class Graph, class Range>
Pairs ends(const Graph& g, Range range) {
  Pairs pairs;
  for (auto [at, end] = range; at != end; ++at) {
    pairs.emplace_back(source(*at, g), target(*at, g));
  }
  return pairs;
}

}  // namespace

// Rows 0 and 3 are empty, in front of ties, between them and behind them:
//
//   0     1 --> 2 --> 4     3     5
//         ^           |
//         +-----------+
static sim::Network with_gaps() { return drawn({{}, {2}, {4}, {}, {1}, {}}); }

TEST_CASE("boost graph: rows are vertices and ties are edges, past empty rows", "[formula]") {
  const auto network = with_gaps();
  const NetworkView g = network.view();
  CHECK(num_vertices(g) == 6);
  CHECK(num_edges(g) == 3);
  const auto [first, last] = vertices(g);
  CHECK(std::vector<Row>(first, last) == std::vector<Row>{0, 1, 2, 3, 4, 5});
  CHECK(ends(g, edges(g)) == Pairs{{1, 2}, {2, 4}, {4, 1}});
  CHECK(ends(g, out_edges(Row{2}, g)) == Pairs{{2, 4}});
  CHECK(ends(g, out_edges(Row{3}, g)).empty());
  CHECK(ends(g, out_edges(Row{5}, g)).empty());
  CHECK(out_degree(Row{4}, g) == 1);
  CHECK(out_degree(Row{0}, g) == 0);
}

TEST_CASE("boost graph: a row with many ties keeps its source to the last of them", "[formula]") {
  const auto network = drawn({{3, 1, 2}, {}, {0, 3}, {2}});
  const NetworkView g = network.view();
  CHECK(ends(g, out_edges(Row{0}, g)) == Pairs{{0, 3}, {0, 1}, {0, 2}});
  CHECK(ends(g, edges(g)) == Pairs{{0, 3}, {0, 1}, {0, 2}, {2, 0}, {2, 3}, {3, 2}});
}

TEST_CASE("boost graph: no rows, or rows without ties, are graphs too", "[formula]") {
  const NetworkView nothing;
  CHECK(num_vertices(nothing) == 0);
  CHECK(ends(nothing, edges(nothing)).empty());
  CHECK(vertices(nothing).first == vertices(nothing).second);
  CHECK(num_vertices(sim::Network{}.view()) == 0);

  const auto lonely = drawn({{}, {}, {}});
  CHECK(num_vertices(lonely.view()) == 3);
  CHECK(ends(lonely.view(), edges(lonely.view())).empty());

  const auto both = analysis::symmetrised(nothing);
  CHECK(num_vertices(UndirectedView{both.view()}) == 0);
  CHECK(ends(UndirectedView{both.view()}, edges(UndirectedView{both.view()})).empty());
}

TEST_CASE("boost graph: the pointers are the view's own", "[formula]") {
  auto network = with_gaps();
  const NetworkView g = network.view();
  for (Row i = 0; i < 6; ++i) {
    const auto [first, last] = adjacent_vertices(i, g);
    CHECK(first == network.targets.data() + network.offsets[i]);
    CHECK(last == network.targets.data() + network.offsets[i + 1U]);
  }
  CHECK(get(boost::edge_weight, g).strength.data() == network.strength.data());
  const UndirectedView undirected{g};
  CHECK(adjacent_vertices(Row{2}, undirected).first == adjacent_vertices(Row{2}, g).first);

  // What is written to the network afterwards is seen through the graph.
  network.targets[1] = 3;
  CHECK(ends(g, edges(g)) == Pairs{{1, 2}, {2, 3}, {4, 1}});
}

TEST_CASE("boost graph: a tie is found from its own end only", "[formula]") {
  const auto network = with_gaps();
  const NetworkView g = network.view();
  CHECK(edge(Row{4}, Row{1}, g).second);
  CHECK(edge(Row{4}, Row{1}, g).first == Tie{4, 1, 2});
  CHECK_FALSE(edge(Row{1}, Row{4}, g).second);
  CHECK_FALSE(edge(Row{5}, Row{0}, g).second);
}

TEST_CASE("boost graph: the weight of a tie is its strength as a share of the strongest",
          "[formula]") {
  sim::Network network;
  network.add(1, 255);
  network.end_row();
  network.add(0, 51);
  network.end_row();
  const NetworkView g = network.view();
  const auto weight = get(boost::edge_weight, g);
  CHECK(get(weight, edge(Row{0}, Row{1}, g).first) == 1.0);
  CHECK(get(weight, edge(Row{1}, Row{0}, g).first) == 0.2);

  network.strength.clear();
  CHECK(get(boost::edge_weight, network.view(), Tie{1, 0, 1}) == 1.0);
  CHECK(get(boost::vertex_index, g, Row{1}) == 1);
}

TEST_CASE("boost graph: symmetrised ties stand in both rows, once, at the stronger strength",
          "[formula]") {
  //   0 <==> 1 --> 2     3     (0 names 1 at 10, 1 names 0 at 200, 1 names 2 at 30)
  sim::Network network;
  network.add(1, 10);
  network.end_row();
  network.add(2, 30);
  network.add(0, 200);
  network.end_row();
  network.end_row();
  network.end_row();
  const auto both = analysis::symmetrised(network.view());
  CHECK(both.offsets == std::vector<std::uint32_t>{0, 1, 3, 4, 4});
  CHECK(both.targets == std::vector<Row>{1, 0, 2, 1});
  CHECK(both.strength == std::vector<std::uint8_t>{200, 200, 30, 30});

  const UndirectedView g{both.view()};
  CHECK(num_edges(g) == 2);
  CHECK(ends(g, edges(g)) == Pairs{{0, 1}, {1, 2}});
  CHECK(ends(g, out_edges(Row{1}, g)) == Pairs{{1, 0}, {1, 2}});
  CHECK(edge(Row{2}, Row{1}, g).first == edge(Row{1}, Row{2}, g).first);
  CHECK_FALSE(edge(Row{0}, Row{1}, g).first == edge(Row{1}, Row{2}, g).first);

  network.strength.clear();
  CHECK(analysis::symmetrised(network.view()).strength.empty());
  CHECK(analysis::symmetrised(network.view()).targets == both.targets);
}

TEST_CASE("boost graph: symmetrised drops ties to oneself and second ties", "[formula]") {
  const auto network = drawn({{0, 1, 1}, {1}});
  const auto both = analysis::symmetrised(network.view());
  CHECK(both.targets == std::vector<Row>{1, 0});
}

TEST_CASE("boost graph: the library's own algorithms run on the rows", "[formula]") {
  const auto network = with_gaps();
  const NetworkView g = network.view();
  const auto index = get(boost::vertex_index, g);
  std::vector<int> label(6);
  CHECK(strong_components(g, boost::make_iterator_property_map(label.begin(), index)) == 4);
  CHECK(label[1] == label[4]);
  CHECK(label[1] != label[0]);

  const auto both = analysis::symmetrised(g);
  const UndirectedView undirected{both.view()};
  CHECK(connected_components(undirected, boost::make_iterator_property_map(label.begin(), index)) ==
        4);

  // 1 -> 2 -> 4 is two steps of length one; nothing leads from 1 to 3.
  std::vector<double> length(6);
  dijkstra_shortest_paths(
      g, Row{1}, boost::distance_map(boost::make_iterator_property_map(length.begin(), index)));
  CHECK(length[4] == 2.0);
  CHECK(length[3] == std::numeric_limits<double>::max());
}
