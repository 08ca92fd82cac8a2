"""Hold analysis/python against what `belong` prints.

Usage: /usr/bin/python3 check_python.py BELONG SOURCE FOLDER: the program, this project's folder, and
an empty one to work in. Exit status 1 and a traceback when something is wrong.
"""

import pathlib
import re
import subprocess
import sys

BELONG, SOURCE, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
sys.path.insert(0, str(SOURCE / "analysis/python"))

import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
import xarray  # noqa: E402

import belong_results as belong  # noqa: E402
from belong_results import cells, words  # noqa: E402
from belong_results.effects import interval, short_effect  # noqa: E402

EXPERIMENT = """
[experiment]
name = "small"
title = "Small"
school = "../schools/middle_school.toml"
replicates = {replicates}
{experiment}
[profile]
students = {students}
[record]
every = "{every}"
outcomes = ["belonging", "engagement", "uncertainty", "attendance", "referrals", "gpa", "marks",
            "ever_suspended", "chronically_absent"]
[[record.survey]]
instrument = "belonging"
days = [4, 19, 164]
[[record.survey]]
instrument = "classroom"
days = [24]
{more}
[[scenario]]
name = "baseline"
title = "As it is"
[[scenario]]
name = "nothing"
title = "Nothing delivered"
programs = ["barr"]
fidelity = 0
[[scenario]]
name = "barr"
title = "BARR"
programs = ["barr"]
[[scenario]]
name = "mentors"
title = "Near-peer mentors"
programs = ["near_peer_mentors"]
"""

DESIGN = """
[design]
method = "factorial"
[[design.factor]]
key = "scenario.barr.fidelity"
values = [0.5, 1]
"""

TRIAL = """
[trial]
name = "small"
experiment = "../experiments/plain.toml"
scenario = "mentors"
assign = "students"
schools = [1, 2]
trials = 10
null_trials = 14
[[outcome]]
before = "survey.belonging@4"
after = "survey.belonging@164"
[[outcome]]
after = "gpa@end"
"""


def say(*arguments):
    run = subprocess.run([BELONG, *map(str, arguments)], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout


def experiment(name, students=140, every="week", experiment="", more="", runs=3):
    path = FOLDER / "experiments" / f"{name}.toml"
    path.write_text(
        EXPERIMENT.format(
            students=students, every=every, experiment=experiment, more=more, replicates=runs
        )
    )
    results = FOLDER / f"{name}.h5"
    say("run", path, "-o", results, "--threads", 2)
    return results


def main_lines(results):
    """The rows of the terminal's tables of effects, as this package would print them."""
    table = belong.in_words(belong.effects(results))
    return [
        f"  {row[0]:<28.28} {row[1]:>8} {row[2]:>8} {row[3]:>10}  {row[4]:<17}  {row[5]}"
        for row in table.itertuples(index=False)
    ]


def group_lines(results, limit):
    lines, labels = [], results["group_label"].to_series()
    for outcome in ("belonging", "referrals", "gpa"):
        table = belong.effects(results, outcome, groups="shown", limit=limit)
        style = table.attrs["styles"][outcome]
        for group in dict.fromkeys(table.index.get_level_values("group")):
            rows = table.xs(group, level="group")
            line = f"  {labels[group]:<32.32} {style.level(rows.baseline.iloc[0]):>8}"
            for row in rows.itertuples():
                line += f" {short_effect(row, style):>13}"
            lines.append(line)
    return lines


def rows_of(text):
    return [line for line in text.split("\n") if re.match(r"  \S", line)]


def check_printed(path, *options):
    """Effects, groups and the note on small ones are what `belong summary` prints."""
    printed = say("summary", path, *options)
    results = belong.open_results(path)
    limit = int(options[1]) if "--small-cell" in options else None
    if "--point" in options:
        results = results.sel(point=int(options[1]))
    above, below = printed.split("\nBy group:")
    tables, surveys = below.split("\nSurveys of everyone")
    assert rows_of(above) == main_lines(results)
    assert rows_of(tables) == group_lines(results, limit)
    note = belong.small_cells_note(results, limit)
    assert note in " ".join(surveys.split()), note
    assert ("Not shown" in printed) == bool(note)
    for row in belong.surveys(results, limit).xs("all", level="group").itertuples():
        if row.Index[2] != 19:  # the table has the first and the last day
            assert f"{row.score:.2f}  {100 * row.favourable:>3.0f}%" in surveys, row
    return results


def check_runs():
    plain = check_printed(experiment("plain"))
    # The ties of a program of which nothing is delivered, and its missing effect.
    table = belong.effects(plain, scenarios="nothing")
    assert (table.ties == 3).all() and (table.difference == 0).all()
    # Weeks and marking periods know their days.
    assert list(plain["school_day"].values[[0, 35]]) == [4, 179]
    assert list(plain["marking_period_day"].values) == [44, 89, 134, 179]
    # The file's own differences, where no sum over time comes between.
    apart = belong.paired_differences(plain, "belonging")
    np.testing.assert_allclose(apart, plain["belonging_change"].isel(week=-1), atol=1e-5)
    # The last week of the year is the year's figure of a state.
    ticks = belong.tick_effects(plain, "belonging", "barr")
    year = belong.effects(plain, "belonging", "barr").iloc[0]
    assert list(ticks.iloc[-1]) == list(year)
    # Small groups stay out, of surveys as of effects.
    assert "race_ethnicity:native" not in belong.surveys(plain).index.get_level_values("group")
    assert not belong.small_cells_note(plain) == ""

    check_printed(FOLDER / "plain.h5", "--small-cell", "30")
    check_printed(experiment("days", every="day"))
    check_printed(experiment("redrawn", experiment="redraw = true", runs=2))
    check_printed(experiment("one_run", runs=1))
    vectors = "configs/calibration/non_implausible.csv"
    check_printed(experiment("vectors", experiment=f'parameter_set = "{SOURCE / vectors}"'))
    check_printed(experiment("years", experiment="years = 2"))
    return plain


def check_design():
    path = experiment("screen", more=DESIGN)
    for point in (1, 2):
        check_printed(path, "--point", point)
    screen = belong.open_results(path)
    joined = belong.effects(screen, "gpa", "barr").join(belong.design(screen))
    assert list(joined.index.get_level_values("point")) == [1, 2]
    assert list(joined["barr_fidelity"]) == [0.5, 1]
    assert joined.difference.iloc[1] > joined.difference.iloc[0] > 0
    return screen


def check_trials():
    file, results = FOLDER / "trials" / "small.toml", FOLDER / "trial.h5"
    file.write_text(TRIAL)
    say("trial", file, "-o", results)
    trials, printed = belong.open_trials(results), " ".join(say("summary", results).split())
    table = belong.trial_power(trials)
    assert len(belong.trial_figures(trials)) == 2 * 2 * 14
    assert len(table) == 2 * 2 + 2
    for row in table.itertuples():
        rates = [
            f"{100 * share:.1f} ({100 * low:.1f}-{100 * high:.1f})"
            for share, low, high in (row[1:4], row[4:7])
        ]
        line = f"{row.Index[2]} {rates[0]} {rates[1]} {100 * row.cover:.0f} "
        assert line in printed, line
    assert f"{table.effect.iloc[-1]:+.3f}" in printed
    return results


def refused(part, call, *arguments, **options):
    try:
        call(*arguments, **options)
    except belong.Unfit as unfit:
        assert part in str(unfit), unfit
        return
    raise AssertionError(f"nobody said: {part}")


def check_refusals(plain, screen, trials):
    text = FOLDER / "text.h5"
    text.write_text("no results")
    netcdf = FOLDER / "other.nc"
    xarray.Dataset({"gpa": ("scenario", [2.4, 2.6])}).to_netcdf(netcdf)
    refused("is not there", belong.open_results, FOLDER / "nothing.h5")
    refused("can't be read as a results file", belong.open_results, text)
    refused("holds no results of `belong run`", belong.open_results, netcdf)
    refused("holds the trials", belong.open_results, trials)
    refused("holds no trials", belong.open_trials, FOLDER / "plain.h5")
    refused("no outcome 'luck' in this file; it has belonging", belong.effects, plain, "luck")
    refused("no scenario 'x' in this file; it has baseline", belong.effects, plain, scenarios="x")
    refused("no group 'x' in this file; it has all", belong.effects, plain, groups="x")
    refused("choose one", belong.curves, screen, "belonging")
    refused("has no curve", belong.curves, plain, "gpa")
    small = "race_ethnicity:native"
    refused("too few students", belong.curves, plain, "belonging", group=small)
    refused("too few students", belong.forest, plain, group=small)
    refused("there are race_ethnicity, gender", belong.by_group, plain, "gpa", "barr", "x")
    refused("no [design]", belong.design, plain)
    refused("fewer than 200 students in all", belong.effects, plain, limit=200)


def texts(figure):
    return " | ".join(t.get_text() for t in figure.findobj(plt.Text)).replace("\n", " ")


def check_pictures(plain):
    axes = belong.curves(plain, "belonging")
    mean = plain["belonging"].astype(float).mean("replicate").sel(group="all")
    drawn = [line.get_ydata() for line in axes.lines]
    np.testing.assert_allclose(drawn, mean)
    assert all(title in texts(axes.figure) for title in ("As it is", "BARR", "school week"))
    axes = belong.curves(plain, "attendance", "barr", change=True)
    change = 100 * plain["attendance_change"].sel(scenario="barr", group="all").mean("replicate")
    np.testing.assert_allclose(axes.lines[0].get_ydata(), change, atol=1e-4)
    panels = belong.forest(plain, ["belonging", "gpa"])
    assert len(panels) == 2 and "3 of 3" in texts(panels[0].figure)
    axes = belong.by_group(plain, "gpa", "barr", "race_ethnicity")
    said, notice = texts(axes.figure), plain.attrs["notice"]
    cut = belong.small_cells(plain)
    for group in cut[cut.dimension == "race_ethnicity"].itertuples():
        rows = [label.get_text().replace("\n", " ") for label in axes.get_yticklabels()]
        assert (group.label in rows) == (not group.hidden), group
    assert notice in said and "is assumed" in said and "Not shown" in said, said
    plt.close("all")


def check_rules():
    """Worked by hand, and lists that the terminal has as well."""
    hide = cells.hidden_groups
    assert hide([100, 9, 91], ["all", "a", "a"], 10) == ([False, True, True], [False, False, True])
    assert hide([100, 4, 5, 11, 80], ["all"] + 4 * ["a"], 10)[0] == [False, True, True, True, False]
    assert hide([100, 4, 6, 90], ["all"] + 3 * ["a"], 10)[1] == 4 * [False]
    low, high = interval([1.0, 3.0])  # t at 0.975 and 1 degree of freedom: 12.7062047364
    assert abs((high - low) / 2 - 12.7062047364) < 1e-9
    low, high = interval([1.0, 3.0], one_more=True)
    assert abs((high - low) / 2 - 12.7062047364 * 3**0.5) < 1e-9
    header = (SOURCE / "analysis/outcome_lists.h").read_text()
    for name, ours in (("kShares{", words.SHARES[:10]), ("kShareOfTies{", words.SHARES[10:]),
                       ("kMain{", words.MAIN)):  # fmt: skip
        theirs = re.findall(r'"(\w+)"', header.split(name)[1].split("}")[0])
        assert tuple(theirs) == ours, theirs


for place in ("experiments", "trials"):
    (FOLDER / place).mkdir()
for place in ("schools", "programs", "instruments"):
    (FOLDER / place).symlink_to(SOURCE / "configs" / place)
check_rules()
PLAIN = check_runs()
check_refusals(PLAIN, check_design(), check_trials())
check_pictures(PLAIN)
