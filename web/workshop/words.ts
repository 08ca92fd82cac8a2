// Sentences about figures, made by rule.

import { difference, level } from "../report/numbers";
import type { Paired } from "./engine/figures";
import type { Preset, PresetOutcome } from "./data";
import type { Figures, Of } from "./figures_shown";
import { strings } from "./strings";

const words = strings.sentence;

export const group_label = (preset: Preset, key: string): string =>
  preset.groups.find((g) => g.key === key)?.label ?? key;

/// A picture's or table's name, with the group whose figures it shows unless that is everyone.
export const titled = (title: string, preset: Preset, group: string): string =>
  group === "all" ? title : strings.pictures.of_group(title, group_label(preset, group));

const lower_first = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/// "In 29 of 32 paired runs, belonging ends higher for all students than as it is, in 2 the same.
/// Mean change ..." A gap's change has the sign of the line that is drawn, the group less the
/// reference, as the report has it; "wider" and "narrower" look at its width.
export function sentence(preset: Preset, outcome: PresetOutcome, of: Of, pairs: Paired): string {
  const named = (key: string) =>
    key === "all" ? words.students : words.group(group_label(preset, key));
  const ties = pairs.runs - pairs.higher - pairs.lower;
  if (ties === pairs.runs) {
    return of.reference ? words.same_gap : words.same(outcome.label, named(of.group));
  }
  const up = pairs.higher >= pairs.lower;
  const what = lower_first(outcome.label);
  const ends = of.reference
    ? words.gap(group_label(preset, of.group), group_label(preset, of.reference), up)
    : (outcome.summary === "last" ? words.last : words.over)(what, named(of.group), up);
  const change = (x: number) => difference(x, outcome);
  return (
    words.counted(up ? pairs.higher : pairs.lower, pairs.runs) +
    ends +
    (ties > 0 ? words.ties(ties) : "") +
    (of.reference
      ? words.mean_change_of(group_label(preset, of.group), group_label(preset, of.reference),
          change(pairs.change), outcome.change_unit)
      : words.mean_change(change(pairs.change), outcome.change_unit)) +
    (Number.isFinite(pairs.low) ? words.spread(change(pairs.low), change(pairs.high)) : "") +
    "."
  );
}

const seen = 0.1; // share of the largest distance that counts as one

/// Where a line runs on the other side of the baseline than it ends: "" if nowhere.
export function other_way(outcome: PresetOutcome, of: Of, before: Figures, after: Figures): string {
  if (of.reference || outcome.summary !== "last") return "";
  const a = before.band(of);
  const b = after.band(of);
  if (!a || !b || a.time.length < 3) return "";
  const apart = a.time.map((_, k) => (b.mean[k] ?? NaN) - (a.mean[k] ?? NaN));
  const most = Math.max(...apart.map(Math.abs).filter(Number.isFinite));
  const end = apart[apart.length - 1] ?? 0;
  const against = a.time.filter(
    (_, k) => apart[k]! * end < 0 && Math.abs(apart[k]!) >= seen * most,
  );
  const [first] = against;
  if (first === undefined) return "";
  const last = against[against.length - 1]!;
  return words.other_way(strings.time[outcome.time] ?? "", first, last, end < 0);
}

export { difference, level };
