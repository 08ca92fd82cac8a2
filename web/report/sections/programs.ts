// What each program did in the model, for whom, at what cost, and on what evidence.

import type { Lever, Program } from "../data";
import { el, section, terms, type Child } from "../dom";
import { plain } from "../numbers";
import { strings } from "../strings";
import type { View } from "../view";

const words = strings.programs;

/// A number with its note, the note alone, or that it is not known.
function with_note(value: string | null, note: string | undefined): Child {
  if (value === null) return note || words.unknown_cost;
  return note ? [value, el("span", { class: "note" }, note)] : value;
}

function lever(l: Lever): HTMLElement {
  return el(
    "li",
    {},
    el("p", {}, el("strong", {}, l.meaning), " ", el("code", {}, l.name)),
    terms(
      [
        [words.amount, String(l.amount)],
        [words.reach, l.reach],
        [words.schedule, l.schedule],
        [words.evidence, l.evidence],
      ],
      "facts across",
    ),
  );
}

/// A source as text; a DOI or web address is not made a link, so that the page asks for nothing.
function sources(p: Program): Child {
  if (p.sources.length === 0) return null;
  return el(
    "ul",
    { class: "sources" },
    p.sources.map((s) => el("li", {}, s)),
  );
}

function program(view: View, p: Program): HTMLElement {
  const used = view.others.filter((s) => s.programs.includes(p.key)).map((s) => s.title);
  const hours = p.staff_hours === null ? null : words.hours(plain(p.staff_hours));
  const cost = p.cost_per_student === null ? null : words.per_student(plain(p.cost_per_student));
  const not_known = Array.isArray(p.not_known) ? p.not_known.join(" ") : p.not_known;
  return el(
    "article",
    { class: "program" },
    el("p", { class: "shelf" }, p.shelf),
    el("h3", {}, p.title),
    el("p", { class: "summary" }, p.summary),
    el(
      "div",
      { class: "columns" },
      el(
        "div",
        { class: "did" },
        el("h4", {}, words.levers),
        el("ul", { class: "levers" }, p.levers.map(lever)),
      ),
      terms(
        [
          [words.for_whom, p.for_whom],
          [words.dose, p.dose],
          [words.fidelity, p.fidelity === null ? null : String(p.fidelity)],
          [words.staff_hours, with_note(hours, p.staff_note)],
          [words.cost, with_note(cost, p.cost_note)],
          [words.evidence, p.evidence],
          [words.part_of, used.join(", ")],
          [words.not_known, not_known],
          [words.sources, sources(p)],
        ],
        "facts",
      ),
    ),
  );
}

export function programs(view: View): HTMLElement {
  return section(
    "programs",
    words.title,
    el("p", { class: "lead" }, words.lead),
    view.data.programs.map((p) => program(view, p)),
  );
}
