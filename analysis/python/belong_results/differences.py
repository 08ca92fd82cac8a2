"""Paired differences: the same students and the same chances, with a program and without."""

import numpy as np

from .open_file import outcome_array, time_of

ROUNDING = 2.0**-24  # of a number in single precision, as a share of it


def year_figures(data, outcome):
    """The year's figure of each run: an array over scenario, replicate, group, in the file's unit.

    As the outcome's `summary` says: the last label of time, the mean of those that have a value, or
    their sum. NaN where no label has one. Includes groups too small to show.
    """
    values, time = outcome_array(data, outcome), time_of(data, outcome)
    if time is None:
        return values
    if data[outcome].attrs["summary"] == "last":
        return values.isel({time: -1}, drop=True)
    mean = data[outcome].attrs["summary"] == "mean"
    return values.mean(time) if mean else values.sum(time, min_count=1)


def paired_differences(data, outcome):
    """The year's figure less that of the baseline (the first scenario) in the same run.

    An array over scenario, replicate, group, in the file's unit. A difference no larger than the
    file's rounding (single precision) is 0: a tie. Includes groups too small to show.
    """
    figures = year_figures(data, outcome)
    return _without_rounding(figures, _rounding(data, outcome))


def tick_differences(data, outcome):
    """The same at each label of time: over scenario, replicate, time, group."""
    values = outcome_array(data, outcome)
    return _without_rounding(values, ROUNDING * np.abs(values))


def _rounding(data, outcome):
    """How far rounding in the file may move a year's figure."""
    values, time = outcome_array(data, outcome), time_of(data, outcome)
    if time is None:
        return ROUNDING * np.abs(values)
    if data[outcome].attrs["summary"] == "last":
        return ROUNDING * np.abs(values.isel({time: -1}, drop=True))
    total = np.abs(values).sum(time)
    if data[outcome].attrs["summary"] == "mean":
        total = total / data.sizes[time]
    return ROUNDING * total


def _without_rounding(figures, rounding):
    twin = {"scenario": 0, "drop": True}
    apart = figures - figures.isel(**twin)
    noise = rounding + rounding.isel(**twin)
    return apart.where(~(np.abs(apart) <= noise), 0.0).where(~np.isnan(apart))
