// What a room expects of a line, before it looks.

import { group_style } from "../charts/style";
import type { Series } from "../charts/series";
import type { ShownBand } from "./figures_shown";

export interface Prediction {
  name: string;
  levels: number[]; // by tick
}

/// From where the baseline begins, straight to a level at the end.
export function straight_to(end: number, baseline: ShownBand): number[] {
  const start = baseline.mean[0] ?? 0;
  const last = Math.max(1, baseline.time.length - 1);
  return baseline.time.map((_, k) => start + ((end - start) * k) / last);
}

/// A drawn line: undrawn stretches are bridged, the ends held.
export function filled(drawn: (number | null)[]): number[] | null {
  const known = drawn.flatMap((y, k) => (y === null ? [] : [{ k, y }]));
  const [first] = known;
  if (!first) return null;
  return drawn.map((y, k) => {
    if (y !== null) return y;
    const before = known.filter((p) => p.k < k).pop();
    const after = known.find((p) => p.k > k);
    if (!before) return first.y;
    if (!after) return before.y;
    return before.y + ((after.y - before.y) * (k - before.k)) / (after.k - before.k);
  });
}

/// All predictions as one band: from the lowest to the highest at each time, their mean between.
export function room_band(predictions: Prediction[], time: number[], label: string): Series | null {
  if (predictions.length === 0) return null;
  const at = (k: number) => predictions.map((p) => p.levels[k] ?? NaN);
  const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
  return {
    label,
    style: { ...group_style(5), dash: "1 3" },
    time,
    mean: time.map((_, k) => mean(at(k))),
    low: time.map((_, k) => Math.min(...at(k))),
    high: time.map((_, k) => Math.max(...at(k))),
  };
}

/// A vertical room in which the baseline lies in the middle, so that it gives nothing away.
export function fair_domain(baseline: ShownBand, others: ShownBand[]): [number, number] {
  const number = (x: number | null) => (x === null || Number.isNaN(x) ? [] : [x]);
  const last = baseline.mean[baseline.mean.length - 1] ?? 0;
  const all = [baseline, ...others].flatMap((b) => [...b.low, ...b.high, ...b.mean].flatMap(number));
  const reach = Math.max(...all.map((x) => Math.abs(x - last)), Math.abs(last) * 0.1, 1e-6);
  return [last - 1.15 * reach, last + 1.15 * reach];
}
