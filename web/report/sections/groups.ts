// Curves by group, and the gap between groups under the levels that it comes from.

import { fit } from "../../charts/fit";
import { room_for, y_ticks, type Frame } from "../../charts/frame";
import { lines_panel, room_for_ends } from "../../charts/lines";
import { extent_of, last_point, padded, type Series } from "../../charts/series";
import { group_style } from "../../charts/style";
import { band_table } from "../band_table";
import type { Group, Outcome, Scenario } from "../data";
import { el, section, type Child } from "../dom";
import { difference, level, plain, unit } from "../numbers";
import { strings } from "../strings";
import { as_series, hidden_names, shown_groups, type View } from "../view";
import { environment_of } from "./environment";
import { gap_table, levelling } from "./gap_table";

const words = strings.groups;
const height = 200; // px
const many = 6; // scenarios; with more all pictures wait in folds

/// Everything one outcome and one dimension need, by scenario.
interface Block {
  outcome: Outcome;
  dimension: string;
  reference: string;
  levels: Map<Scenario, Series[]>;
  gaps: Map<Scenario, Series[]>;
}

function make_block(
  view: View,
  outcome: Outcome,
  dimension: string, // its label
  groups: Group[],
): Block | null {
  const levels = new Map<Scenario, Series[]>();
  const gaps = new Map<Scenario, Series[]>();
  let reference = "";
  for (const scenario of view.data.scenarios) {
    const mine: Series[] = [];
    const apart: Series[] = [];
    groups.forEach((group, i) => {
      const curve = view.curve(outcome, scenario, group.key);
      if (curve) mine.push(as_series(curve, group.label, group_style(i)));
      const gap = view.gap(outcome, scenario, group.key);
      if (!gap) return;
      apart.push(as_series(gap, group.label, group_style(i)));
      reference = groups.find((g) => g.key === gap.reference)?.label ?? gap.reference;
    });
    if (mine.length > 0) levels.set(scenario, mine);
    if (apart.length > 0) gaps.set(scenario, apart);
  }
  return levels.size > 0 ? { outcome, dimension, reference, levels, gaps } : null;
}

const flat = (by: Map<Scenario, Series[]>): Series[] => [...by.values()].flat();

/// The frame of levels or of gaps. Both have the same margins, so that their times line up.
function frame_for(block: Block, width: number, signed: boolean, description: string): Frame {
  const levels = flat(block.levels);
  const gaps = flat(block.gaps);
  const times = levels.flatMap((s) => s.time);
  const level_range = padded(extent_of(levels), 0.08);
  const gap_range = padded([0, ...extent_of(gaps)], 0.08);
  const names = [...new Set(levels.map((s) => s.label))];
  const print = signed ? difference : level;
  return {
    width,
    height,
    margin_left: Math.max(room_for(y_ticks(level_range)), room_for(y_ticks(gap_range))),
    margin_right: room_for_ends(names, width),
    x: [Math.min(...times), Math.max(...times)],
    y: signed ? gap_range : level_range,
    x_name: strings.time[block.outcome.time],
    format: (v: number) => print(v, block.outcome),
    description,
  };
}

const at_end = (series: Series[], print: (v: number | undefined) => string): string =>
  series.map((s) => `${s.label} ${print(last_point(s)?.mean)}`).join(", ");

function card(block: Block, scenario: Scenario): HTMLElement | null {
  const levels = block.levels.get(scenario);
  if (!levels) return null;
  const gaps = block.gaps.get(scenario);
  const { outcome, reference } = block;
  const seen = words.describe_levels(
    outcome.label,
    scenario.title,
    at_end(levels, (v) => level(v, outcome)),
  );
  const parts: Child[] = [
    el("h5", {}, scenario.title),
    el("p", { class: "part" }, words.levels),
    fit((width) => lines_panel(levels, frame_for(block, width, false, seen))),
  ];
  if (gaps) {
    const said = words.describe_gaps(
      outcome.label,
      scenario.title,
      reference,
      at_end(gaps, (v) => difference(v, outcome)),
    );
    parts.push(
      el("p", { class: "part" }, words.gap(reference)),
      fit((width) => lines_panel(gaps, frame_for(block, width, true, said), true)),
    );
  }
  return el("div", { class: "panel" }, parts);
}

function tables(block: Block): HTMLElement[] {
  const { outcome, dimension, reference } = block;
  const named = (by: Map<Scenario, Series[]>): Series[] =>
    [...by].flatMap(([s, list]) =>
      list.map((one) => ({ ...one, label: `${s.title}: ${one.label}` })),
    );
  const levels = words.levels_caption(outcome.label, dimension);
  const made = [
    band_table(words.numbers(levels), levels, outcome.time, named(block.levels), (v) =>
      level(v, outcome),
    ),
  ];
  if (block.gaps.size > 0) {
    const gaps = words.gaps_caption(outcome.label, reference);
    made.push(
      band_table(words.numbers(gaps), gaps, outcome.time, named(block.gaps), (v) =>
        difference(v, outcome),
      ),
    );
  }
  return made;
}

/// The first outcome stands open; the others are folds, to keep the page readable.
function block_content(
  view: View,
  block: Block,
  dimension_key: string,
  first: boolean,
): HTMLElement {
  const { outcome, dimension } = block;
  const content: Child[] = [
    block.gaps.size > 0 ? el("p", { class: "about" }, words.gap_sentence) : null,
    el(
      "div",
      { class: "panels of-3" },
      view.data.scenarios.map((s) => card(block, s)),
    ),
    gap_table(view, outcome, dimension_key, block.reference),
    tables(block),
  ];
  const small = unit(outcome.unit);
  const better = strings.better[outcome.better];
  const name = el(
    "h4",
    {},
    outcome.label,
    small ? el("span", { class: "unit" }, ` ${small}`) : null,
  );
  const about = el("p", { class: "about" }, `${outcome.description} ${better}`.trim());
  if (first) return el("article", { class: "outcome" }, name, about, content);
  const summary = el("summary", {}, words.fold(outcome.label, dimension));
  return el("details", { class: "pictures" }, summary, name, about, content);
}

function dimension_part(view: View, dimension: string): HTMLElement | null {
  const groups = shown_groups(view, dimension);
  const label = view.dimension_label(dimension);
  const blocks = view.data.outcomes.flatMap((o) => make_block(view, o, label, groups) ?? []);
  const hidden = hidden_names(view, dimension);
  if (blocks.length === 0 && !hidden) return null;
  const sizes = groups.filter((g) => g.n !== null).map((g) => `${g.label} ${plain(g.n)}`);
  return el(
    "div",
    { class: "dimension" },
    el("h3", {}, label),
    sizes.length > 0 ? el("p", { class: "about" }, words.sizes(sizes.join(", "))) : null,
    hidden ? el("p", { class: "hidden-note" }, words.hidden(hidden, view.data.small_cell)) : null,
    environment_of(view, dimension),
    blocks.map((b, i) => block_content(view, b, dimension, i === 0 && view.others.length <= many)),
  );
}

export function groups(view: View): HTMLElement {
  const dimensions = [...new Set(view.data.groups.map((g) => g.dimension))].filter(
    (d) => d !== "all",
  );
  const parts = dimensions.map((d) => dimension_part(view, d)).filter((p) => p !== null);
  return section(
    "groups",
    words.title,
    el("p", { class: "lead" }, words.lead),
    el("p", {}, `${words.levelling} ${words.reference}`),
    levelling(view),
    parts.length > 0 ? el("p", {}, words.bars) : el("p", {}, words.none),
    parts,
  );
}
