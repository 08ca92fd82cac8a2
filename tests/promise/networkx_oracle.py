#!/usr/bin/env python3
"""Figures by networkx for the networks in networkx_oracle_test.cpp.

Prints, for each network, its ties and what networkx finds in them, one line per key, each line a
key and its numbers. The table in the repository was made by

    /usr/bin/python3 tests/promise/networkx_oracle.py > tests/promise/networkx_figures.txt

with networkx 2.8.8. Exit code 77 means that networkx is not there.
"""

import sys

try:
    import networkx as nx
except ImportError:
    sys.exit(77)


def directed(graph, keep=lambda a, b: True):
    """Rows 0 .. n-1, without ties to oneself and second ties."""
    graph = nx.convert_node_labels_to_integers(graph)
    found = nx.DiGraph()
    found.add_nodes_from(range(graph.number_of_nodes()))
    found.add_edges_from((a, b) for a, b in graph.edges() if a != b and keep(a, b))
    return found


def networks():
    yield "empty", directed(nx.empty_graph(4))
    yield "two cliques and a bridge", directed(nx.barbell_graph(5, 2).to_directed())
    yield "karate club, one way", directed(nx.karate_club_graph())
    yield "karate club, partly answered", directed(
        nx.karate_club_graph().to_directed(), lambda a, b: a < b or (a + b) % 3 == 0
    )
    yield "sparse, with gaps", directed(nx.gnp_random_graph(40, 0.015, seed=7, directed=True))
    yield "dense", directed(nx.gnp_random_graph(25, 0.3, seed=11, directed=True))
    yield "hubs", directed(nx.DiGraph(nx.scale_free_graph(50, seed=3)))
    yield "small world", directed(
        nx.connected_watts_strogatz_graph(45, 6, 0.2, seed=5).to_directed(),
        lambda a, b: (3 * a + 5 * b) % 7 != 0,
    )


def labels(components, n):
    """Numbered in the order of the first row of each component."""
    label = [0] * n
    for number, rows in enumerate(sorted(components, key=min)):
        for row in rows:
            label[row] = number
    return label


def later(graph):
    """A second wave: every third tie gone, some new ones."""
    wave = nx.DiGraph(graph)
    wave.remove_edges_from(list(graph.edges())[::3])
    n = graph.number_of_nodes()
    wave.add_edges_from((a, (a + 3) % n) for a in range(0, n, 2))
    return wave


def two_paths(graph):
    """Closed two-paths and two-paths, i -> k -> j with i != j, from the adjacency matrix."""
    x = nx.to_numpy_array(graph, nodelist=range(graph.number_of_nodes()))
    paths = x @ x
    return [(paths * x).sum(), paths.sum() - paths.trace()]


def pairs(edges):
    return [end for edge in sorted(edges) for end in edge]


def figures(graph):
    n = graph.number_of_nodes()
    rows = range(n)
    both = graph.to_undirected()
    clustering, core = nx.clustering(both), nx.core_number(both)
    through = nx.betweenness_centrality(graph)
    group = [0 if a * a % 7 < 3 else 1 for a in rows]
    inside = [a for a in rows if group[a] == 0]
    outside = [a for a in rows if group[a] == 1]
    stay = graph.subgraph(inside).number_of_edges()
    sent = sum(d for _, d in graph.out_degree(inside))
    wave = later(graph)
    kept, either = nx.intersection(graph, wave), nx.compose(graph, wave)
    yield "rows", [n]
    yield "ties", pairs(graph.edges())
    yield "later", pairs(wave.edges())
    yield "group", group
    yield "density", [nx.density(graph)]
    if graph.number_of_edges() > 0:
        yield "reciprocity", [nx.reciprocity(graph)]
        yield "homophily", [
            (stay / sent - (len(inside) - 1) / (n - 1)) / (1 - (len(inside) - 1) / (n - 1))
        ]
        across = len(list(nx.edge_boundary(graph, inside, outside)))
        across += len(list(nx.edge_boundary(graph, outside, inside)))
        m = graph.number_of_edges()
        yield "ei_index", [(across - (m - across)) / m]
        yield "undirected_transitivity", [nx.transitivity(both)]
    yield "two_paths", two_paths(graph)
    yield "jaccard", [kept.number_of_edges(), either.number_of_edges()]
    yield "in_degree", [graph.in_degree(a) for a in rows]
    yield "out_degree", [graph.out_degree(a) for a in rows]
    yield "weak", labels(nx.weakly_connected_components(graph), n)
    yield "strong", labels(nx.strongly_connected_components(graph), n)
    yield "core", [core[a] for a in rows]
    yield "clustering", [clustering[a] for a in rows]
    yield "betweenness", [through[a] for a in rows]


for title, network in networks():
    print("network", title)
    for key, numbers in figures(network):
        print(key, *(f"{number:.12g}" for number in numbers))
    print()
