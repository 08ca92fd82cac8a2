"""Effects side by side: what each scenario changes, with intervals."""

import textwrap

import numpy as np

from .cells import shown_groups
from .effects import effects, interval_note, year_style
from .open_file import Unfit, scenario_keys
from .style import INK, MARKERS, SOFT, TEXT, dress, new_axes, note_below, series_style, zero_line


def forest(data, outcomes=None, scenarios=None, group="all", limit=None):
    """Draws each outcome in axes of its own, a row for each scenario; returns the list of axes.

    A point is the mean paired difference of the year's figure, the line its 95 % interval; beside
    it the difference and in how many paired runs the scenario ends higher. Scenarios stand in the
    file's order: they are not ranked. Raises Unfit for a group too small to show.
    """
    if group not in shown_groups(data, limit):
        raise Unfit(f"the group '{group}' has too few students to show, or is not in this file")
    table = effects(data, outcomes, scenarios, [group], limit).droplevel("group")
    outcomes = list(dict.fromkeys(table.index.get_level_values("outcome")))
    keys = scenario_keys(data, scenarios)
    known = [str(s) for s in data["scenario"].values]
    width, height = 1.7 + 2.15 * len(outcomes), 1.5 + 0.55 * len(keys)
    panels = new_axes(width, height, len(outcomes))
    panels = panels if isinstance(panels, list) else [panels]
    for axes, outcome in zip(panels, outcomes):
        style, rows = year_style(data, outcome), table.xs(outcome, level="outcome")
        for place, key in enumerate(keys):
            _row(axes, place, rows.loc[key], style, known.index(key))
        unit = f"\n({style.change_unit})" if style.change_unit else "\n"
        dress(axes, "\n".join(textwrap.wrap(data[outcome].attrs["label"], 20)) + unit, "x")
        axes.title.set_fontsize(TEXT + 0.5)
        zero_line(axes, "y")
        axes.set_ylim(len(keys) - 0.4, -0.6)
        axes.set_yticks(range(len(keys)), [] if axes is not panels[0] else _titles(data, keys))
        axes.locator_params(axis="x", nbins=4)
        _room(axes)
    for label in panels[0].get_yticklabels():
        label.set_color(INK)
    first = data["scenario_title"].values[0]
    note_below(
        panels[0],
        f"Change from “{first}”, and in how many paired runs it ends higher.",
        interval_note(data),
        data.attrs["notice"],
    )
    return panels


def _row(axes, place, row, style, number):
    look = series_style(number)
    low, high = style.scale * np.array([row.low, row.high])
    middle = style.scale * row.difference
    if np.isfinite(low):
        axes.plot([low, high], [place, place], color=look["color"], linewidth=2.5)
    marker = MARKERS[(number - 1) % len(MARKERS)]
    axes.plot(middle, place, marker, color=look["color"], markersize=6)
    words = f"{style.change(row.difference)}  {row.higher} of {row.runs}"
    axes.annotate(words, (middle, place), (0, 9), textcoords="offset points", ha="center",
                  va="center", fontsize=TEXT - 1, color=SOFT,
                  bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8})  # fmt: skip


def _room(axes):
    """So that words beside the outermost points stay inside."""
    low, high = axes.get_xlim()
    low, high = min(low, 0), max(high, 0)
    wide = (high - low) or 1
    axes.set_xlim(low - 0.3 * wide, high + 0.3 * wide)


def _titles(data, keys):
    titles = [str(data["scenario_title"].sel(scenario=key).item()) for key in keys]
    return ["\n".join(textwrap.wrap(title, 20)) for title in titles]
