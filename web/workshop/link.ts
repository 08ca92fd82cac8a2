// What a link holds: only what differs from the preset, what is looked at, and which model it was
// made with.

import { from_now_on, type PageData, type Preset } from "./data";
import { preset_print } from "./preset_print";
import { gap_key, gaps_of, most_what_ifs, shown_name, told_apart } from "./store";
import { by_bytes, setting_of, type LeverSetting, type WhatIf } from "./what_if";

/// Older links name levers by their place on the page.
type PackedLever = [lever: string | number, times: number, start_day?: number, days?: number];

interface Packed {
  m: string; // the model's fingerprint and the preset's; older links have the model's alone
  x: string; // the preset's experiment
  w: [name: string, programs: string[], levers: PackedLever[]][];
  v?: [active: number, group: string, gap: string]; // older links have none
}

/// What is looked at.
export interface LinkedView {
  active: number; // of the what-ifs that the link holds
  group: string;
  gap: string;
}

export interface Linked {
  preset: number;
  what_ifs: WhatIf[];
  view: LinkedView | null;
  other_model: boolean;
}

const print_of = (page: PageData, model: string, preset: Preset): string =>
  `${model} ${preset_print(page, preset)}`;

export function to_link(
  page: PageData,
  model: string,
  preset: number,
  what_ifs: WhatIf[],
  view?: LinkedView,
): string {
  const packed: Packed = {
    m: print_of(page, model, page.presets[preset]!),
    x: page.presets[preset]!.experiment,
    w: what_ifs.map((w) => [
      w.name,
      w.programs,
      page.levers.flatMap((lever): PackedLever[] => {
        const s = setting_of(w, lever);
        if (s.times === 0) return [];
        const moved = s.start_day !== lever.start_day || s.days !== lever.days;
        return [moved ? [lever.name, s.times, s.start_day, s.days] : [lever.name, s.times]];
      }),
    ]),
    ...(view ? { v: [view.active, view.group, view.gap] } : {}),
  };
  return `#try=${encodeURIComponent(JSON.stringify(packed))}`;
}

const whole = (x: unknown, least: number, most: number): x is number =>
  typeof x === "number" && Number.isInteger(x) && x >= least && x <= most;

/// `places`: levers may be named by their place.
function lever_in(
  page: PageData,
  preset: Preset,
  places: boolean,
  packed: unknown,
): [string, LeverSetting] | null {
  if (!Array.isArray(packed)) return null;
  const [which, times, start_day, days] = packed as unknown[];
  const by_place = places && whole(which, 0, page.levers.length - 1) ? page.levers[which] : undefined;
  const lever = page.levers.find((l) => l.name === which) ?? by_place;
  if (!lever || typeof times !== "number" || times === 0) return null;
  if (!(times >= lever.least && times <= lever.most)) return null;
  const percent = Math.round(times * 100);
  if (Math.abs(times * 100 - percent) > 1e-9) return null; // as the page has it: whole percents
  const setting = {
    times: percent / 100,
    start_day: start_day ?? lever.start_day,
    days: days ?? lever.days,
  };
  if (!whole(setting.start_day, 0, preset.days - 1) || !whole(setting.days, 1, from_now_on)) return null;
  return [lever.name, setting as LeverSetting];
}

/// Null where none is said; throws at one that this page cannot show.
function view_in(preset: Preset, packed: Packed): LinkedView | null {
  if (packed.v === undefined) return null;
  const [active, group, gap] = packed.v;
  const gaps = gaps_of(preset).map((g) => gap_key(g.group, g.reference));
  const known =
    whole(active, 0, packed.w.length - 1) &&
    preset.groups.some((g) => g.key === group && !g.hidden) &&
    (gaps.includes(gap) || (gap === "" && gaps.length === 0));
  if (!known) throw new Error("not of this page");
  return { active, group, gap };
}

/// Null when the address holds none; "broken" when it holds something that this page cannot show.
export function from_link(page: PageData, model: string, hash: string): Linked | null | "broken" {
  const match = /^#try=(.*)$/.exec(hash);
  if (!match) return null;
  try {
    const packed = JSON.parse(decodeURIComponent(match[1]!)) as Packed;
    const at = page.presets.findIndex((p) => p.experiment === packed.x);
    const preset = page.presets[at];
    if (!preset || packed.w.length < 1 || packed.w.length > most_what_ifs) return "broken";
    const known = preset.programs.filter((p) => !p.refused).map((p) => p.key);
    const own_print = print_of(page, model, preset);
    const places = packed.m === model || packed.m === own_print;
    const what_ifs = packed.w.map(([name, programs, levers], n) => {
      const found = levers.map((packed_lever) => lever_in(page, preset, places, packed_lever));
      const strange = typeof name !== "string" || !programs.every((p) => known.includes(p));
      if (strange || found.includes(null)) throw new Error("not of this page");
      return {
        name: shown_name(name, n + 1),
        programs: [...new Set(programs)].sort(by_bytes),
        levers: Object.fromEntries(found as [string, LeverSetting][]),
      };
    });
    return {
      preset: at,
      what_ifs: told_apart(what_ifs, preset),
      view: view_in(preset, packed),
      other_model: packed.m !== own_print,
    };
  } catch {
    return "broken"; // an address from elsewhere
  }
}
