#!/usr/bin/python3
"""The ninth-grade experiment, worked through in Python.

usage: analysis/python/ninth_grade.py [RESULTS [FOLDER]]
  RESULTS  results/ninth_grade.h5, which ./run leaves
  FOLDER   where pictures go: docs/pictures

The cells between `# %%` run one by one in an editor that knows them, or with jupytext as a notebook.
"""

# %% Open the results
import pathlib
import sys

import matplotlib

matplotlib.use("Agg")  # in a notebook, leave this line out
import belong_results as belong  # noqa: E402

project = pathlib.Path(__file__).resolve().parents[2]
arguments = sys.argv[1:3]
path = arguments[0] if arguments else project / "results/ninth_grade.h5"
folder = pathlib.Path(arguments[1]) if len(arguments) > 1 else project / "docs/pictures"
results = belong.open_results(path)


def keep(axes, name):
    """PNG with no time or version in it: the same results give the same bytes."""
    axes.figure.savefig(folder / name, dpi=110, metadata={"Software": None})


# %% [markdown]
# Effects, as the terminal prints them: the year's figure with each program less the year without,
# run by run, with the same students and the same chances.

# %% Effects
effects = belong.effects(results)
table = belong.in_words(effects).drop(columns="outcome in words")
print(table.loc["barr"].droplevel("group").to_string())

# %% [markdown]
# Curves. Everyone is new in the first weeks, and belonging falls; what adults change shows late.

# %% Belonging over the year
keep(belong.curves(results, "belonging"), "python_curves.png")

# %% [markdown]
# When does a change begin? The same runs as differences from the year as it is, with intervals.

# %% Referrals, week by week
keep(belong.curves(results, "referrals", change=True), "python_changes.png")

# %% [markdown]
# What moves what: no program moves everything, and some of what one might expect does not move.

# %% Four outcomes side by side
outcomes = ["belonging", "core_passed", "ever_suspended", "chronically_absent"]
keep(belong.forest(results, outcomes)[0], "python_effects.png")

# %% [markdown]
# By group, levels first: a gap can also close because one group loses. Small groups stay hidden.

# %% Referrals by race and ethnicity
axes = belong.by_group(results, "referrals", "empathic_discipline", "race_ethnicity")
keep(axes, "python_groups.png")

# %% [markdown]
# Anything else is a table or an array: here how far the gap in belonging between two groups moves,
# with its interval. Look at small_cells before you show a group.

# %% The change of a gap
cells = belong.small_cells(results)
apart = belong.paired_differences(results, "belonging")
black, white = "race_ethnicity:black", "race_ethnicity:white"
if not cells.hidden[[black, white]].any():
    gap = apart.sel(group=black) - apart.sel(group=white)
    print(gap.sel(scenario="empathic_discipline").to_series().describe().round(3))
