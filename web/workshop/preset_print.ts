// A print of what a link relies on: the preset's school, its programs, and the page's levers. With
// the model's own print it says whether a link means the same on another page.

import type { PageData, Preset } from "./data";

const known = new WeakMap<Preset, string>();

/// FNV-1a of the text: tells two apart, and protects nothing.
function print(text: string): string {
  let value = 2166136261;
  for (let k = 0; k < text.length; ++k) value = Math.imul(value ^ text.charCodeAt(k), 16777619);
  return (value >>> 0).toString(16).padStart(8, "0");
}

export function preset_print(page: PageData, preset: Preset): string {
  let found = known.get(preset);
  if (found === undefined) {
    const programs = preset.programs.map((p) => [p.key, p.refused, p.words]);
    const { levers, study, live_header } = preset;
    found = print(JSON.stringify([page.lever_places, page.levers, levers, programs, study, live_header]));
    known.set(preset, found);
  }
  return found;
}
