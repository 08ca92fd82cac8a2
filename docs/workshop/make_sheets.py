#!/usr/bin/python3
"""Draws the sheets for "predict and reveal": docs/workshop/sheets.html and its pictures.

usage: docs/workshop/make_sheets.py [BELONG]
  BELONG  the program: build/release/belong

Runs the ninth-grade experiment, the library of programs (library.toml), and the same three ninth
grades drawn anew 100 times, as they are and with every group treated alike. Needs what
analysis/python needs; takes about a minute on two cores.
"""

import html
import pathlib
import re
import subprocess
import sys
import tempfile

import questions
from questions import belong

HERE = questions.HERE
PROJECT = HERE.parents[1]
UNLIKE = r"^(stigma|support_gap|bias|harassment|access|own_group|same_tie) = .*\n"
DRAWN_ANEW = """
[experiment]
name = "drawn_anew"
title = "{title}"
school = "school.toml"
seed = 20260901
replicates = 100
redraw = true
[parameters.friendship]
{friendship}
[record]
outcomes = ["belonging", "referrals", "gpa"]
[[scenario]]
name = "baseline"
title = "{title}"
"""


def run(program, experiment, folder):
    results = folder / f"{experiment.stem}.h5"
    subprocess.run([program, "run", experiment, "-o", results], check=True, capture_output=True)
    return belong.open_results(results)


def drawn_anew(program, folder, alike):
    """The three ninth grades, 100 times; alike: nothing in the environment knows a group."""
    place = folder / ("alike" if alike else "as_it_is")
    place.mkdir()
    school = (PROJECT / "configs/schools/three_high_schools.toml").read_text(encoding="utf-8")
    title = "Every group treated alike" if alike else "As it is"
    friendship = "own_group = 0\nown_group_minority = 0" if alike else ""
    text = re.sub(UNLIKE, "", school, flags=re.M) if alike else school
    (place / "school.toml").write_text(text, encoding="utf-8")
    experiment = place / "experiment.toml"
    experiment.write_text(DRAWN_ANEW.format(title=title, friendship=friendship), encoding="utf-8")
    return run(program, experiment, place)


QUESTIONS = {
    "year": "What is a first year like?",
    "when": "When does it show?",
    "which": "Which lever moves which outcome?",
    "who": "Where does it move most?",
    "alike": "What is left when every group is treated alike?",
    "door": "Is an open door enough?",
}


def page(name, kind, line, prints):
    title = html.escape(QUESTIONS[name])
    number = list(QUESTIONS).index(name) + 1
    step = "Predict" if kind == "blank" else "Reveal"
    alt = f"{step}: {title}" + ("" if kind == "blank" else f" {html.escape(line)}")
    said = "Draw first, alone and in silence. Then talk." if kind == "blank" else html.escape(line)
    return f"""<section>
<p class="step">{number} · {step}</p>
<h2>{title}</h2>
<img src="pictures/{name}_{kind}.png" alt="{alt}">
<p>{said}</p>
<footer>Synthetic schools. A model to think with, not a forecast of a school or a child.{prints}</footer>
</section>
"""


def main(arguments):
    program = pathlib.Path(arguments[0] if arguments else PROJECT / "build/release/belong")
    (HERE / "pictures").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        grade = run(program, PROJECT / "configs/experiments/ninth_grade.toml", folder)
        library = run(program, HERE / "library.toml", folder)
        pair = [drawn_anew(program, folder, treated) for treated in (False, True)]
        lines = {
            "year": questions.the_year(grade),
            "when": questions.when(grade),
            "which": questions.which(grade),
            "who": questions.who(grade),
            "alike": questions.alike(*pair),
            "door": questions.door(library),
        }
    prints = f" Results {grade.attrs['fingerprint'][:8]}, {library.attrs['fingerprint'][:8]}."
    pages = "".join(
        page(name, kind, lines[name], prints if kind == "reveal" else "")
        for name in QUESTIONS
        for kind in ("blank", "reveal")
    )
    frame = (HERE / "sheets_frame.html").read_text(encoding="utf-8")
    (HERE / "sheets.html").write_text(frame.replace("<!-- pages -->\n", pages), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
