// A line with its band, and the range of values that a set of them needs.

import type { LineStyle } from "./style";

export interface Series {
  label: string;
  style: LineStyle;
  time: number[];
  mean: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
}

export interface Point {
  time: number;
  mean: number;
  low: number;
  high: number;
}

const number_or_nan = (x: number | null | undefined): number => x ?? Number.NaN;

/// The points of a series. Undefined values are NaN, which Plot leaves out of lines and bands.
export function points(s: Series): Point[] {
  return s.time.map((time, i) => ({
    time,
    mean: number_or_nan(s.mean[i]),
    low: number_or_nan(s.low[i]),
    high: number_or_nan(s.high[i]),
  }));
}

/// The last point whose mean is defined, if any.
export function last_point(s: Series): Point | undefined {
  return points(s)
    .filter((p) => Number.isFinite(p.mean))
    .pop();
}

/// Smallest and largest of the numbers, with `room` (a share of their distance) on both sides, so
/// that no band touches the frame and labels have a place. Always of positive length.
export function padded(numbers: Iterable<number>, room: number): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const x of numbers) {
    if (!Number.isFinite(x)) continue;
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  if (low > high) return [0, 1];
  const span = high - low || Math.max(Math.abs(high), 1) * 0.1;
  return [low - room * span, high + room * span];
}

/// Everything that a panel must have room for.
export function extent_of(series: Series[]): number[] {
  return series.flatMap((s) => points(s).flatMap((p) => [p.mean, p.low, p.high]));
}

/// Moves positions apart until neighbours are `gap` apart, keeping their order and, where there is
/// room, all of them inside [low, high]. For labels at the ends of lines.
export function spread(positions: number[], gap: number, low: number, high: number): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a]! - positions[b]!);
  const moved = [...positions];
  let floor = low;
  for (const i of order) {
    moved[i] = Math.max(moved[i]!, floor);
    floor = moved[i]! + gap;
  }
  let ceiling = high;
  for (const i of order.reverse()) {
    moved[i] = Math.min(moved[i]!, ceiling);
    ceiling = moved[i]! - gap;
  }
  return moved;
}
