// A short sample of a line, for headings and legends.

import type { LineStyle } from "./style";

const svg = "http://www.w3.org/2000/svg";

/// Decorative: the name stands beside it.
export function swatch(style: LineStyle): SVGSVGElement {
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("class", "swatch");
  picture.setAttribute("viewBox", "0 0 34 10");
  picture.setAttribute("width", "34");
  picture.setAttribute("height", "10");
  picture.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(svg, "line");
  const attributes = { x1: 1, x2: 33, y1: 5, y2: 5, stroke: style.color };
  for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, String(value));
  line.setAttribute("stroke-width", String(style.width + 0.5));
  if (style.dash !== "none") line.setAttribute("stroke-dasharray", style.dash);
  picture.append(line);
  return picture;
}
