"""How figures are written: in the table of effects, here, and on pictures, the same way."""

import math

# Shown as percentages. Held against analysis/outcome_lists.h by a test.
SHARES = (
    "attendance", "core_passed", "courses_failed", "on_track", "credits", "absent_share",
    "chronically_absent", "ever_referred", "ever_suspended", "affordance", "reciprocity",
    "own_group_ties",
)  # fmt: skip

# The rows of the terminal's table, in its order. Held against the same file.
MAIN = (
    "belonging", "relation", "engagement", "attendance", "chronically_absent", "referrals",
    "ever_suspended", "gpa", "core_passed", "on_track", "credits", "knowledge",
)  # fmt: skip


class Style:
    """Scale, unit and decimals of an outcome whose largest figure is `largest`."""

    def __init__(self, outcome, unit, largest):
        self.share = outcome in SHARES
        self.scale = 100 if self.share else 1
        self.digits, self.change_digits = 1, 1
        if self.share:
            self.unit, self.change_unit = "%", "percentage points"
            return
        self.unit = self.change_unit = unit_in_words(unit)
        self.digits = 2
        if largest and math.isfinite(largest):
            self.digits = min(4, max(2, 1 - math.floor(math.log10(abs(largest)))))
        self.change_digits = self.digits + 1

    def level(self, x):
        """ "71.2%", "-0.42"; "-" for NaN."""
        if math.isnan(x):
            return "-"
        return _fixed(self.scale * x, self.digits, "") + ("%" if self.share else "")

    def change(self, x):
        """ "+5.2", "-0.031", "0.00"; "-" for NaN."""
        return "-" if math.isnan(x) else _fixed(self.scale * x, self.change_digits, "+")

    def change_with_unit(self, x):
        """ "+5.2 points", "-0.031 SD"."""
        unit = "points" if self.share else self.unit
        return f"{self.change(x)} {unit}".rstrip()


def unit_in_words(unit):
    """ "SD", "per student"; "" for a pure number and a mark."""
    if unit in ("1", "mark"):
        return ""
    if unit == "SD^2":
        return "SD²"
    if unit.endswith("/student"):
        what = unit[: -len("/student")]
        return "per student" if what == "1" else f"{what} per student"
    return unit


def _fixed(x, digits, sign):
    if abs(x) < 0.5 * 10.0**-digits:  # never "-0.00"
        return f"{0:.{digits}f}"
    return f"{x:{sign}.{digits}f}"
