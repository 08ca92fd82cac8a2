"""How pictures look: the report's colours and dashes, names at the lines, a note below.

Every series differs in colour and in dash, so that it can be told apart in grey print and by
readers who see colours differently; every colour stands out from white as text (4.5 to 1).
"""

import textwrap

import matplotlib.pyplot as plt

BASELINE = {"color": "#666b70", "linestyle": (0, (5, 4)), "linewidth": 1.6}
SCENARIOS = (  # those of web/charts/style.ts
    {"color": "#0b5cad", "linestyle": "-", "linewidth": 2},
    {"color": "#b34700", "linestyle": (0, (12, 3)), "linewidth": 2},
    {"color": "#00704f", "linestyle": (0, (2, 2.5)), "linewidth": 2.2},
    {"color": "#8a2f86", "linestyle": (0, (10, 3, 2, 3)), "linewidth": 2},
    {"color": "#735800", "linestyle": (0, (7, 2, 2, 2, 2, 2)), "linewidth": 2},
    {"color": "#00697a", "linestyle": (0, (16, 4, 4, 4)), "linewidth": 2},
)
MARKERS = ("o", "s", "D", "^", "v", "P")
INK, SOFT, GRID = "#1d2329", "#525a62", "#d9dde1"
TEXT = 9  # points


def series_style(number):
    """Of scenario `number` of the file: 0 is the baseline. Dashes are in points."""
    style = BASELINE if number == 0 else SCENARIOS[(number - 1) % len(SCENARIOS)]
    dash = style["linestyle"]
    if isinstance(dash, tuple):  # matplotlib takes dashes in line widths
        dash = (0, tuple(length / style["linewidth"] for length in dash[1]))
    return {**style, "linestyle": dash, "dash_capstyle": "butt"}


def new_axes(width, height, columns=1):
    """Axes of a figure of its own, in inches; a list when there are several side by side."""
    figure, axes = plt.subplots(1, columns, figsize=(width, height), layout="constrained",
                                squeeze=False)  # fmt: skip
    figure.get_layout_engine().set(w_pad=0.1, h_pad=0.08, wspace=0.06)
    return list(axes[0]) if columns > 1 else axes[0][0]


def dress(axes, title, grid):
    """Plain axes: a title at the left, light lines along `grid` ("x", "y", "both", None), no frame."""
    axes.set_title(title, loc="left", fontsize=TEXT + 1.5, fontweight="bold", color=INK, wrap=True)
    axes.tick_params(colors=SOFT, labelsize=TEXT, length=0)
    if grid:
        axes.grid(axis=grid, color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)


def zero_line(axes, along):
    line = axes.axhline if along == "x" else axes.axvline
    line(0, color=SOFT, linewidth=1)


def note_below(axes, *notes):
    """Notes under the whole figure, each once however many of its axes say it."""
    figure = axes.figure
    said = getattr(figure, "belong_notes", [])
    figure.belong_notes = said + [note for note in notes if note and note not in said]
    wide = int(figure.get_size_inches()[0] * 16)
    lines = [line for note in figure.belong_notes for line in textwrap.wrap(note, wide)]
    figure.supxlabel("\n".join(lines), x=0.01, ha="left", fontsize=TEXT - 1.5, color=SOFT)


def names_at_ends(axes, x, names):
    """Writes (y, name, colour) right of `x`, moved apart where they would overlap."""
    axes.figure.canvas.draw()
    low, high = axes.get_ylim()
    points = axes.get_window_extent().height * 72 / axes.figure.dpi
    step = (high - low) * (TEXT + 3) / points
    ordered = sorted(names, key=lambda name: name[0])
    places = [y for y, _, _ in ordered]
    for _ in range(200):
        moved = False
        for k in range(len(places) - 1):
            gap = places[k + 1] - places[k]
            if gap < step * 0.999:
                places[k] -= (step - gap) / 2
                places[k + 1] += (step - gap) / 2
                moved = True
        if not moved:
            break
    for place, (_, name, color) in zip(places, ordered):
        axes.annotate(name, (x, place), (6, 0), textcoords="offset points", va="center",
                      fontsize=TEXT, color=color, fontweight="semibold",
                      annotation_clip=False)  # fmt: skip
