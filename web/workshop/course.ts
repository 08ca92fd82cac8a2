// How a line runs beside what a room expected.

import type { Series } from "../charts/series";
import type { ShownBand } from "./figures_shown";

const seen = 0.01; // share of the picture's height that can be seen

export interface Course {
  inside: boolean; // at all times
  ends_inside: boolean;
  outside: [first: number, last: number][]; // stretches of time, first to last
}

/// Where a line runs within the band, and where outside of it.
export function course_of(line: ShownBand, room: Series): Course {
  const all = [...line.mean, ...room.low, ...room.high].filter((x): x is number => Number.isFinite(x));
  const least = seen * (Math.max(...all) - Math.min(...all));
  const out = line.mean.map((y, k) => {
    const [low, high] = [room.low[k] ?? NaN, room.high[k] ?? NaN];
    return y !== null && (y < low - least || y > high + least);
  });
  const outside: Course["outside"] = [];
  out.forEach((is_out, k) => {
    if (!is_out) return;
    if (out[k - 1]) outside[outside.length - 1]![1] = line.time[k]!;
    else outside.push([line.time[k]!, line.time[k]!]);
  });
  return { inside: outside.length === 0, ends_inside: !out[out.length - 1], outside };
}
