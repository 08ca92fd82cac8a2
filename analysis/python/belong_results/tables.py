"""Surveys and designs as tables."""

import numpy as np
import pandas

from .cells import cell_limit, hidden_groups, small_cells
from .open_file import Unfit


def surveys(data, limit=None):
    """What surveys show: a row for each survey, scenario, school day (from 0) and group.

    Columns, means over runs: answered (share of students), score, score_sd, favourable (share of
    answers). Groups too small to show are left out, and so are groups of which fewer than the
    limit answered somewhere, with another to shield them. Raises Unfit when nobody was asked, and
    for a design of which no point was chosen.
    """
    if "point" in data.dims:
        raise Unfit("choose one point of the design, as with results.sel(point=1)")
    names = [n for n in data.data_vars if n.endswith("_score") and "survey" in data[n].attrs]
    if not names:
        raise Unfit("nobody was asked in this run: its experiment has no [[record.survey]]")
    cells, parts = small_cells(data, limit), []
    for name in names:
        stem = name[: -len("_score")]
        columns = ("answered", "score", "score_sd", "favourable")
        means = {c: data[f"{stem}_{c}"].astype(np.float64).mean("replicate") for c in columns}
        asked = np.isfinite(means["answered"]).any(["scenario", "group"])
        means = {c: x.sel(survey_day=data["survey_day"][asked.values]) for c, x in means.items()}
        answers = means["answered"].min(["scenario", "survey_day"]).fillna(0) * data["students"]
        few, _ = hidden_groups(
            list(answers.values), list(cells.dimension), cell_limit(data, limit)
        )
        shown = [g for g, h, f in zip(cells.index, cells.hidden, few) if not (h or f)]
        frame = pandas.DataFrame(
            {
                column: array.transpose("scenario", "survey_day", "group")
                .sel(group=shown)
                .to_series()
                for column, array in means.items()
            }
        )
        parts.append(pandas.concat({data[name].attrs["survey"]: frame}, names=["survey"]))
    return pandas.concat(parts)


def design(data):
    """The points of a design: a column for each factor, index `point` from 1.

    Joins what `effects` gives for a design: effects(data, "gpa").join(design(data)). Raises Unfit
    when the file holds none.
    """
    if "factor" not in data or "point" not in data.dims:
        raise Unfit("this file holds no design: its experiment has no [design]")
    columns = {str(name): data[f"factor_{name}"].values for name in data["factor"].values}
    return pandas.DataFrame(columns, pandas.Index(data["point"].values, name="point"))
