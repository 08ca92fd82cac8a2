// What a link holds: only what differs from the preset, and which model it was made with.

import type { PageData } from "./data";
import { setting_of, type WhatIf } from "./what_if";

interface Packed {
  m: string; // the model's fingerprint
  x: string; // the preset's experiment
  w: [name: string, programs: string[], levers: [number, number, number?, number?][]][];
}

export interface Linked {
  preset: number;
  what_ifs: WhatIf[];
  other_model: boolean;
}

export function to_link(page: PageData, model: string, preset: number, what_ifs: WhatIf[]): string {
  const packed: Packed = {
    m: model,
    x: page.presets[preset]!.experiment,
    w: what_ifs.map((w) => [
      w.name,
      w.programs,
      page.levers.flatMap((lever, k) => {
        const s = setting_of(w, lever);
        if (s.times === 0) return [];
        const moved = s.start_day !== lever.start_day || s.days !== lever.days;
        return [moved ? [k, s.times, s.start_day, s.days] : [k, s.times]] as [number, number][];
      }),
    ]),
  };
  return `#try=${encodeURIComponent(JSON.stringify(packed))}`;
}

/// Null when the address holds none, or none that this page can show.
export function from_link(page: PageData, model: string, hash: string): Linked | null {
  const match = /^#try=(.+)$/.exec(hash);
  if (!match) return null;
  try {
    const packed = JSON.parse(decodeURIComponent(match[1]!)) as Packed;
    const preset = page.presets.findIndex((p) => p.experiment === packed.x);
    if (preset < 0) return null;
    const known = new Set(page.presets[preset]!.programs.filter((p) => !p.refused).map((p) => p.key));
    const what_ifs = packed.w.slice(0, 4).map(([name, programs, levers]) => ({
      name: String(name),
      programs: programs.filter((p) => known.has(p)),
      levers: Object.fromEntries(
        levers.flatMap(([k, times, start_day, days]) => {
          const lever = page.levers[k];
          if (!lever || !(times >= lever.least && times <= lever.most)) return [];
          const setting = {
            times: Number(times),
            start_day: Math.max(0, Math.floor(Number(start_day ?? lever.start_day))),
            days: Math.max(1, Math.floor(Number(days ?? lever.days))),
          };
          return [[lever.name, setting]];
        }),
      ),
    }));
    return { preset, what_ifs, other_model: packed.m !== model };
  } catch {
    return null; // an address from elsewhere
  }
}
