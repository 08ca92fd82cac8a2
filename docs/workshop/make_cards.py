#!/usr/bin/python3
"""Makes the printable cards of the workshop, docs/workshop/cards.html.

usage: docs/workshop/make_cards.py [--check | --figures [BELONG] | --check-figures BELONG]
  --check                 write nothing; exit 1 if the cards are not what their sources say
  --figures BELONG        run library.toml with BELONG (build/release/belong), then make the cards
  --check-figures BELONG  run it and write nothing; exit 1 if the figures have changed, or if the
                          sheets were drawn from other results

Lever cards come from configs/programs, and what the model says of each from figures.csv, which
--figures writes and which needs analysis/python; the other cards from cards.toml. Exits 2 when the
sources do not fit together.
"""

import csv
import html
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
SHELVES = ("access", "relationships", "instruction", "policy")
OUTCOMES = {  # of the lever cards: in words that fit
    "belonging": "Belonging (SD)",
    "referrals": "Referrals a student",
    "ever_suspended": "Suspended at least once",
    "chronically_absent": "Chronically absent",
    "core_passed": "All core courses passed",
}
LINE, ROWS = 54, 14  # characters of a line of a lever card, lines under its title
TITLE = 36  # characters of a title that takes one line
SMALL_LINE, SMALL_ROWS = 58, 15  # the same in small print
COLUMNS = ["program", "outcome", "baseline", "scenario", "higher_in", "clear"]
EVIDENCE = {
    "cited": "a trial or a table stands behind it",
    "observational": "nobody drew lots",
    "assumed": "ours",
}


class Unfit(Exception):
    """The sources do not fit together."""


def programs():
    """The library by shelf and title, as the files have it."""
    paths = (PROJECT / "configs/programs").glob("*.toml")
    found = [tomllib.loads(path.read_text(encoding="utf-8")) for path in paths]

    def place(program):
        about = program["program"]
        return SHELVES.index(about["shelf"]), about["title"]

    return sorted(found, key=place)


def measured(program):
    """figures.csv as it should be: what each program does alone, in words of the terminal; and the
    fingerprint of the run."""
    sys.path.insert(0, str(PROJECT / "analysis/python"))
    import belong_results as belong

    with tempfile.TemporaryDirectory() as folder:
        results = pathlib.Path(folder) / "library.h5"
        command = [program, "run", HERE / "library.toml", "-o", results]
        subprocess.run(command, check=True, capture_output=True)
        data = belong.open_results(results)
    table = belong.effects(data, list(OUTCOMES))
    words, lines = belong.in_words(table), io.StringIO()
    rows = csv.writer(lines, lineterminator="\n")
    rows.writerow(COLUMNS)
    for key, row in table.iterrows():
        clear = row.low > 0 or row.high < 0
        said = words.loc[key]
        rows.writerow([*key[:2], said.baseline, said.scenario, said["higher in"], int(clear)])
    return lines.getvalue(), data.attrs["fingerprint"]


def figures():
    """By program and outcome, and the number of runs."""
    rows = csv.DictReader((HERE / "figures.csv").read_text(encoding="utf-8").splitlines())
    return {(row["program"], row["outcome"]): row for row in rows}


def staff_time(cost):
    hours = cost.get("staff_hours_per_week")
    note = cost.get("staff_note", "")
    if hours is None:
        return note or "not known"
    return f"{hours:g} hours a teacher a week. {note}"


def money(cost):
    dollars = cost.get("cost_per_student")
    note = cost.get("note", "")
    return note or "not known" if dollars is None else f"${dollars:g} a student a year. {note}"


def plain(text):
    return html.escape(" ".join(text.split()), quote=False)


def card(kind, title, body, foot, small=False):
    kind += " small" if small else ""
    return (f'<article class="{kind}"><h2>{title}</h2>\n{body}\n'
            f"<footer>{foot}</footer></article>\n")  # fmt: skip


def lines(body, line):
    """About how many lines of `line` characters a card's text takes, tables included."""
    tables = body.count("<tr>")
    paragraphs = re.sub(r"<table>.*</table>", "", body).split("</p>")[:-1]
    return tables + sum(-(-len(re.sub(r"<[^>]*>", "", p)) // line) for p in paragraphs)


def item(name, text):
    return f"<p><b>{name}</b> {plain(text)}</p>" if text else ""


def lever_card(kind, about, body, foot):
    rows = ROWS - (len(about["title"]) > TITLE)
    return card(kind, plain(about["title"]), body, foot, small=lines(body, LINE) > rows)


def lever_front(p):
    about = p["program"]
    body = f"<p>{plain(about['summary'])}</p>" + item("For whom", about["for_whom"])
    body += item("How much", about["dose"]) + item("Staff time", staff_time(p["cost"]))
    body += item("Cost", money(p["cost"]))
    return lever_card("lever", about, body, f"lever · {about['shelf']}")


def figure_lines(key, table):
    rows = ""
    for outcome, words in OUTCOMES.items():
        row = table.get((key, outcome))
        if row is None:
            raise Unfit(f"figures.csv has nothing on {outcome} with {key}: run --figures")
        if row["clear"] == "1" and row["baseline"] == row["scenario"]:
            says = "hardly changes"
        elif row["clear"] == "1":
            says = f"{row['baseline']} → {row['scenario']}"
        else:
            says = "no clear change"
        counted = row["higher_in"].split(" (")[0] if row["clear"] == "1" else ""
        rows += f"<tr><td>{words}<td>{says}<td>{counted}"
    return f"<table>{rows}</table>"


def assumed_sizes(levers):
    """How many of a program's amounts nothing stands behind, in words."""
    assumed = sum("assumed" in lever["evidence"] for lever in levers)
    if assumed == len(levers):
        words = "Its size in the model is" if assumed == 1 else "All its sizes in the model are"
        return f"{words} assumed."
    return f"{assumed} of its {len(levers)} sizes in the model are assumed." if assumed else ""


def lever_back(p, table):
    about = p["program"]
    label, _, rest = about["evidence"].partition(":")
    if label not in EVIDENCE:
        raise Unfit(f"{about['name']}: no words for the evidence {label}")
    sizes = assumed_sizes(p["lever"])
    ids = ", ".join(about.get("evidence_ids", []))
    body = figure_lines(about["name"], table)
    found = f" ({ids})" if ids else ""
    body += f'<p><b class="label">{label}</b> {plain(rest)}{found}. {sizes}</p>'
    sentences, more = re.split(r"(?<=[.]) ", " ".join(about["not_known"].split())), ""
    while lines(body + item("Not known", " ".join(sentences) + more), SMALL_LINE) > SMALL_ROWS - (
        len(about["title"]) > TITLE
    ):
        sentences.pop()
        more = f" More: belong programs {about['name']}."
    body += item("Not known", " ".join(sentences) + more)
    foot = "in the model: as it is → with it, and runs in which it ends higher"
    return lever_card("lever back", about, body, foot)


def cue(c):
    body = f'<p class="event">{plain(c["event"])}</p>' + item("One reading", c["one"])
    body += item("Another", c["other"]) + item("Adults can", c["adults"])
    return card("cue", "What happens", body, f"cue · {plain(c['stands_for'])}")


def role(r):
    body = f"<p>{plain(r['does'])}</p><p class='event'>{plain(r['says'])}</p>"
    return card("role", plain(r["name"]), body, "role in the talk")


def seat(r):
    body = item("Holds in hand", r["holds"]) + f"<p class='event'>{plain(r['asks'])}</p>"
    return card("role", plain(r["name"]), body, "seat at the table: for the six-week test")


def protocol(p):
    lines = "".join(f"<li>{plain(line)}" for line in p["lines"])
    return card("protocol", plain(p["title"]), f"<ol>{lines}</ol>", "one for each table")


def sheets(cards, mirrored=False):
    """Eight to a sheet. Mirrored: each pair changes places, for the back of a sheet."""
    text = ""
    for start in range(0, len(cards), 8):
        eight = cards[start : start + 8]
        eight += ['<article class="none"></article>\n'] * (8 - len(eight))
        if mirrored:
            eight = [eight[k ^ 1] for k in range(8)]
        text += "<section>\n" + "".join(eight) + "</section>\n"
    return text


def page():
    words = tomllib.loads((HERE / "cards.toml").read_text(encoding="utf-8"))
    library, table = programs(), figures()
    known = {p["program"]["name"] for p in library}
    run = tomllib.loads((HERE / "library.toml").read_text(encoding="utf-8"))["scenario"]
    if known != {s["name"] for s in run[1:]} or known != {key for key, _ in table}:
        raise Unfit("configs/programs, library.toml and figures.csv do not have the same programs")
    text = sheets([protocol(p) for p in words["protocol"] for _ in range(4)])
    text += sheets([cue(c) for c in words["cue"]])
    text += sheets([role(r) for r in words["role"]]) + sheets([seat(r) for r in words["seat"]])
    for start in range(0, len(library), 8):
        eight = library[start : start + 8]
        text += sheets([lever_front(p) for p in eight])
        text += sheets([lever_back(p, table) for p in eight], mirrored=True)
    frame = (HERE / "cards_frame.html").read_text(encoding="utf-8")
    return frame.replace("<!-- sheets -->\n", text)


def main(arguments):
    option = arguments[0] if arguments else ""
    if option not in ("", "--check", "--figures", "--check-figures") or len(arguments) > 2:
        print(__doc__, file=sys.stderr)
        return 2
    program = arguments[1] if len(arguments) > 1 else PROJECT / "build/release/belong"
    file, cards = HERE / "figures.csv", HERE / "cards.html"
    try:
        if option == "--check-figures":
            rows, fingerprint = measured(program)
            sheets_of = (HERE / "sheets.html").read_text(encoding="utf-8")
            if rows == file.read_text(encoding="utf-8") and fingerprint[:8] in sheets_of:
                return 0
            print("docs/workshop: figures.csv or sheets.html is out of date; run make_cards.py "
                  "--figures and make_sheets.py there", file=sys.stderr)  # fmt: skip
            return 1
        if option == "--figures":
            file.write_text(measured(program)[0], encoding="utf-8")
        made = page()
    except Unfit as unfit:
        print(f"docs/workshop/make_cards.py: {unfit}", file=sys.stderr)
        return 2
    if option == "--check":
        if cards.exists() and cards.read_text(encoding="utf-8") == made:
            return 0
        print("docs/workshop/cards.html is out of date; run docs/workshop/make_cards.py",
              file=sys.stderr)  # fmt: skip
        return 1
    cards.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
