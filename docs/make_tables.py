#!/usr/bin/python3
"""Writes the generated tables of docs/ODD.md from the code.

usage: docs/make_tables.py [--check | --printed RESULTS]
  --check            write nothing; exit 1 if a table is out of date
  --printed RESULTS  also copy what `belong summary RESULTS` prints first into README.md

The tables stand between `<!-- generated: NAME -->` and `<!-- end -->`:
  state     columns of models/state.h, in the order and under the comments of that file
  day       the list in the comment of models/day.h
  year      calls of live_year() in models/year.cpp, in order, with their conditions
  outcomes  rows of models/outcomes.h
Words that the code does not hold are in docs/tables.toml. Exits 2 when the code has something that
the words don't know, or the words something that the code no longer has.
"""

import pathlib
import re
import subprocess
import sys
import tomllib

DOCS = pathlib.Path(__file__).resolve().parent
CODE = DOCS.parent / "models"


class Unknown(Exception):
    """The code and the words differ."""


def source(name):
    return (CODE / name).read_text(encoding="utf-8")


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def agree(kind, found, words):
    """Everything found has words, and every word was found."""
    for name in found:
        if name not in words:
            raise Unknown(f"docs/tables.toml: [{kind}] has no words for {name}")
    for name in words:
        if name not in found:
            raise Unknown(f"docs/tables.toml: [{kind}] {name} is not in the code any more")


SHAPES = {
    "sim::Buffered<float>": "student",
    "sim::Column<float>": "student",
    "sim::Column<std::uint32_t>": "student",
    "PeriodColumns": "student and period",
    "std::vector<FriendRow>": "student",
    "std::vector<float>": "section",
    "sim::Network": "tie",
    "std::vector<std::vector<PastPair>>": "student and teacher known",
    "Friendships": "tie",
    "FriendshipRoom": "school",
}


def state_table(words):
    """A table for each comment of struct State."""
    body = re.search(r"struct State \{(.*?)\n\};", source("state.h"), re.S).group(1)
    groups, comment, fresh = [], "", True
    for line in body.splitlines():
        line = line.strip()
        if line.startswith("//"):
            text = line.lstrip("/ ")
            comment = text if fresh else f"{comment} {text}"
            fresh = False
            continue
        fresh = True
        declared = re.fullmatch(r"([\w:<>]+) ([\w, ]+);", line)
        if not declared:
            continue
        kind, names = declared.groups()
        if kind not in SHAPES:
            raise Unknown(f"docs/make_tables.py: SHAPES has no words for {kind}")
        if not groups or groups[-1][0] != comment:
            groups.append((comment, []))
        for name in names.split(", "):
            shape = "teacher" if comment.startswith("Teachers") else SHAPES[kind]
            groups[-1][1].append((name, shape, kind.startswith("sim::Buffered")))
    agree("state", [name for _, rows in groups for name, _, _ in rows], words)
    parts = []
    for comment, columns in groups:
        rows = []
        for name, shape, buffered in columns:
            symbol, unit, span, meaning = words[name]
            meaning += " (read `now`, written `next`)" if buffered else ""
            rows.append((f"`{name}`", symbol, shape, unit, span, meaning))
        head = ("column", "symbol", "one for each", "unit", "range", "meaning")
        parts.append(f"*{comment}*\n\n" + table(head, rows))
    return "\n\n".join(parts)


def day_table():
    rows = []
    for line in source("day.h").splitlines():
        step = re.fullmatch(r"//   (\S.*?)\s{2,}(\S.*)", line)
        more = re.fullmatch(r"//\s{6,}(\S.*)", line)
        if step:
            rows.append([step[1], step[2]])
        elif more and rows:
            rows[-1][1] += " " + more[1]
    return table(("part of the day", "what happens"), rows)


def documented():
    """Functions of the headers by name, with the comment above them."""
    said = {}
    for header in ("day.h", "week.h", "next_year.h", "setting.h", "inputs.h"):
        above = []
        for line in source(header).splitlines():
            comment = re.match(r"\s*///\s?(.*)", line)
            function = re.match(r"\s*[\w:<>]+ (\w+)\(", line)
            if comment:
                above.append(comment[1])
                continue
            if function and above:
                said[function[1]] = " ".join(above)
            above = []
    return said


def braces_end(text, start):
    """Where the brace that opens at `start` closes."""
    depth = 0
    for at in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return at
    raise Unknown("models/year.cpp: live_year() has no end")


def statements(text, conditions=()):
    """(call, conditions) of each statement, inside out of `if` and in order."""
    found, at = [], 0
    while at < len(text):
        if re.match(r"if \(", text[at:]) and (at == 0 or not text[at - 1].isalnum()):
            depth, end = 0, at + 3
            while True:
                depth += {"(": 1, ")": -1}.get(text[end], 0)
                end += 1
                if depth == 0:
                    break
            inner = (*conditions, " ".join(text[at + 4 : end - 1].split()))
            if text[end:].lstrip().startswith("{"):
                opens = text.index("{", end)
                closes = braces_end(text, opens)
                found += statements(text[opens + 1 : closes], inner)
                at = closes + 1
            else:
                closes = text.index(";", end)
                found += statements(text[end : closes + 1], inner)
                at = closes + 1
            continue
        call = re.match(r"([A-Za-z_]\w*(?:(?:\.|->)\w+)?)\(", text[at:])
        if call and (at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "_.>:")):
            found.append((call[1], conditions))
        at += 1
    return found


def year_table(when, stages):
    said = documented()
    said["inputs.rebuild"] = said.get("rebuild", "")
    text = source("year.cpp")
    text = text[text.index("const Seating& live_year") :]
    loop = text.index("{", text.index("for (", text.index("{")))
    body = text[loop + 1 : braces_end(text, loop)]
    rows, used_when, used_stages = [], {}, {}
    for call, conditions in statements(body):
        if call in stages:
            meaning = used_stages[call] = stages[call]
        elif call in said and not call.startswith("calendar."):
            meaning = said[call]
        else:
            continue
        meaning = re.split(r"\.\s+(?=[A-Z])", meaning)[0].rstrip(".")  # its first sentence
        words = []
        for condition in conditions:
            used_when[condition] = True
            words.append(when.get(condition, ""))
        rows.append((f"`{call}`", "; ".join(filter(None, words)) or "every day", meaning))
    agree("when", list(used_when), when)
    agree("stage", list(used_stages), stages)
    return table(("stage", "when", "what it does"), rows)


def outcomes_table():
    text = source("outcomes.h")
    text = text[text.index("kOutcomeRows{{") :]
    row = re.compile(
        r'\{"(\w+)", "([^"]*)", "([^"]*)", Cadence::(\w+), Better::(\w+), [^"]*'
        r'((?:"[^"]*"\s*)+)(?:, Summary::(\w+))?\}'
    )
    cadence = {"tick": "week or day", "marking_period": "marking period", "year": "year"}
    rows = []
    for key, label, unit, read, better, doc, summary in row.findall(text):
        words = "".join(re.findall(r'"([^"]*)"', doc))
        rows.append((f"`{key}`", label, unit, cadence[read], summary or "last", better, words))
    count = len(re.findall(r"Cadence::", text))
    if len(rows) != count:
        raise Unknown(f"models/outcomes.h: {count} outcomes, of which {len(rows)} could be read")
    head = ("outcome", "label", "unit", "read each", "figure of the year", "hoped for", "meaning")
    return table(head, rows)


def put(text, name, new):
    """The text with its one place for `name` filled."""
    mark = re.compile(rf"(<!-- generated: {name} -->\n).*?(<!-- end -->)", re.S)
    text, times = mark.subn(lambda m: f"{m[1]}{new}\n{m[2]}", text)
    if times != 1:
        raise Unknown(f"{times} places for the table {name}, not 1")
    return text


def copy_printed(results):
    """The title, the first scenario's answer, and its part of the table of effects."""
    program = DOCS.parent / "build/release/belong"
    run = subprocess.run([program, "summary", results], check=True, capture_output=True, text=True)
    title, answer, *others = run.stdout.strip().split("\n\n")
    scenario = next(part for part in others if "higher in" in part.splitlines()[0])
    page = DOCS.parent / "README.md"
    printed = f"```\n{title}\n\n{answer}\n\n{scenario}\n```"
    page.write_text(put(page.read_text(encoding="utf-8"), "printed", printed), encoding="utf-8")


def main(arguments):
    printed = len(arguments) == 2 and arguments[0] == "--printed"
    if arguments not in ([], ["--check"]) and not printed:
        print(__doc__, file=sys.stderr)
        return 2
    words = tomllib.loads((DOCS / "tables.toml").read_text(encoding="utf-8"))
    try:
        tables = {
            "state": state_table(words["state"]),
            "day": day_table(),
            "year": year_table(words["when"], words["stage"]),
            "outcomes": outcomes_table(),
        }
        page = DOCS / "ODD.md"
        old = new = page.read_text(encoding="utf-8")
        for name, text in tables.items():
            new = put(new, name, text)
        if printed:
            copy_printed(arguments[1])
    except Unknown as unknown:
        print(unknown, file=sys.stderr)
        return 2
    if new == old:
        return 0
    if arguments == ["--check"]:
        print("docs/ODD.md is out of date; run docs/make_tables.py", file=sys.stderr)
        return 1
    page.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
