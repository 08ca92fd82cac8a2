"""Opens results files of Belong as xarray datasets with labelled coordinates."""

import json
import os

import numpy as np
import xarray

RUN = ("scenario", "replicate", "group")  # dimensions of every outcome


class Unfit(ValueError):
    """A file, or a question to it, that cannot be answered. The message says why, in a sentence."""


def open_results(path):
    """The file of a `belong run` as an xarray.Dataset, read into memory.

    Variables are those of the file; added are the coordinates
      scenario_title(scenario)        the scenario in words
      group_label, group_dimension, students(group)
      school_day(week or day), ...    the last school day, from 0, that a label speaks of; for
                                      marking periods and years `marking_period_day`, `year_day`
      factor_NAME(point)              what a design varies
    Raises Unfit when the file is missing or is no results file of a run.
    """
    data = _open(path)
    if "trial" in data.attrs:
        raise Unfit(f"{path} holds the trials of `belong trial`: open it with open_trials")
    for name in ("belong_version", "scenarios", "days", "small_cell"):
        if name not in data.attrs:
            raise Unfit(f"{path} holds no results of `belong run`: it has no '{name}'")
    for name in ("scenario", "replicate", "group", "group_label", "group_dimension", "students"):
        if name not in data.variables:
            raise Unfit(f"{path} holds no results of `belong run`: it has no '{name}'")
    if data["group_dimension"].values[0] != "all":
        raise Unfit(f"{path} holds no results of `belong run`: its first group is not everyone")
    titles = [scenario["title"] for scenario in json.loads(data.attrs["scenarios"])]
    data = data.set_coords(["group_label", "group_dimension", "students"])
    data = data.assign_coords(scenario_title=("scenario", titles))
    factors = [f"factor_{name}" for name in data["factor"].values] if "factor" in data else []
    data = data.set_coords(factors)
    for time, coordinate in (
        ("week", "school_day"),
        ("day", "school_day"),
        ("marking_period", "marking_period_day"),
        ("year", "year_day"),
    ):
        if time in data.dims:
            days = _last_days(data, time)
            words = {"units": "school day", "long_name": "last school day, from 0, of the label"}
            data = data.assign_coords({coordinate: (time, days, words)})
    return data


def open_trials(path):
    """The file of a `belong trial` as an xarray.Dataset: each figure by trial, schools and outcome.

    Raises Unfit when the file is missing or is none of a trial.
    """
    data = _open(path)
    if "trial" not in data.attrs:
        raise Unfit(f"{path} holds no trials of `belong trial`")
    about = ["outcome_title", "outcome_unit", "outcome_after", "outcome_before"]
    return data.set_coords([name for name in about if name in data])


def outcomes_of(data):
    """Keys of the outcomes of a run, in the file's order."""
    return [name for name in data.data_vars if "summary" in data[name].attrs]


def time_of(data, outcome):
    """The dimension of time of an outcome: "week", "day", "marking_period", "year"; None without."""
    rest = [d for d in data[outcome].dims if d not in (*RUN, "point")]
    return rest[0] if rest else None


def outcome_array(data, outcome):
    """An outcome in double precision over scenario, replicate, [time,] group.

    Raises Unfit for an unknown outcome, naming those that there are, and for a design of which no
    point was chosen.
    """
    known = outcomes_of(data)
    if outcome not in known:
        raise Unfit(f"there is no outcome '{outcome}' in this file; it has {', '.join(known)}")
    if "point" in data[outcome].dims:
        points = data.sizes["point"]
        raise Unfit(
            f"these are results at {points} points of a design: choose one, as with "
            "results.sel(point=1)"
        )
    time = time_of(data, outcome)
    order = [d for d in ("scenario", "replicate", time, "group") if d]
    return data[outcome].transpose(*order).astype(np.float64)


def scenario_keys(data, scenarios):
    """The scenarios asked for, by key; None: all but the first, which is the baseline."""
    known = [str(key) for key in data["scenario"].values]
    if scenarios is None:
        return known[1:]
    wanted = [scenarios] if isinstance(scenarios, str) else list(scenarios)
    for key in wanted:
        if key not in known:
            raise Unfit(f"there is no scenario '{key}' in this file; it has {', '.join(known)}")
    return wanted


def _open(path):
    if not os.path.isfile(path):
        raise Unfit(f"{path} is not there")
    try:
        with xarray.open_dataset(path) as data:
            return data.load()
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise Unfit(f"{path} can't be read as a results file of Belong: {error}") from error


def _last_days(data, time):
    """The last school day, from 0, of each label, as `belong compare` counts them."""
    labels = data[time].values.astype(np.int64) - 1
    days, years = int(data.attrs["days"]), int(data.attrs.get("years", 1))
    if time == "day":
        return labels
    if time == "year":
        return (labels + 1) * days - 1
    if time == "week":
        week = int(data.attrs.get("days_in_week", 5))
        weeks = -(-days // week)
        return labels // weeks * days + np.minimum((labels % weeks + 1) * week, days) - 1
    periods = max(1, data.sizes[time] // years)
    return labels // periods * days + (labels % periods + 1) * days // periods - 1
