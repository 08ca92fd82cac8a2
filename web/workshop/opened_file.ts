// Reads a scenario file back. What the page cannot show as it stands is refused and named: a file
// is never shown as something else than it is.

import { parse, type TomlTable } from "smol-toml";
import { from_now_on, type PageData, type PageLever, type Preset } from "./data";
import { most_what_ifs } from "./store";
import { by_bytes, type LeverSetting, type WhatIf } from "./what_if";

export interface Opened {
  preset: number; // which of the page's
  what_ifs: WhatIf[];
}

/// Thrown in words for the person who opened the file.
export class NotReadable extends Error {}

const is_table = (x: unknown): x is TomlTable =>
  typeof x === "object" && x !== null && !Array.isArray(x);

function tables(x: unknown, what: string): TomlTable[] {
  if (x === undefined) return [];
  if (!Array.isArray(x) || !x.every(is_table)) throw new NotReadable(`${what} is not a list of tables`);
  return x;
}

function text_in(table: TomlTable, key: string, fallback?: string): string {
  const value = table[key] ?? fallback;
  if (typeof value !== "string") throw new NotReadable(`${key} of a scenario is not a text`);
  return value;
}

function only(table: TomlTable, allowed: string[], what: string): void {
  const strange = Object.keys(table).find((key) => !allowed.includes(key));
  if (strange) throw new NotReadable(`${what} has ${strange}, which the page cannot show`);
}

function number_in(table: TomlTable, key: string, what: string, fallback?: number): number {
  const value = table[key] ?? fallback;
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new NotReadable(`${key} of ${what} is not a number`);
  }
  return value;
}

function whole_in(table: TomlTable, key: string, what: string, most: number, fallback: number): number {
  const value = number_in(table, key, what, fallback);
  const least = key === "days" ? 1 : 0;
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new NotReadable(`${key} of ${what} is ${value}; whole days from ${least} to ${most} are allowed`);
  }
  return value;
}

function lever_in(preset: Preset, lever: PageLever, table: TomlTable): LeverSetting {
  const what = `lever "${lever.name}"`;
  const known = ["name", "input", "amount", "start_day", "days", "decay_days", "evidence"];
  only(table, known, what);
  if (number_in(table, "decay_days", what, 0) !== lever.decay_days) {
    throw new NotReadable(`${what} fades otherwise than on the page`);
  }
  const times = Number((number_in(table, "amount", what) / lever.amount).toPrecision(4));
  if (!(times >= lever.least && times <= lever.most)) {
    throw new NotReadable(`${what} has ${times} times its amount; the page goes from ${lever.least} to ${lever.most}`);
  }
  return {
    times,
    start_day: whole_in(table, "start_day", what, preset.days - 1, 0),
    days: whole_in(table, "days", what, from_now_on, from_now_on),
  };
}

function levers_in(page: PageData, preset: Preset, scenario: TomlTable): Record<string, LeverSetting> {
  const found: Record<string, LeverSetting> = {};
  for (const table of tables(scenario["lever"], "lever")) {
    const lever = page.levers.find((l) => l.name === table["name"] && l.input === table["input"]);
    if (!lever) throw new NotReadable(`the page has no lever "${String(table["name"])}" as it stands there`);
    if (found[lever.name]) throw new NotReadable(`lever "${lever.name}" stands there twice`);
    const setting = lever_in(preset, lever, table);
    if (setting.times !== 0) found[lever.name] = setting;
  }
  return found;
}

function programs_in(preset: Preset, scenario: TomlTable): string[] {
  const list = scenario["programs"] ?? [];
  if (!Array.isArray(list)) throw new NotReadable("programs is not a list");
  const keys = list.map(String);
  for (const key of keys) {
    const program = preset.programs.find((p) => p.key === key);
    if (!program) throw new NotReadable(`the page has no program ${key}`);
    if (program.refused) throw new NotReadable(`${program.title}: ${program.refused}`);
  }
  if (new Set(keys).size < keys.length) throw new NotReadable("a program stands there twice");
  return keys.sort(by_bytes);
}

function what_if_in(page: PageData, preset: Preset, table: TomlTable): WhatIf {
  only(table, ["name", "title", "programs", "lever"], "a scenario");
  return {
    name: text_in(table, "title", text_in(table, "name")).slice(0, 40),
    programs: programs_in(preset, table),
    levers: levers_in(page, preset, table),
  };
}

/// The same whatever the order of keys.
function in_order(x: unknown): string {
  return JSON.stringify(x, (_, value: unknown) =>
    is_table(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => by_bytes(a, b)))
      : value,
  );
}

/// All but the scenarios, the title and the number of runs is the page's.
function check_header(file: TomlTable, preset: Preset): void {
  const ours = parse(preset.live_header);
  for (const key of new Set([...Object.keys(file), ...Object.keys(ours)])) {
    if (key === "scenario") continue;
    const part = (table: TomlTable) => {
      const value = table[key];
      return key === "experiment" && is_table(value)
        ? in_order({ ...value, replicates: 0, title: "" })
        : in_order(value ?? null);
    };
    if (part(file) !== part(ours)) throw new NotReadable(`its [${key}] is not that of this page`);
  }
}

/// Throws NotReadable.
export function read_scenario_file(page: PageData, text: string): Opened {
  let file: TomlTable;
  try {
    file = parse(text);
  } catch (error) {
    throw new NotReadable(`it is not TOML (${error instanceof Error ? error.message.split("\n")[0] : error})`);
  }
  const about = is_table(file["experiment"]) ? file["experiment"] : {};
  const at = page.presets.findIndex((p) => p.experiment === about["name"]);
  const preset = page.presets[at];
  if (!preset) {
    const known = page.presets.map((p) => p.experiment).join(", ");
    throw new NotReadable(`its experiment.name is ${JSON.stringify(about["name"] ?? "")}; this page has: ${known}`);
  }
  check_header(file, preset);
  const [baseline, ...others] = tables(file["scenario"], "scenario");
  if (baseline?.["programs"] || baseline?.["lever"]) {
    throw new NotReadable("its first scenario is not the year as it is");
  }
  if (others.length === 0) throw new NotReadable("it has no scenario beside the baseline");
  if (others.length > most_what_ifs) {
    throw new NotReadable(`it has ${others.length} scenarios beside the baseline; the page shows ${most_what_ifs}`);
  }
  return { preset: at, what_ifs: others.map((t) => what_if_in(page, preset, t)) };
}
