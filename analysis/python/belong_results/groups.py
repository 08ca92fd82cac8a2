"""Levels by group, with and without: a gap can also close because one group loses."""

import textwrap

import numpy as np

from .cells import shown_groups, small_cells, small_cells_note
from .effects import effects, short_effect, year_style
from .open_file import scenario_keys
from .style import INK, SOFT, TEXT, dress, new_axes, note_below, series_style

ASSUMED = "Synthetic schools; how the environment treats each group is assumed."


def by_group(data, outcome, scenario, dimension, axes=None, limit=None):
    """Draws the year's figure of everyone and of each group of a dimension; returns the axes.

    A ring is the baseline, a dot the scenario; beside them the paired difference and half its 95 %
    interval. Groups too small to show are left out, and named below. Raises Unfit when there is no
    such dimension.
    """
    (scenario,) = scenario_keys(data, scenario)
    groups = ["all", *shown_groups(data, limit, dimension)]
    table = effects(data, outcome, scenario, groups, limit).loc[scenario, outcome]
    style, cells = year_style(data, outcome), small_cells(data, limit)
    number = [str(s) for s in data["scenario"].values].index(scenario)
    before_look, look = series_style(0), series_style(number)
    axes = axes or new_axes(7, 1.5 + 0.42 * len(groups))
    for place, group in enumerate(groups):
        row = table.loc[group]
        before, after = style.scale * row.baseline, style.scale * row.value
        axes.plot([before, after], [place, place], color=look["color"], linewidth=2)
        axes.plot(before, place, "o", markersize=7, markerfacecolor="white",
                  markeredgecolor=before_look["color"], markeredgewidth=1.8)  # fmt: skip
        axes.plot(after, place, "o", markersize=7, color=look["color"])
        axes.annotate(short_effect(row, style), (1, place), (8, 0),
                      xycoords=("axes fraction", "data"), textcoords="offset points", va="center",
                      fontsize=TEXT, color=INK, annotation_clip=False)  # fmt: skip
    labels = ["\n".join(textwrap.wrap(cells.label[group], 26)) for group in groups]
    axes.set_yticks(range(len(groups)), labels)
    axes.set_ylim(len(groups) - 0.4, -0.9)
    unit = f" ({style.unit})" if style.unit else ""
    dress(axes, data[outcome].attrs["label"] + unit, "x")
    for label in axes.get_yticklabels():
        label.set_color(INK)
    axes.margins(x=0.08)
    _name_the_two(axes, table.loc["all"], style, data, scenario, look, before_look)
    note_below(axes, ASSUMED, _hidden_here(data, limit, dimension), data.attrs["notice"])
    return axes


def _name_the_two(axes, row, style, data, scenario, look, before_look):
    """Names the ring and the dot above the first row."""
    right = row.value >= row.baseline
    first = str(data["scenario_title"].values[0])
    second = str(data["scenario_title"].sel(scenario=scenario).item())
    for x, name, color, at_right in ((row.baseline, first, before_look["color"], not right),
                                     (row.value, second, look["color"], right)):  # fmt: skip
        axes.annotate(name, (style.scale * x, 0), (3 if at_right else -3, 15),
                      textcoords="offset points", ha="left" if at_right else "right",
                      va="center", fontsize=TEXT, color=color,
                      fontweight="semibold", annotation_clip=False)  # fmt: skip
    axes.annotate("difference", (1, 0), (8, 15), xycoords=("axes fraction", "data"),
                  textcoords="offset points", va="center", fontsize=TEXT, color=SOFT,
                  annotation_clip=False)  # fmt: skip


def _hidden_here(data, limit, dimension):
    """The note on hidden groups of one dimension."""
    own = data.isel(group=np.isin(data["group_dimension"].values, ["all", dimension]))
    return small_cells_note(own, limit)
