"""Run the worked script on a small run, and look at what it prints and draws.

Usage: /usr/bin/python3 check_worked_script.py BELONG SOURCE FOLDER: the program, this project's
folder, and an empty one to work in. Exit status 1 and a traceback when something is wrong.
"""

import pathlib
import subprocess
import sys

import matplotlib.image

BELONG, SOURCE, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
EXPERIMENT = SOURCE / "configs/experiments/ninth_grade.toml"
PICTURES = ("python_curves.png", "python_changes.png", "python_effects.png", "python_groups.png")


def run(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


results = FOLDER / "small.h5"
run(BELONG, "run", EXPERIMENT, "--set", "experiment.replicates=2", "--threads", 2, "-o", results)
for name in ("once", "twice"):
    (FOLDER / name).mkdir()
    script = SOURCE / "analysis/python/ninth_grade.py"
    printed = run("/usr/bin/python3", "-B", script, results, FOLDER / name)

for name in PICTURES:
    assert (SOURCE / "docs/pictures" / name).exists(), f"docs/pictures/{name} is missing"
    drawn = matplotlib.image.imread(FOLDER / "once" / name)[:, :, :3]
    ink = (drawn < 0.95).any(axis=2)
    assert 0.01 < ink.mean() < 0.5, f"{name}: {ink.mean():.3f} of it is drawn on"
    edge = ink[[0, -1]].any() or ink[:, [0, -1]].any()
    assert not edge, f"{name}: something is cut at its edge"
    assert (FOLDER / "once" / name).read_bytes() == (FOLDER / "twice" / name).read_bytes(), name

# The table of BARR has the figures that the terminal has, row by row.
summary = run(BELONG, "summary", results)
theirs = summary.split("\nBARR ")[1].split("\n\n")[0].split("\n")[1:]
ours = [line for line in printed.split("\n") if " of 2" in line]
assert len(ours) == len(theirs) == 12, printed
for mine, line in zip(ours, theirs):
    figures = mine.split()[1:]
    assert line.split()[-len(figures) :] == figures, (mine, line)
