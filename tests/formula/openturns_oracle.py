#!/usr/bin/env python3
"""Sobol indices by OpenTURNS for sensitivity_test.cpp.

Prints, for each function, the outcomes at OpenTURNS's own points in the order of analysis::saltelli
and the indices that OpenTURNS's Jansen estimator finds in them, one line per key. It divides by the
variance of a part of the outcomes, which it does not give; `variance` is the one that fits. The
table in the repository was made by

    build/release/belong run configs/experiments/what_marks_rest_on.toml -o design.h5
    /usr/bin/python3 tests/formula/openturns_oracle.py design.h5 > tests/formula/openturns_figures.txt

with OpenTURNS 1.20: two functions, and marks at the points of a design of the model. Without a file
it prints the functions alone. Exit code 77 means that OpenTURNS is not there.
"""

import math
import sys

try:
    import openturns as ot
except ImportError:
    sys.exit(77)


def ishigami(x):
    return math.sin(x[0]) + 7 * math.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * math.sin(x[0])


def product(x):
    return (1 + x[0]) * (2 + x[1]) * (3 + 0.1 * x[2]) + x[3]


def show(name, function, factors, base):
    ranges = ot.ComposedDistribution([ot.Uniform(-math.pi, math.pi)] * factors)
    points = ot.SobolIndicesExperiment(ranges, base, False).generate()
    indices(name, points, [function(x) for x in points], factors, base)


def design(path):
    """Marks at a design's points: mean over paired runs of the last marking period, everyone."""
    import xarray

    data = xarray.open_dataset(path)
    at = [list(map(float, row)) for row in data["design_coordinate"].values]
    gpa = data["gpa"].isel(scenario=1, group=0).mean("replicate").astype(float)
    y = [float(v) for v in (gpa.isel(marking_period=-1) if "marking_period" in gpa.dims else gpa)]
    factors = len(at[0])
    base = len(at) // (factors + 2)
    # A file has the rows one after the other, OpenTURNS all of A, all of B, then each mixture.
    order = [j * (factors + 2) + k for k in [0, factors + 1, *range(1, factors + 1)] for j in range(base)]
    indices("Marks in the model", ot.Sample([at[i] for i in order]), [y[i] for i in order], factors, base)


def indices(name, points, y, factors, base):
    found = ot.JansenSensitivityAlgorithm(points, ot.Sample([[v] for v in y]), base)
    a, b = y[:base], y[base : 2 * base]
    ab = [y[(2 + i) * base : (3 + i) * base] for i in range(factors)]
    rows = [[a[j]] + [ab[i][j] for i in range(factors)] + [b[j]] for j in range(base)]
    total = list(found.getTotalOrderIndices())
    apart = sum((p - q) ** 2 for p, q in zip(a, ab[0])) / (2 * base)
    print("function", name)
    print("factors", factors)
    print("y", *(repr(v) for row in rows for v in row))
    print("first", *(repr(v) for v in found.getFirstOrderIndices()))
    print("total", *(repr(v) for v in total))
    print("variance", repr(apart / total[0]))


ot.RandomGenerator.SetSeed(7)
show("Ishigami", ishigami, 3, 64)
show("a product and a sum", product, 4, 32)
if len(sys.argv) > 1:
    design(sys.argv[1])
