// The marks that panels of lines are made of.

import * as Plot from "@observablehq/plot";
import { points, type Series } from "./series";

// Few points (marking periods) are shown as points as well, so that nobody reads a value between.
const few = 10;

/// The band as an area.
export function band_area(s: Series, opacity = 0.16): Plot.Markish {
  return Plot.areaY(points(s), {
    x: "time",
    y1: "low",
    y2: "high",
    fill: s.style.color,
    fillOpacity: opacity,
  });
}

/// The mean as a line.
export function mean_line(s: Series): Plot.Markish {
  return Plot.lineY(points(s), {
    x: "time",
    y: "mean",
    stroke: s.style.color,
    strokeWidth: s.style.width,
    strokeDasharray: s.style.dash,
  });
}

/// The mean as a line, with its points where they are few.
export function mean_marks(s: Series): Plot.Markish[] {
  if (s.time.length > few) return [mean_line(s)];
  return [
    mean_line(s),
    Plot.dot(points(s), { x: "time", y: "mean", r: 2.5, fill: s.style.color }),
  ];
}
