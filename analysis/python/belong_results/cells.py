"""Which groups are too small to show: the rule of `belong summary` and the report.

The results file holds every group. Whatever is made to be shown asks here first.
"""

import pandas

from .open_file import Unfit

SMALLEST_CELL = 10  # no rule and no option goes below this many students


def hidden_groups(sizes, dimensions, limit):
    """Two lists of bool, by group: hidden, and hidden only to shield another.

    Groups of fewer than `limit` students are hidden. Then, as the total less the shown groups gives
    the hidden ones, the next smallest of a dimension is hidden until at least two are hidden and
    they hold `limit` students between them, or none is left. A group without students counts for
    nothing there: it needs no shield, and is none. The dimension "all" is everyone.
    """
    hidden = [size < limit for size in sizes]
    shielding = [False] * len(hidden)
    for dimension in sorted(set(dimensions) - {"all"}):
        own = [g for g, d in enumerate(dimensions) if d == dimension]
        while True:
            few = [g for g in own if hidden[g] and sizes[g] > 0]
            shown = [g for g in own if not hidden[g]]
            enough = len(few) > 1 and sum(sizes[g] for g in few) >= limit
            if not few or not shown or enough:
                break
            smallest = min(shown, key=lambda g: sizes[g])  # the first of equals
            hidden[smallest] = shielding[smallest] = True
    return hidden, shielding


def cell_limit(data, limit=None):
    """The smallest group that may be shown: the file's rule or `limit`, whichever is more."""
    return max(SMALLEST_CELL, int(data.attrs["small_cell"]), int(limit or 0))


def small_cells(data, limit=None):
    """A row for each group: label, dimension, students, hidden, shielding. Index: the group's key.

    `limit` raises the file's rule; it cannot lower it.
    """
    sizes = [int(n) for n in data["students"].values]
    dimensions = [str(d) for d in data["group_dimension"].values]
    hidden, shielding = hidden_groups(sizes, dimensions, cell_limit(data, limit))
    columns = {
        "label": [str(label) for label in data["group_label"].values],
        "dimension": dimensions,
        "students": sizes,
        "hidden": hidden,
        "shielding": shielding,
    }
    return pandas.DataFrame(columns, index=pandas.Index(data["group"].values, name="group"))


def small_cells_note(data, limit=None):
    """Which groups are hidden and why, in words; "" when all can be shown."""
    cells = small_cells(data, limit)
    few = cells.label[cells.hidden & ~cells.shielding]
    if few.empty:
        return ""
    text = f"Not shown, because fewer than {cell_limit(data, limit)} students: {', '.join(few)}."
    others = cells.label[cells.shielding]
    if not others.empty:
        text += f" Not shown either, so that these can't be worked out: {', '.join(others)}."
    return text


def shown_groups(data, limit=None, dimension=None):
    """Keys of the groups that may be shown, in the file's order; of one dimension, if given.

    Raises Unfit when there are too few students in all, or no such dimension.
    """
    cells = small_cells(data, limit)
    if cells.hidden.iloc[0]:
        least = cell_limit(data, limit)
        raise Unfit(f"nothing is shown: there are fewer than {least} students in all")
    if dimension is not None:
        known = [d for d in dict.fromkeys(cells.dimension) if d != "all"]
        if dimension not in known:
            raise Unfit(f"there is no dimension '{dimension}' here; there are {', '.join(known)}")
        cells = cells[cells.dimension == dimension]
    return [str(key) for key in cells.index[~cells.hidden]]
