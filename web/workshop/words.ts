// Sentences about figures, made by rule.

import { difference, level } from "../report/numbers";
import type { Paired } from "./engine/figures";
import type { Preset, PresetOutcome } from "./data";
import type { Of } from "./figures_shown";
import { strings } from "./strings";

const words = strings.sentence;

export const group_label = (preset: Preset, key: string): string =>
  preset.groups.find((g) => g.key === key)?.label ?? key;

const lower_first = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/// "In 29 of 32 paired runs belonging of all students ends higher than as it is. ..."
export function sentence(preset: Preset, outcome: PresetOutcome, of: Of, pairs: Paired): string {
  const whose = of.group === "all" ? words.students : group_label(preset, of.group);
  if (pairs.higher + pairs.lower === 0) return words.same(outcome.label, whose);
  const up = pairs.higher >= pairs.lower;
  const what = of.reference
    ? `${whose} − ${group_label(preset, of.reference)}`
    : lower_first(outcome.label);
  const ends = of.reference
    ? words.gap(what, up)
    : (outcome.summary === "last" ? words.last : words.over)(what, whose, up);
  const change = (x: number) => difference(x, outcome);
  return (
    words.counted(up ? pairs.higher : pairs.lower, pairs.runs) +
    ends +
    words.change(change(pairs.change), outcome.change_unit, change(pairs.low), change(pairs.high))
  );
}

export { difference, level };
