"""Reads what `belong export` wrote with the tools others use: networkx and pandas.

usage: check_export.py network FOLDER STUDENTS | curves FILE
Prints what it found; exit code 77 when a library is missing.
"""

import sys

try:
    import networkx
    import pandas
except ImportError:
    sys.exit(77)


def check_network(folder, students):
    graph = networkx.read_graphml(folder + "/friends.graphml", node_type=int)
    nodes = pandas.read_csv(folder + "/nodes.csv")
    edges = pandas.read_csv(folder + "/edges.csv")
    assert graph.is_directed()
    assert sorted(graph) == list(range(students)) == list(nodes["id"])
    assert {(a, b) for a, b in graph.edges} == set(zip(edges["from"], edges["to"]))
    assert graph.number_of_edges() == len(edges) > students
    for _, row in nodes.iterrows():
        assert graph.nodes[row["id"]]["race_ethnicity"] == row["race_ethnicity"]
        assert graph.nodes[row["id"]]["grade"] == row["grade"]
    for _, row in edges.iterrows():
        assert abs(graph.edges[row["from"], row["to"]]["strength"] - row["strength"]) < 1e-9
    assert edges["strength"].between(55 / 255 - 1e-3, 1).all()
    assert max(degree for _, degree in graph.out_degree()) <= 10


def check_curves(path):
    curves = pandas.read_csv(path)
    assert list(curves) == ["scenario", "outcome", "unit", "group", "students", "time_unit",
                            "time", "mean", "low", "high"]
    belonging = curves[(curves.outcome == "belonging") & (curves.group == "all")]
    assert set(belonging.scenario) == {"baseline", "barr"}
    assert len(belonging) == 2 * belonging.time.max() > 0
    assert (belonging.low <= belonging.high).all()
    assert (curves.students >= 10).all()
    print(" ".join(sorted(set(curves.group))))


if sys.argv[1] == "network":
    check_network(sys.argv[2], int(sys.argv[3]))
else:
    check_curves(sys.argv[2])
