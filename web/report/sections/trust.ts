// How far to trust it: what the model is for, what the intervals cover, where its numbers are from.

import type { Parameter } from "../data";
import { el, fold, section, table, type Child } from "../dom";
import { exact, plain, unit } from "../numbers";
import { strings } from "../strings";
import { hidden_names, type View } from "../view";

const words = strings.trust;
const heads = strings.columns;
const grades = ["cited", "derived", "calibrated", "assumed"];

const is_changed = (p: Parameter): boolean => p.value !== p.default;

function value_of(p: Parameter): Child {
  const small = unit(p.unit);
  const value = small ? `${exact(p.value)} ${small}` : exact(p.value);
  if (!is_changed(p)) return value;
  return [el("strong", {}, value), ` ${words.changed_from(exact(p.default))}`];
}

function range_of(p: Parameter): string {
  if (p.low === null || p.high === null) return strings.none;
  return strings.interval(exact(p.low), exact(p.high));
}

function parameter_table(parameters: Parameter[]): HTMLElement {
  const changed_first = [
    ...parameters.filter(is_changed),
    ...parameters.filter((p) => !is_changed(p)),
  ];
  return fold("numbers", words.fold, () =>
    table(
      words.caption,
      [
        { head: heads.key, kind: "row", cell: (p) => el("code", {}, p.key) },
        { head: heads.parameter_value, cell: value_of },
        { head: heads.range, cell: range_of },
        { head: heads.meaning, cell: (p) => p.doc },
        { head: heads.evidence, cell: (p) => p.evidence },
        { head: heads.source, cell: (p) => p.source },
      ],
      changed_first,
    ),
  );
}

function counts(parameters: Parameter[]): HTMLElement {
  const unusual = parameters.map((p) => p.evidence).filter((e) => !grades.includes(e));
  return el(
    "ul",
    { class: "counts" },
    [...grades, ...new Set(unusual)].map((grade) => {
      const n = parameters.filter((p) => p.evidence === grade).length;
      const meaning = words.meaning[grade];
      return el(
        "li",
        { class: grades.includes(grade) ? grade : undefined },
        el("strong", {}, plain(n)),
        el("span", { class: "grade" }, grade),
        meaning ? el("span", { class: "about" }, meaning) : null,
      );
    }),
  );
}

export function trust(view: View): HTMLElement {
  const { data } = view;
  const hidden = hidden_names(view);
  const small = data.small_cell_note || words.small_rule(data.small_cell);
  return section(
    "trust",
    words.title,
    el("p", { class: "lead" }, el("strong", {}, words.lead), " ", words.use),
    el("h3", {}, words.intervals),
    el("p", {}, data.interval_note),
    el("h3", {}, words.small),
    el("p", {}, small, hidden ? ` ${words.hidden_here(hidden)}` : null),
    el("h3", {}, words.numbers),
    el("p", {}, words.count(data.parameters.length)),
    counts(data.parameters),
    el("p", {}, words.changed(data.parameters.filter(is_changed).length)),
    parameter_table(data.parameters),
  );
}
