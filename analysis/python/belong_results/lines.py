"""Curves over the year."""

import numpy as np

from .cells import shown_groups, small_cells
from .differences import tick_differences
from .effects import interval, interval_note, year_style
from .open_file import Unfit, outcome_array, scenario_keys, time_of
from .style import (
    INK,
    SOFT,
    TEXT,
    dress,
    names_at_ends,
    new_axes,
    note_below,
    series_style,
    zero_line,
)

TIMES = {"week": "school week", "day": "school day", "marking_period": "marking period",
         "year": "year"}  # fmt: skip


def curves(data, outcome, scenarios=None, group="all", change=False, axes=None, limit=None):
    """Draws an outcome over time, one line for each scenario; returns the matplotlib axes.

    change=False   levels, the baseline too: mean of runs, and the middle 80 % of runs as a band
    change=True    paired differences from the baseline, and their 95 % interval as a band

    Raises Unfit for a group too small to show, and for an outcome of the whole year.
    """
    time = time_of(data, outcome)
    if time is None:
        raise Unfit(f"'{outcome}' is one figure of the year and has no curve: see forest")
    if group not in shown_groups(data, limit):
        raise Unfit(f"the group '{group}' has too few students to show, or is not in this file")
    axes = axes or new_axes(7, 3.6)
    values = tick_differences(data, outcome) if change else outcome_array(data, outcome)
    style = year_style(data, outcome)
    x, known = data[time].values, [str(s) for s in data["scenario"].values]
    keys = scenario_keys(data, scenarios)
    names = []
    for key in keys if change else dict.fromkeys([known[0], *keys]):
        runs = style.scale * values.sel(scenario=key, group=group).transpose("replicate", time)
        low, mean, high = _band(runs.values, change, data)
        look = series_style(known.index(key))
        axes.fill_between(x, low, high, color=look["color"], alpha=0.18, linewidth=0)
        axes.plot(x, mean, **look)
        title = str(data["scenario_title"].sel(scenario=key).item())
        names.append((mean[np.isfinite(mean)][-1], title, look["color"]))
    unit = style.change_unit if change else style.unit
    label = data[outcome].attrs["label"] + (": change from " + _title(data, 0) if change else "")
    dress(axes, label + (f" ({unit})" if unit else ""), "y")
    if change:
        zero_line(axes, "x")
    axes.set_xlabel(TIMES[time], fontsize=TEXT, color=SOFT, loc="left")
    axes.set_xlim(x[0], x[-1])
    names_at_ends(axes, x[-1], names)
    who = "" if group == "all" else f"{small_cells(data, limit).label[group]}. "
    band = interval_note(data) if change else "Bands: the middle 80% of runs."
    note_below(axes, who + band, data.attrs["notice"])
    axes.title.set_color(INK)
    return axes


def _band(runs, change, data):
    """low, mean, high at each label of time; runs over replicate and time."""
    if not change:
        low, high = np.nanpercentile(runs, [10, 90], axis=0)
        return low, np.nanmean(runs, axis=0), high
    one_more = int(data.attrs.get("parameter_vectors", 0)) > 1
    pairs = [interval(column[np.isfinite(column)], one_more) for column in runs.T]
    low, high = np.array(pairs).T
    return low, np.nanmean(runs, axis=0), high


def _title(data, number):
    return f"“{data['scenario_title'].values[number]}”"
