"""Trials carried out in the model, as tables."""

import math

import numpy as np
import pandas
from scipy import stats

ANALYSES = {"difference": "difference", "adjusted": "with baseline", "naive": "as if one by one"}


def trial_figures(data):
    """Every figure of every trial: a row for each outcome, schools and trial."""
    names = [n for n in data.data_vars if set(data[n].dims) == {"trial", "schools", "outcome"}]
    arrays = {n: data[n].transpose("outcome", "schools", "trial").to_series() for n in names}
    return pandas.DataFrame(arrays)


def trial_power(data):
    """How often such trials find what is there, and what is not: as `belong summary` prints it.

    A row for each outcome, schools and analysis. Columns, shares of trials: power with power_low
    and power_high (95 % interval, Wilson 1927), false_positives with _low and _high (trials of a
    program that does nothing), cover (95 % intervals that hold the true effect); effect (the true
    one, mean over trials), estimate, students.
    """
    trials, nulls = int(data.attrs["trials"]), int(data.attrs["null_trials"])
    level, rows, index = float(data.attrs["level"]), [], []
    for outcome in data["outcome"].values:
        for schools in data["schools"].values:
            one = data.sel(outcome=outcome, schools=schools)
            policy = one["policy"].values[:trials]
            for key, name in ANALYSES.items():
                found = _p_values(one, key, trials)
                null = _p_values(one, f"null_{key}", nulls)
                power, false = _rate(found < level, found), _rate(null < level, null)
                if power[3] == 0 and false[3] == 0:
                    continue
                off = np.abs(one[key].values[:trials] - policy)
                half = _half_widths(one, key, trials)
                cover = float(np.mean((off <= half)[np.isfinite(found)])) if power[3] else math.nan
                rows.append([*power[:3], *false[:3], cover, _mean(policy),
                             _mean(one[key].values[:trials]),
                             _mean(one["students"].values[: max(trials, nulls)])])  # fmt: skip
                index.append((str(outcome), int(schools), name))
    columns = ["power", "power_low", "power_high", "false_positives", "false_positives_low",
               "false_positives_high", "cover", "effect", "estimate", "students"]  # fmt: skip
    names = ["outcome", "schools", "analysis"]
    return pandas.DataFrame(rows, pandas.MultiIndex.from_tuples(index, names=names), columns)


def _contrasts(one, key, count):
    return (one[name].values[:count] for name in (key, f"{key}_error", f"{key}_freedom"))


def _p_values(one, key, count):
    estimate, error, freedom = _contrasts(one, key, count)
    values, tested = _untested(error, freedom)
    values[tested] = 2 * stats.t.sf(np.abs(estimate[tested]) / error[tested], freedom[tested])
    return values


def _half_widths(one, key, count):
    _, error, freedom = _contrasts(one, key, count)
    values, tested = _untested(error, freedom)
    values[tested] = error[tested] * stats.t.ppf(0.975, freedom[tested])
    return values


def _untested(error, freedom):
    """NaN for every trial; and which of them can be tested at all."""
    return np.full(len(error), math.nan), (error > 0) & (freedom > 0)


def _rate(happened, tested):
    """Share, low, high, number of those tested; NaN counts as not tested."""
    n, k = int(np.isfinite(tested).sum()), int(happened.sum())
    if n == 0:
        return math.nan, math.nan, math.nan, 0
    z, share = 1.959963984540054, k / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return share, 0.0 if k == 0 else middle - half, 1.0 if k == n else middle + half, n


def _mean(values):
    return float(np.nanmean(values)) if np.isfinite(values).any() else math.nan
