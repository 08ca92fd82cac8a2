// Reads a scenario file back. What the page cannot show as it stands is refused and named: a file
// is never shown as something else than it is.

import { parse, type TomlTable } from "smol-toml";
import { from_now_on, type PageData, type PageLever, type Preset } from "./data";
import { most_what_ifs, shown_name } from "./store";
import { amount_of, by_bytes, type LeverSetting, type WhatIf } from "./what_if";

export interface Opened {
  preset: number; // which of the page's
  what_ifs: WhatIf[];
  runs: number | null; // that the file asks for; null: it does not say
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
  const amount = number_in(table, "amount", what);
  if (amount === 0) throw new NotReadable(`${what} has the amount 0; the page leaves such a lever out`);
  const times = Number((Math.round((100 * amount) / lever.amount) / 100).toFixed(2));
  if (!(times >= lever.least && times <= lever.most)) {
    throw new NotReadable(`${what} has ${times} times its amount; the page goes from ${lever.least} to ${lever.most}`);
  }
  const setting = {
    times,
    start_day: whole_in(table, "start_day", what, preset.days - 1, 0),
    days: whole_in(table, "days", what, from_now_on, from_now_on),
  };
  // The model has single precision: what it takes for the same is the same.
  if (Math.fround(amount_of(lever, setting)) !== Math.fround(amount)) {
    throw new NotReadable(`${what} has the amount ${amount}, which is no whole percent of the page's ${lever.amount.toPrecision(3)}`);
  }
  return setting;
}

function levers_in(page: PageData, preset: Preset, scenario: TomlTable): Record<string, LeverSetting> {
  const found: Record<string, LeverSetting> = {};
  for (const table of tables(scenario["lever"], "lever")) {
    const lever = page.levers.find((l) => l.name === table["name"] && l.input === table["input"]);
    if (!lever) throw new NotReadable(`the page has no lever "${String(table["name"])}" as it stands there`);
    if (found[lever.name]) throw new NotReadable(`lever "${lever.name}" stands there twice`);
    const setting = lever_in(preset, lever, table);
    found[lever.name] = setting;
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

function what_if_in(page: PageData, preset: Preset, table: TomlTable, n: number): WhatIf {
  only(table, ["name", "title", "programs", "lever"], "a scenario");
  return {
    name: shown_name(text_in(table, "title", text_in(table, "name")), n),
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

/// What is not the page's, if anything: all but the scenarios, the name, the title and the number of
/// runs has to be.
function strange_part(file: TomlTable, preset: Preset): string | undefined {
  const ours = parse(preset.live_header);
  const part = (table: TomlTable, key: string) => {
    const value = table[key];
    return key === "experiment" && is_table(value)
      ? in_order({ ...value, replicates: 0, name: "", title: "" })
      : in_order(value ?? null);
  };
  return [...Object.keys(file), ...Object.keys(ours)].find(
    (key) => key !== "scenario" && part(file, key) !== part(ours, key),
  );
}

/// Presets whose experiment has this name, or the name without the scenario's behind it; longer
/// names first.
function presets_named(page: PageData, name: unknown): Preset[] {
  const fits = ({ experiment }: Preset) =>
    name === experiment || String(name).startsWith(`${experiment}_`);
  return page.presets.filter(fits).sort((a, b) => b.experiment.length - a.experiment.length);
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
  const named = presets_named(page, about["name"]);
  const preset = named.find((p) => !strange_part(file, p)) ?? named[0];
  if (!preset) {
    const known = page.presets.map((p) => p.experiment).join(", ");
    throw new NotReadable(`its experiment.name is ${JSON.stringify(about["name"] ?? "")}; this page has: ${known}`);
  }
  const strange = strange_part(file, preset);
  if (strange) throw new NotReadable(`its [${strange}] is not that of this page`);
  const [baseline, ...others] = tables(file["scenario"], "scenario");
  if (baseline?.["programs"] || baseline?.["lever"]) {
    throw new NotReadable("its first scenario is not the year as it is");
  }
  only(baseline ?? {}, ["name", "title"], "the baseline");
  if (others.length === 0) throw new NotReadable("it has no scenario beside the baseline");
  if (others.length > most_what_ifs) {
    throw new NotReadable(`it has ${others.length} scenarios beside the baseline; the page shows ${most_what_ifs}`);
  }
  const runs = about["replicates"];
  return {
    preset: page.presets.indexOf(preset),
    what_ifs: others.map((t, k) => what_if_in(page, preset, t, k + 1)),
    runs: typeof runs === "number" ? runs : null,
  };
}
