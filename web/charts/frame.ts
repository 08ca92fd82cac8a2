// What all panels share: the frame, the grid and the two axes.

import * as Plot from "@observablehq/plot";
import { scaleLinear } from "d3";
import { font_size, ink, text_width } from "./style";

export interface Frame {
  width: number; // px
  height: number; // px
  x: [number, number]; // first and last time
  y: [number, number];
  x_name: string; // e.g. "week", written at the axis
  format: (value: number) => string; // for labels; ticks choose their own decimals
  description: string; // read out in place of the picture
  margin_left?: number; // px; to line up panels that stand one above the other
  margin_right?: number; // px; room for labels at the ends of lines
}

export const margin = { top: 8, bottom: 34, right: 14 };

/// Whole numbers from first to last at a distance that leaves some 45 px each.
export function time_ticks([first, last]: [number, number], room: number): number[] {
  const most = Math.max(2, Math.floor(room / 45));
  const step = [1, 2, 3, 4, 6, 9, 12, 18, 36].find((s) => (last - first) / s <= most) ?? 60;
  const ticks = [];
  for (let t = Math.ceil(first / step) * step; t <= last; t += step) ticks.push(t);
  return ticks;
}

export interface Ticks {
  at: number[];
  format: (value: number) => string;
  width: number; // px of the longest
}

/// Round values in the domain, some `count` of them, with as many decimals as they need.
export function round_ticks(domain: [number, number], count: number): Ticks {
  const scale = scaleLinear().domain(domain); // one argument alone would be the range
  const at = scale.ticks(count);
  const format = scale.tickFormat(count);
  return { at, format, width: Math.max(0, ...at.map((v) => text_width(format(v)))) };
}

/// Room to the left of an axis, px.
export const room_for = (ticks: Ticks): number => 12 + ticks.width;

export const y_ticks = (y: [number, number]): Ticks => round_ticks(y, 4);

/// Makes Plot's picture one image for screen readers. Its style is in charts.css, once for all.
export function finish(picture: SVGSVGElement): SVGSVGElement {
  picture.setAttribute("role", "img");
  picture.querySelector("style")?.remove();
  for (const part of picture.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  return picture;
}

/// Draws marks in a frame. The picture has role "img" and its description as its name.
export function draw_frame(frame: Frame, marks: Plot.Markish[]): SVGSVGElement {
  const right = frame.margin_right ?? margin.right;
  const ticks = y_ticks(frame.y);
  const left = frame.margin_left ?? room_for(ticks);
  const x_room = frame.width - left - right;
  const picture = Plot.plot({
    width: frame.width,
    height: frame.height,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    marginLeft: left,
    marginRight: right,
    className: "belong-chart",
    style: { fontSize: `${font_size}px`, color: ink.axis, overflow: "visible" },
    ariaLabel: frame.description,
    x: { type: "linear", domain: frame.x },
    y: { type: "linear", domain: frame.y },
    marks: [
      Plot.gridY(ticks.at, { stroke: ink.grid, strokeOpacity: 1 }),
      Plot.axisY(ticks.at, { tickSize: 0, label: null, tickFormat: ticks.format }),
      Plot.axisX({
        ticks: time_ticks(frame.x, x_room),
        tickSize: 4,
        label: frame.x_name,
        labelAnchor: "center",
        labelArrow: "none",
        tickFormat: (t: number) => String(t),
      }),
      ...marks,
    ],
  }) as SVGSVGElement;
  return finish(picture);
}
