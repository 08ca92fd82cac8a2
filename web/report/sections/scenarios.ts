// Scenarios side by side: what adults do, what changes, what it asks of staff and budgets, and what
// that is for each unit of what changed.

import { swatch } from "../../charts/swatch";
import type { Amount, Effect, Outcome, Program, Rate, Scenario, SideBySide } from "../data";
import { el, section, table, type Child, type Column } from "../dom";
import { difference, level, plain, short, unit } from "../numbers";
import { strings } from "../strings";
import type { View } from "../view";
import { apart_panel } from "./effects";

const words = strings.scenarios;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/// The evidence for the program as a whole, and for how many of its parts the size is a guess.
function evidence_of({ evidence, levers }: Program): string {
  const grade = evidence.split(":")[0] ?? evidence;
  const assumed = levers.filter((l) => l.evidence.includes("assumed")).length;
  const sizes = grade !== "assumed" && assumed > 0;
  return sizes ? `${grade}; ${words.sizes_assumed(assumed, levers.length)}` : grade;
}

/// What adults do: a single program's levers, or the titles of several, with their evidence.
function adults(view: View, scenario: Scenario): Child {
  if (scenario.baseline) return null;
  const programs = view.data.programs.filter((p) => scenario.programs.includes(p.key));
  const [only] = programs;
  if (!only) return el("span", { class: "note" }, words.no_program);
  const text =
    programs.length === 1
      ? words.one_program(capital(only.levers.map((l) => l.name).join("; ")), evidence_of(only))
      : words.programs(programs.map((p) => `${p.title} (${evidence_of(p)})`).join("; "));
  return el("span", { class: "note" }, text);
}

/// Two or three short lines, one above the other: the difference, its interval, in how many runs.
function change(effect: Effect | undefined, outcome: Outcome): Child {
  if (!effect || effect.difference === null) return strings.none;
  const { low, high } = effect;
  const lines: Child[] = [el("strong", {}, difference(effect.difference, outcome))];
  if (low !== null && high !== null) {
    lines.push(strings.interval(difference(low, outcome), difference(high, outcome)));
  }
  if (effect.higher_in !== null && effect.ties === effect.of) {
    lines.push(words.no_change);
  } else if (effect.higher_in !== null) {
    const up = effect.difference > 0;
    const runs = up ? effect.higher_in : effect.of - effect.higher_in - (effect.ties ?? 0);
    lines.push(words.runs(plain(runs), plain(effect.of)));
  }
  const clear = low !== null && high !== null && (low > 0 || high < 0);
  const worse = effect.difference > 0 ? outcome.better === "lower" : outcome.better === "higher";
  if (low !== null && !clear) lines.push(words.includes_zero);
  if (clear && worse) lines.push(el("strong", {}, words.worse));
  return el(
    "span",
    { class: clear ? "lines" : "lines unclear" },
    lines.map((line) => el("span", {}, line)),
  );
}

/// A sum, of which a part may not be known.
function amount(of: Amount | undefined, print: (n: string) => string): Child {
  if (!of || of.none) return strings.none;
  if (of.unknown.length === 0) return print(plain(of.known));
  const missing = el("span", { class: "note" }, words.not_known_for(of.unknown.join("; ")));
  if (!of.known) return words.not_known;
  return el("span", {}, words.at_least(print(plain(of.known))), missing);
}

function effects_table(view: View, side: SideBySide, outcomes: Outcome[]): HTMLElement {
  const cost = (s: Scenario) => side.costs.find((c) => c.scenario === s.key);
  const named = (s: Scenario): Child =>
    el("span", { class: "named" }, swatch(view.style_of(s)), el("span", {}, s.title));
  const any = (o: Outcome) =>
    view.others.map((s) => view.effect(o, s, "all")).find((e) => e !== undefined);
  const columns: Column<Scenario>[] = [
    { head: words.adults, kind: "row", cell: (s) => [named(s), adults(view, s)] },
    ...outcomes.map((o): Column<Scenario> => ({
      head: unit(o.unit) && o.unit !== "%" ? `${o.label} (${unit(o.unit)})` : o.label,
      kind: "number",
      cell: (s) => (s.baseline ? level(any(o)?.baseline, o) : change(view.effect(o, s, "all"), o)),
    })),
    {
      head: words.hours,
      kind: "number",
      cell: (s) => (s.baseline ? strings.none : amount(cost(s)?.hours, (n) => n)),
    },
    {
      head: words.dollars(side.years),
      kind: "number",
      cell: (s) => (s.baseline ? strings.none : amount(cost(s)?.dollars, (n) => `$${n}`)),
    },
  ];
  const caption = words.caption(view.baseline.title);
  return table(caption, columns, view.data.scenarios, "stacked beside");
}

function rate(of: Rate | undefined, print: (n: string) => string): Child {
  if (!of) return strings.none;
  if (of.value === null) return el("span", { class: "why" }, of.why);
  const between = strings.interval(print(short(of.low)), print(short(of.high)));
  return el(
    "span",
    { class: "lines" },
    el("span", {}, el("strong", {}, print(short(of.value)))),
    el("span", {}, between),
  );
}

/// Staff time, and dollars where any are known, for each unit of what changed.
function costs_part(view: View, side: SideBySide): Child {
  if (side.measures.length === 0 || side.costs.every((c) => c.hours.none)) return null;
  const priced = side.costs.some((c) => !c.dollars.none && c.dollars.unknown.length === 0);
  const cost = (s: Scenario) => side.costs.find((c) => c.scenario === s.key);
  const columns: Column<Scenario>[] = [
    {
      head: strings.columns.scenario,
      kind: "row",
      cell: (s) => el("span", { class: "named" }, swatch(view.style_of(s)), el("span", {}, s.title)),
    },
    ...side.measures.map((m, i): Column<Scenario> => ({
      head: words.hours_for(m.hours),
      kind: "number",
      cell: (s) => rate(cost(s)?.rates[i]?.hours, (n) => n),
    })),
    ...(priced ? side.measures : []).map((m, i): Column<Scenario> => ({
      head: words.dollars_for(m.dollars),
      kind: "number",
      cell: (s) => rate(cost(s)?.rates[i]?.dollars, (n) => `$${n}`),
    })),
  ];
  return [
    el("h3", {}, words.costs_title),
    el("p", { class: "about" }, words.costs_how, priced ? "" : ` ${words.no_dollars}`),
    table(words.costs_caption, columns, view.others, "stacked beside"),
  ];
}

export function scenarios(view: View): HTMLElement {
  const side = view.data.side_by_side;
  if (!side || view.others.length === 0) {
    return section("scenarios", words.title, el("p", {}, words.nothing));
  }
  const outcomes = side.outcomes.flatMap((k) => view.data.outcomes.find((o) => o.key === k) ?? []);
  return section(
    "scenarios",
    words.title,
    el("p", { class: "lead" }, words.lead(view.data.replicates)),
    effects_table(view, side, outcomes),
    el("p", { class: "about" }, words.notes, " ", view.data.interval_note),
    el("h3", {}, words.picture),
    el("p", { class: "about" }, words.picture_how),
    el(
      "div",
      { class: "panels of-3" },
      outcomes.map((o) => apart_panel(view, o)),
    ),
    costs_part(view, side),
  );
}
