// Figures of a scenario as they are shown, wherever they come from: worked out by `belong page`, or
// lived on the page.

import type { Maybe } from "../report/data";
import { band, paired, year_figure, type Paired } from "./engine/figures";
import type { Kernel } from "./engine/kernel";
import type { Sums } from "./engine/sums";
import type { Pairs, Preset, PresetOutcome } from "./data";

export interface ShownBand {
  time: number[];
  mean: Maybe[];
  low: Maybe[];
  high: Maybe[];
}

/// A group, or the difference of two: the group less the reference.
export interface Of {
  outcome: string;
  group: string;
  reference?: string;
}

export interface Figures {
  runs: number; // paired runs that are there
  of: number; // that there will be
  band(of: Of): ShownBand | null;
  pairs(of: Of): Paired | null; // null for the baseline; of gaps: counts of width, change of the line
  singles(of: Of): number[][] | null; // by run and time; null where they are not kept
}

const same = (of: Of, x: { outcome: string; group: string; reference?: string }) =>
  x.outcome === of.outcome && x.group === of.group && x.reference === of.reference;

function counted(pairs: Pairs | undefined): Paired | null {
  if (!pairs || pairs.change === null) return null;
  return { ...pairs, change: pairs.change, low: pairs.low!, high: pairs.high! };
}

/// A gap's changes of width with the sign of the line. The mean is the difference of the groups'
/// means. Runs whose gap changes sides have a spread that widths do not tell: it is left out.
function signed(width: Paired, change: number): Paired {
  const rounding = 1e-5 * (Math.abs(change) + Math.abs(width.low) + Math.abs(width.high));
  const turned = { ...width, change, low: -width.high, high: -width.low };
  if (Math.abs(change - width.change) <= rounding) return { ...width, change };
  if (Math.abs(change + width.change) <= rounding) return turned;
  return { ...width, change, low: NaN, high: NaN };
}

/// Those that came with the page.
export function embedded(preset: Preset, scenario: string): Figures {
  const pairs = (of: Of): Pairs | undefined =>
    (of.reference ? preset.gap_pairs : preset.pairs).find(
      (p) => p.scenario === scenario && same(of, p),
    );
  return {
    runs: preset.replicates,
    of: preset.replicates,
    band: (of) =>
      (of.reference
        ? preset.gaps.find((g) => g.scenario === scenario && same(of, g))
        : preset.curves.find(
            (c) => c.scenario === scenario && c.outcome === of.outcome && c.group === of.group,
          )) ?? null,
    pairs: (of) => {
      const found = counted(pairs(of));
      if (!found || of.reference === undefined) return found;
      const own = counted(pairs({ outcome: of.outcome, group: of.group }));
      const other = counted(pairs({ outcome: of.outcome, group: of.reference }));
      return own && other ? signed(found, own.change - other.change) : null;
    },
    singles: () => null,
  };
}

const of_outcome = (preset: Preset, key: string): PresetOutcome =>
  preset.outcomes.find((o) => o.key === key)!;

/// Those that the page has lived; `before`: the baseline's, null for the baseline itself.
export function lived(preset: Preset, kernel: Kernel, sums: Sums, before: Sums | null): Figures {
  const index = new Map(preset.groups.map((g, k) => [g.key, k]));
  const levels = (from: Sums, of: Of, run: number): number[] => {
    const { number, ticks, scale } = of_outcome(preset, of.outcome);
    const at = (tick: number, group: string) =>
      from.mean(run, kernel.entry(number, tick, index.get(group)!)) * scale;
    return Array.from({ length: ticks }, (_, tick) =>
      of.reference ? at(tick, of.group) - at(tick, of.reference) : at(tick, of.group),
    );
  };
  const runs = sums.shown();
  const kept = new Map<string, number[][]>();
  const singles = (of: Of): number[][] => {
    const key = `${of.outcome} ${of.group} ${of.reference ?? ""}`;
    let found = kept.get(key);
    if (!found) kept.set(key, (found = runs.map((run) => levels(sums, of, run))));
    return found;
  };
  return {
    runs: runs.length,
    of: sums.replicates,
    band: (of) => {
      const found = band(singles(of));
      return { ...found, time: found.mean.map((_, tick) => tick + 1) };
    },
    pairs: (of) => {
      if (!before) return null;
      const outcome = of_outcome(preset, of.outcome);
      const yearly = (ticks: number[]) => year_figure(ticks, outcome.summary);
      const baseline = runs.map((run) => yearly(levels(before, of, run)));
      const scenario = singles(of).map(yearly);
      const found = paired(baseline, scenario);
      if (found.runs === 0) return null;
      if (of.reference === undefined) return found;
      const { higher, lower } = paired(baseline.map(Math.abs), scenario.map(Math.abs));
      return { ...found, higher, lower };
    },
    singles,
  };
}
