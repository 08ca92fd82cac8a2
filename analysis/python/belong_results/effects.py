"""Effects with 95 % intervals, as the terminal's table of effects has them.

  d_r = y_r(scenario) - y_r(baseline)                         run r, the same chances
  interval = mean(d) -+ t(0.975, R - 1) sd(d) sqrt(1 / R)     R runs that have both figures

When the runs take vectors of a parameter set in turn, the interval is where one more run with
another vector would lie: sqrt(1 + 1 / R).
"""

import math

import numpy as np
import pandas
from scipy import stats

from .cells import shown_groups
from .differences import paired_differences, tick_differences, year_figures
from .open_file import Unfit, outcome_array, outcomes_of, scenario_keys, time_of
from .words import MAIN, Style

COLUMNS = ["label", "baseline", "value", "difference", "low", "high", "higher", "lower", "ties",
           "runs"]  # fmt: skip


def effects(data, outcomes=None, scenarios=None, groups=("all",), limit=None):
    """A row for each scenario, outcome and group; an index level `point` too for a design.

    Columns: label (the outcome's), baseline, value, difference, low, high (95 % interval; NaN with
    fewer than two runs), higher, lower, ties, runs (counts of paired runs). Figures are in the
    file's unit, so shares are from 0 to 1; `in_words` writes them as the terminal does.

    outcomes   keys; None: those of the terminal's table that the file has
    scenarios  keys; None: all but the baseline
    groups     keys, or "shown" for all; groups too small to show are left out: see small_cells
    """
    if "point" in data.dims and "scenario" in data.dims:
        each = [effects(data.sel(point=p), outcomes, scenarios, groups, limit) for p in data.point]
        points = [int(p) for p in data["point"].values]
        table = pandas.concat(each, keys=points, names=["point"])
        table.attrs = each[0].attrs
        return table
    known = outcomes_of(data)
    if outcomes is None:
        outcomes = [key for key in MAIN if key in known] or known
    outcomes = [outcomes] if isinstance(outcomes, str) else list(outcomes)
    shown = shown_groups(data, limit)
    groups = shown if isinstance(groups, str) and groups == "shown" else _known(data, groups)
    rows, index = [], []
    for outcome in outcomes:
        figures, apart = year_figures(data, outcome), paired_differences(data, outcome)
        for scenario in scenario_keys(data, scenarios):
            for group in groups:
                if group not in shown:
                    continue
                place = {"scenario": scenario, "group": group}
                before = figures.isel(scenario=0).sel(group=group).values
                after = figures.sel(place).values
                label = data[outcome].attrs["label"]
                row = _effect(before, after, apart.sel(place).values, _one_more(data))
                rows.append([label, *row])
                index.append((scenario, outcome, group))
    names = ["scenario", "outcome", "group"]
    table = pandas.DataFrame(rows, pandas.MultiIndex.from_tuples(index, names=names), COLUMNS)
    table = table.loc[pandas.unique([key[0] for key in index])] if index else table
    table.attrs["styles"] = {outcome: year_style(data, outcome) for outcome in outcomes}
    return table


def tick_effects(data, outcome, scenario, group="all"):
    """The same for one outcome at each label of time: index time, columns as in `effects`."""
    (scenario,) = scenario_keys(data, scenario)
    time = time_of(data, outcome)
    place = {"scenario": scenario, "group": group}
    values, apart = outcome_array(data, outcome), tick_differences(data, outcome).sel(place)
    before, after = values.isel(scenario=0).sel(group=group), values.sel(place)
    rows = [
        [data[outcome].attrs["label"],
         *_effect(before.sel({time: t}).values, after.sel({time: t}).values,
                  apart.sel({time: t}).values, _one_more(data))]
        for t in data[time].values
    ]  # fmt: skip
    return pandas.DataFrame(rows, pandas.Index(data[time].values, name=time), COLUMNS)


def in_words(table):
    """The table as the terminal prints it: texts with its units and decimals.

    Columns: baseline, scenario, difference, 95% interval, higher in. Takes what `effects` gives.
    """
    styles, rows = table.attrs["styles"], []
    for key, row in table.iterrows():
        style = styles[key[table.index.names.index("outcome")]]
        interval = "none"
        if not math.isnan(row.low):
            interval = f"{style.change(row.low)} to {style.change(row.high)}"
        rows.append([_named(row.label, style), style.level(row.baseline), style.level(row.value),
                     style.change(row.difference), interval, _higher_in(row)])  # fmt: skip
    columns = ["outcome in words", "baseline", "scenario", "difference", "95% interval", "higher in"]
    return pandas.DataFrame(rows, table.index, columns)


def short_effect(row, style):
    """ "+0.112 ±0.011": the difference and half its interval, as in the table by group."""
    if math.isnan(row.low):
        return style.change(row.difference)
    half = style.scale * (row.high - row.low) / 2
    return f"{style.change(row.difference)} ±{half:.{style.change_digits}f}"


def year_style(data, outcome):
    """The style of the year's figures, by everyone's mean in the baseline."""
    figures = year_figures(data, outcome).isel(scenario=0, group=0).values
    largest = float(np.nanmean(figures)) if np.isfinite(figures).any() else math.nan
    return Style(outcome, data[outcome].attrs["units"], largest)


def interval_note(data):
    """What these intervals cover, in a sentence."""
    if data.sizes["replicate"] < 2:
        return "There is one paired run, so there are no intervals."
    runs, schools = data.sizes["replicate"], int(data.attrs["schools"])
    covered = f"new days in {'this school' if schools == 1 else f'these {schools} schools'}"
    if data.attrs["redraw"]:
        covered = "new days and schools drawn anew on the same plan"
    if _one_more(data):
        return (f"The 95% intervals say where one more of {runs} paired runs would lie: chance "
                f"({covered}) and the parameters that the set varies.")  # fmt: skip
    return (f"The 95% intervals come from {runs} paired runs and cover chance: {covered}. They do "
            "not cover what is not known about the model's parameters.")  # fmt: skip


def interval(numbers, one_more=False):
    """(low, high) of the 95 % t-interval of a mean, or of one more number; NaN below 2."""
    n = len(numbers)
    if n < 2:
        return math.nan, math.nan
    centre, spread = float(np.mean(numbers)), float(np.var(numbers, ddof=1))
    half = stats.t.ppf(0.975, n - 1) * math.sqrt(spread * ((n if one_more else 0) + 1) / n)
    return centre - half, centre + half


def _effect(before, after, apart, one_more):
    both = np.isfinite(before) & np.isfinite(after)
    before, after, apart = before[both], after[both], apart[both]
    if len(apart) == 0:
        return [math.nan] * 5 + [0] * 4
    low, high = interval(apart, one_more)
    return [before.mean(), after.mean(), apart.mean(), low, high, int((apart > 0).sum()),
            int((apart < 0).sum()), int((apart == 0).sum()), len(apart)]  # fmt: skip


def _one_more(data):
    return int(data.attrs.get("parameter_vectors", 0)) > 1


def _known(data, groups):
    groups, known = [groups] if isinstance(groups, str) else list(groups), data["group"].values
    for group in groups:
        if group not in known:
            raise Unfit(f"there is no group '{group}' in this file; it has {', '.join(known)}")
    return groups


def _named(label, style):
    return label if style.unit in ("", "%") else f"{label} ({style.unit})"


def _higher_in(row):
    if row.runs == 0:
        return "-"
    if row.ties == row.runs:
        return "no change"
    ties = f" ({row.ties} {'tie' if row.ties == 1 else 'ties'})" if row.ties else ""
    return f"{row.higher} of {row.runs}{ties}"
