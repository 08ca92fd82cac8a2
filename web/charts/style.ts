// How a line looks. Every series differs in colour and in dash, so that it can be told apart in
// grey print and by readers who see colours differently. Each colour has a contrast of at least
// 4.5 to white (WCAG 2.2, 1.4.3) because labels wear the colour of their line.

export interface LineStyle {
  color: string;
  dash: string; // SVG stroke-dasharray; "none" for a full line
  width: number; // px
}

export const baseline_style: LineStyle = { color: "#666b70", dash: "5 4", width: 1.75 };

const scenario_styles: LineStyle[] = [
  { color: "#0b5cad", dash: "none", width: 2.25 },
  { color: "#b34700", dash: "12 3", width: 2.25 },
  { color: "#00704f", dash: "2 2.5", width: 2.5 },
  { color: "#8a2f86", dash: "10 3 2 3", width: 2.25 },
  { color: "#735800", dash: "7 2 2 2 2 2", width: 2.25 },
  { color: "#00697a", dash: "16 4 4 4", width: 2.25 },
];

const group_styles: LineStyle[] = [
  { color: "#22304a", dash: "none", width: 2 },
  { color: "#a8320f", dash: "8 3", width: 2 },
  { color: "#00695c", dash: "2 2.5", width: 2.25 },
  { color: "#6a3d9a", dash: "9 3 2 3", width: 2 },
  { color: "#7a5c00", dash: "4 2", width: 2 },
  { color: "#a3195b", dash: "14 3", width: 2 },
  { color: "#1464a5", dash: "6 2 2 2 2 2", width: 2 },
];

function nth(styles: LineStyle[], i: number): LineStyle {
  return styles[i % styles.length] as LineStyle;
}

/// Style of the i-th scenario that is not the baseline, counted from 0.
export const scenario_style = (i: number): LineStyle => nth(scenario_styles, i);

/// Style of the i-th group of a dimension, counted from 0.
export const group_style = (i: number): LineStyle => nth(group_styles, i);

export const ink = { axis: "#4a5057", grid: "#d9dde1", zero: "#4a5057", paper: "#ffffff" };

/// Size of text in charts, px. They are drawn at the width that they are shown at.
export const font_size = 12;

const ruler = document.createElement("canvas").getContext("2d");

/// How wide a label is, px, so that room can be left for it before it is drawn.
export function text_width(text: string): number {
  if (!ruler) return text.length * font_size * 0.65;
  ruler.font = `600 ${font_size}px system-ui, sans-serif`; // Plot's own font, as heavy as labels
  return ruler.measureText(text).width;
}

/// The text, or its beginning and an ellipsis if it would be wider than `room` px.
export function shorten(text: string, room: number): string {
  if (text_width(text) <= room) return text;
  const share = room / text_width(`${text}…`);
  return `${text.slice(0, Math.max(3, Math.floor(text.length * share))).trimEnd()}…`;
}
