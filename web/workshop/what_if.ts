// A what-if: programs that are chosen, and levers that are moved. Everything else is the preset's.

import type { PageData, PageLever, Preset } from "./data";

export interface LeverSetting {
  times: number; // the lever's amount; 0: as it is
  start_day: number;
  days: number;
}

export interface WhatIf {
  name: string;
  programs: string[]; // keys, sorted
  levers: Record<string, LeverSetting>; // by name; only those that are moved
}

export const untouched = (lever: PageLever): LeverSetting => ({
  times: 0,
  start_day: lever.start_day,
  days: lever.days,
});

export const setting_of = (what_if: WhatIf, lever: PageLever): LeverSetting =>
  what_if.levers[lever.name] ?? untouched(lever);

/// With a lever set; one that does nothing is left out.
export function with_lever(what_if: WhatIf, name: string, setting: LeverSetting): WhatIf {
  const { [name]: _, ...others } = what_if.levers;
  return { ...what_if, levers: setting.times === 0 ? others : { ...others, [name]: setting } };
}

export function with_program(what_if: WhatIf, key: string, chosen: boolean): WhatIf {
  const others = what_if.programs.filter((p) => p !== key);
  return { ...what_if, programs: (chosen ? [...others, key] : others).sort(by_bytes) };
}

/// As the model's own sorting does it; keys and names are ASCII there.
export const by_bytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const is_empty = (what_if: WhatIf): boolean =>
  what_if.programs.length === 0 && Object.keys(what_if.levers).length === 0;

/// The same for two what-ifs that differ in nothing but their names.
export function essence(what_if: WhatIf): string {
  const levers = Object.entries(what_if.levers).sort(([a], [b]) => by_bytes(a, b));
  return JSON.stringify([what_if.programs, levers.map(([n, s]) => [n, s.times, s.start_day, s.days])]);
}

/// The lever's amount in the model, as it is written into files: six digits.
export const amount_of = (lever: PageLever, setting: LeverSetting): number =>
  Number((lever.amount * setting.times).toPrecision(6));

/// The key of a what-if in files: letters, digits, _ and -. Its levers' own program is named after
/// it, and takes its place among the programs by that name.
export const key_of = (what_if: WhatIf): string =>
  what_if.name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "") || "what_if";

/// The words of the scenario, in the order in which a run has its levers.
export function scenario_words(page: PageData, preset: Preset, what_if: WhatIf): Uint32Array {
  const bundles: [key: string, words: number[][]][] = what_if.programs.map((key) => [
    key,
    preset.programs.find((p) => p.key === key)?.words ?? [],
  ]);
  const own = Object.entries(what_if.levers)
    .sort(([a], [b]) => by_bytes(a, b))
    .flatMap(([name, setting]) => {
      const lever = page.levers.find((l) => l.name === name);
      const here = preset.levers.find((l) => l.name === name);
      return lever && here ? [lever_words(page, lever, here.words, setting)] : [];
    });
  bundles.push([`levers_of_${key_of(what_if)}`, own]);
  bundles.sort(([a], [b]) => by_bytes(a, b));
  const levers = bundles.flatMap(([, words]) => words);
  const parameters = preset.study.baseline.slice(0, -1);
  return Uint32Array.from([...parameters, levers.length, ...levers.flat()]);
}

function lever_words(page: PageData, lever: PageLever, words: number[], s: LeverSetting): number[] {
  const made = Uint32Array.from(words);
  const places = page.lever_places;
  new Float32Array(made.buffer)[places.amount] = amount_of(lever, s);
  made[places.start] = s.start_day;
  made[places.days] = s.days;
  return [...made];
}

/// The preset's scenario that is this what-if, if one is.
export function preset_twin(preset: Preset, what_if: WhatIf): string | undefined {
  if (Object.keys(what_if.levers).length > 0) return undefined;
  const wanted = what_if.programs.join("\n");
  return preset.scenarios.find(
    (s) => s.plain && [...s.programs].sort(by_bytes).join("\n") === wanted,
  )?.key;
}

