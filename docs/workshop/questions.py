"""The pictures of "predict and reveal": each question has a blank sheet and its answer.

A function draws both, and returns a line of figures that belongs under the answer.
"""

import pathlib
import sys

import matplotlib

matplotlib.use("Agg")
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "analysis/python"))

import belong_results as belong  # noqa: E402
from belong_results.groups import ASSUMED  # noqa: E402
from belong_results.style import (  # noqa: E402
    GRID,
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

DPI = 200
WIDE, HIGH = 6.6, 3.9  # inches; shown half as large again
WEEKS = 36


def keep(axes, name):
    axes = axes[0] if isinstance(axes, list) else axes
    axes.figure.savefig(HERE / "pictures" / f"{name}.png", dpi=DPI, metadata={"Software": None})
    matplotlib.pyplot.close(axes.figure)


def signed(x):
    """ "+6.6", "-1.5", "0.0"."""
    return "0.0" if abs(x) < 0.05 else f"{x:+.1f}"


def weeks_axes(title, low, high):
    """Empty axes over the school year, to draw on."""
    axes = new_axes(WIDE, HIGH)
    dress(axes, title, "both")
    axes.set_xlim(1, WEEKS)
    axes.set_ylim(low, high)
    axes.set_xticks([1, *range(6, WEEKS + 1, 6)])
    axes.set_xlabel("school week", fontsize=TEXT, color=SOFT, loc="left")
    return axes


def only_note(axes, *notes):
    """These notes below, in place of those of an answer."""
    axes.figure.belong_notes = []
    note_below(axes, *notes)


def same_weeks(axes, low, high):
    axes.set_xticks([1, *range(6, WEEKS + 1, 6)])
    axes.set_ylim(low, high)
    axes.grid(axis="x", color=GRID, linewidth=0.8)


def mark(axes, x, y, words, shift):
    axes.annotate(words, (x, y), shift, textcoords="offset points", fontsize=TEXT, color=INK,
                  va="center", ha="left", arrowprops={"arrowstyle": "-", "color": SOFT})  # fmt: skip


def the_year(grade):
    """1: belonging over a year as it is."""
    axes = belong.curves(grade, "belonging", scenarios=[])
    level = grade["belonging"].isel(scenario=0, group=0).mean("replicate").values
    low, high = -1.3, 0.1
    same_weeks(axes, low, high)
    keep(axes, "year_reveal")
    axes = weeks_axes("Belonging (SD)", low, high)
    axes.plot(1, level[0], "o", color=INK, clip_on=False, zorder=3)
    mark(axes, 1, level[0], "it begins here", (30, 14))
    names_at_ends(axes, WEEKS, [(low, "As it is", "white")])  # as much room as the answer has
    note_below(axes, "Draw the year of a ninth grade in which everyone is new to each other.",
               grade.attrs["notice"])  # fmt: skip
    keep(axes, "year_blank")
    return (f"{level[0]:.2f} in week 1, {level.min():.2f} in week {level.argmin() + 1}, "
            f"{level[-1]:.2f} in week {WEEKS}.")  # fmt: skip


def when(grade):
    """2: weekly referrals, less those of the year as it is."""
    each = ["barr", "empathic_discipline", "engagement_cycles"]
    title, scaled = "Referrals a week for every 1,000 students: change", grade.copy()
    scaled["referrals"] = (1000 * grade["referrals"]).assign_attrs(grade["referrals"].attrs)
    low, high = -12, 4
    for kind in ("blank", "reveal"):
        if kind == "reveal":
            axes = belong.curves(scaled, "referrals", each, change=True)
        else:
            axes = weeks_axes(title, low, high)
            names_at_ends(axes, WEEKS, [(low, "Empathic discipline", "white")])
            note_below(axes, "Draw three lines: BARR from week 1, empathic discipline in two "
                             "sessions, engagement cycles every few weeks.",
                       grade.attrs["notice"])  # fmt: skip
        same_weeks(axes, low, high)
        dress(axes, title, None)
        zero_line(axes, "x")
        for week, words in ((7, "45 minutes"), (15, "25 minutes")):
            axes.axvline(week, color=SOFT, linewidth=0.8, linestyle=":")
            axes.annotate(words, (week, high), (3, -4), textcoords="offset points", va="top",
                          fontsize=TEXT - 1, color=SOFT)  # fmt: skip
        keep(axes, f"when_{kind}")
    change = 1000 * belong.tick_effects(grade, "referrals", "empathic_discipline").difference
    said = [f"{signed(change.loc[week])} in week {week}" for week in (6, 8, WEEKS)]
    return "Empathic discipline: " + ", ".join(said) + "."


def which(grade):
    """3: three programs, four outcomes."""
    each = ["barr", "empathic_discipline", "engagement_cycles"]
    outcomes = ["belonging", "core_passed", "ever_suspended", "chronically_absent"]
    panels = belong.forest(grade, outcomes, each)
    panels[0].figure.set_size_inches(9.4, 4.6)
    keep(panels, "which_reveal")
    panels = new_axes(9.4, 4.6, 4)
    for axes, outcome in zip(panels, outcomes):
        dress(axes, grade[outcome].attrs["label"].replace("courses ", "courses\n"), None)
        axes.title.set_fontsize(TEXT + 0.5)
        axes.set_xticks([])
        axes.set_xlim(-1, 1)
        axes.set_ylim(2.5, -0.7)
        titles = [str(grade["scenario_title"].sel(scenario=key).item()) for key in each]
        axes.set_yticks(range(3), titles if axes is panels[0] else [])
        for place in range(3):
            for x, words in ((-0.55, "lower"), (0, "same"), (0.55, "higher")):
                axes.plot(x, place, "s", markersize=13, markerfacecolor="white",
                          markeredgecolor=SOFT)  # fmt: skip
                axes.annotate(words, (x, place), (0, 13), textcoords="offset points", ha="center",
                              fontsize=TEXT - 1, color=SOFT)  # fmt: skip
    note_below(panels[0], "One box in each row of each column. Nobody has to be sure.",
               grade.attrs["notice"])  # fmt: skip
    keep(panels, "which_blank")
    table = 100 * belong.effects(grade, ["core_passed", "ever_suspended"], each).difference
    said = []
    for key, title in zip(each, titles):
        passed, suspended = (table[key, o, "all"] for o in ("core_passed", "ever_suspended"))
        said.append(f"{title}: all core courses passed {signed(passed)}, ever suspended "
                    f"{signed(suspended)}.")  # fmt: skip
    return "In percentage points: " + " ".join(said)


def without(axes):
    """Takes the answer off a picture by group: dots, lines between, differences."""
    for line in list(axes.lines):
        if line.get_markerfacecolor() != "white":
            line.remove()
    for text in list(axes.texts):
        if not text.get_text().startswith("As it is"):
            text.remove()


def who(grade):
    """4: referrals by group with empathic discipline."""
    draw = (grade, "referrals", "empathic_discipline", "race_ethnicity")
    keep(belong.by_group(*draw), "who_reveal")
    axes = belong.by_group(*draw)
    without(axes)
    only_note(axes, "Mark where each ring moves when adults answer incidents with empathy.",
              ASSUMED, grade.attrs["notice"])  # fmt: skip
    keep(axes, "who_blank")
    table = belong.effects(grade, "referrals", "empathic_discipline", "shown")
    rows = table.loc["empathic_discipline", "referrals"]
    words = [f"{name} {rows.loc[key].baseline:.2f} to {rows.loc[key].value:.2f}" for key, name in
             (("race_ethnicity:black", "Black"), ("race_ethnicity:white", "White"))]  # fmt: skip
    every = "; lower in every group shown." if (rows.difference < 0).all() else "."
    return "Referrals a student: " + ", ".join(words) + every


def alike(as_it_is, treated_alike):
    """5: belonging by group where nothing in the environment knows a group."""
    groups = belong.small_cells(as_it_is)
    groups = groups[groups.dimension.isin(["race_ethnicity", "language"]) & ~groups.hidden]
    ring, dot = series_style(0)["color"], series_style(1)["color"]
    levels = [belong.year_figures(d, "belonging").isel(scenario=0).mean("replicate")
              for d in (as_it_is, treated_alike)]  # fmt: skip
    for kind in ("blank", "reveal"):
        axes = new_axes(WIDE, HIGH + 0.4)
        for place, key in enumerate(groups.index):
            before, after = (float(level.sel(group=key)) for level in levels)
            if kind == "reveal":
                axes.plot([before, after], [place, place], color=dot, linewidth=2)
                axes.plot(after, place, "o", markersize=7, color=dot)
            axes.plot(before, place, "o", markersize=7, markerfacecolor="white",
                      markeredgecolor=ring, markeredgewidth=1.8)  # fmt: skip
            if place == 0:
                axes.annotate("As it is", (before, 0), (-3, 15), textcoords="offset points",
                              ha="right", fontsize=TEXT, color=ring)  # fmt: skip
                words = "Every group treated alike" if kind == "reveal" else ""
                axes.annotate(words, (after, 0), (3, 15), textcoords="offset points",
                              fontsize=TEXT, color=dot, fontweight="semibold")  # fmt: skip
        dress(axes, "Belonging at the year's end (SD)", "x")
        axes.set_yticks(range(len(groups)), groups.label)
        axes.set_ylim(len(groups) - 0.4, -1.2)
        axes.set_xlim(-1.35, 0)
        note_below(axes, "Three ninth grades drawn anew 100 times. Alike: no stigma, bias, missing "
                         "support, hurtful events or unequal access, no own-group preference.",
                   as_it_is.attrs["notice"])  # fmt: skip
        keep(axes, f"alike_{kind}")
    after = [float(levels[1].sel(group=key)) for key in groups.index]
    return f"Treated alike, every group ends between {min(after):.2f} and {max(after):.2f}."


def door(library):
    """6: access to advanced courses, alone and with cues."""
    keys, outcomes = ["eos_access_only", "eos"], ["belonging", "gpa", "chronically_absent"]
    titles = {"eos_access_only": "Access alone", "eos": "Access, and cues that go with it"}
    named = [titles.get(str(k), str(t)) for k, t in
             zip(library["scenario"].values, library["scenario_title"].values)]  # fmt: skip
    library = library.assign_coords(scenario_title=("scenario", named))
    panels = belong.forest(library, outcomes, keys)
    panels[0].figure.set_size_inches(8.4, 4.2)
    keep(panels, "door_reveal")
    panels = belong.forest(library, outcomes, keys)
    panels[0].figure.set_size_inches(8.4, 4.2)
    for axes in panels:
        for thing in [*axes.lines[:-1], *axes.texts]:
            thing.remove()
        axes.set_xticks([0])
    only_note(panels[0], "Put a dot in each row: right of the line is more, left is less.",
              library.attrs["notice"])  # fmt: skip
    keep(panels, "door_blank")
    table = belong.effects(library, "belonging", keys).difference
    alone, cues = (table[key].iloc[0] for key in keys)
    return f"Belonging: {alone:+.2f} SD with access alone, {cues:+.2f} SD with the cues."
