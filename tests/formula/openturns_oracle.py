#!/usr/bin/env python3
"""Sobol indices by OpenTURNS for sensitivity_test.cpp.

Prints, for each function, the outcomes at OpenTURNS's own points in the order of analysis::saltelli
and the indices that OpenTURNS's Jansen estimator finds in them, one line per key. It divides by the
variance of a part of the outcomes, which it does not give; `variance` is the one that fits. The
table in the repository was made by

    /usr/bin/python3 tests/formula/openturns_oracle.py > tests/formula/openturns_figures.txt

with OpenTURNS 1.20. Exit code 77 means that OpenTURNS is not there.
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
    y = [function(x) for x in points]
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
