// A scenario as a file that `belong run` reads, and back.

import { parse, stringify, type TomlTable } from "smol-toml";
import { from_now_on, type PageData, type Preset } from "./data";
import {
  amount_of,
  by_bytes,

  key_of,
  type LeverSetting,
  type WhatIf,
} from "./what_if";

function lever_table(page: PageData, name: string, setting: LeverSetting): TomlTable[] {
  const lever = page.levers.find((l) => l.name === name);
  if (!lever) return [];
  const table: TomlTable = {
    name,
    input: lever.input,
    amount: amount_of(lever, setting),
    start_day: setting.start_day,
  };
  if (setting.days !== from_now_on) table["days"] = setting.days;
  if (lever.decay_days > 0) table["decay_days"] = lever.decay_days;
  table["evidence"] = "assumed: set on the workshop page";
  return [table];
}

function scenario_table(page: PageData, what_if: WhatIf): TomlTable {
  const table: TomlTable = { name: key_of(what_if), title: what_if.name };
  if (what_if.programs.length > 0) table["programs"] = what_if.programs;
  const levers = Object.entries(what_if.levers)
    .sort(([a], [b]) => by_bytes(a, b))
    .flatMap(([name, setting]) => lever_table(page, name, setting));
  if (levers.length > 0) table["lever"] = levers;
  return table;
}

/// The file: the preset's experiment with these scenarios. `runs`: as the page lives it, or as it
/// was run for the page.
export function scenario_file(
  page: PageData,
  preset: Preset,
  what_ifs: WhatIf[],
  runs: "live" | "native" = "live",
): string {
  const baseline = preset.scenarios.find((s) => s.baseline)!;
  const scenarios = [
    { name: baseline.key, title: baseline.title },
    ...what_ifs.map((w) => scenario_table(page, w)),
  ];
  const said = [
    `# Made on a workshop page of belong ${page.version}. To run it: belong run THIS_FILE`,
    "# A model to think with, not a forecast of a school or a child.",
    "",
  ].join("\n");
  const header = runs === "live" ? preset.live_header : preset.header;
  return `${said}${header.trim()}\n\n${stringify({ scenario: scenarios })}`;
}

export interface Opened {
  preset: number; // which of the page's
  what_ifs: WhatIf[];
}

/// Thrown in words for the person who opened the file.
export class NotReadable extends Error {}

const is_table = (x: unknown): x is TomlTable =>
  typeof x === "object" && x !== null && !Array.isArray(x);

const tables = (x: unknown): TomlTable[] => (Array.isArray(x) ? x.filter(is_table) : []);

function number_in(table: TomlTable, key: string, fallback?: number): number {
  const value = table[key] ?? fallback;
  const number = typeof value === "bigint" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) {
    throw new NotReadable(`lever ${String(table["name"])}: ${key} is not a number`);
  }
  return number;
}

function lever_in(page: PageData, table: TomlTable): [string, LeverSetting] {
  const name = String(table["name"]);
  const lever = page.levers.find((l) => l.name === name && l.input === table["input"]);
  if (!lever || "reach" in table) {
    throw new NotReadable(`the page has no lever "${name}" that reaches everyone; belong run has it`);
  }
  const times = Number((number_in(table, "amount") / lever.amount).toPrecision(4));
  if (times < lever.least || times > lever.most) {
    throw new NotReadable(
      `lever ${name}: ${times} times its amount; the page goes from ${lever.least} to ${lever.most}`,
    );
  }
  return [
    name,
    {
      times,
      start_day: number_in(table, "start_day", 0),
      days: number_in(table, "days", from_now_on),
    },
  ];
}

function what_if_in(page: PageData, preset: Preset, table: TomlTable): WhatIf {
  const allowed = ["name", "title", "programs", "lever"];
  const strange = Object.keys(table).find((key) => !allowed.includes(key));
  if (strange) {
    throw new NotReadable(`scenario ${String(table["name"])} has ${strange}, which the page can't show`);
  }
  const programs = (Array.isArray(table["programs"]) ? table["programs"] : []).map(String);
  for (const key of programs) {
    const program = preset.programs.find((p) => p.key === key);
    if (!program) throw new NotReadable(`the page has no program ${key}`);
    if (program.refused) throw new NotReadable(`${program.title}: ${program.refused}`);
  }
  return {
    name: String(table["title"] ?? table["name"]),
    programs: programs.sort(by_bytes),
    levers: Object.fromEntries(tables(table["lever"]).map((l) => lever_in(page, l))),
  };
}

/// Throws NotReadable.
export function read_scenario_file(page: PageData, text: string): Opened {
  let file: TomlTable;
  try {
    file = parse(text);
  } catch (error) {
    throw new NotReadable(`it is not TOML (${error instanceof Error ? error.message : error})`);
  }
  const about = is_table(file["experiment"]) ? file["experiment"] : {};
  const preset = page.presets.findIndex((p) => p.experiment === about["name"]);
  if (preset < 0) {
    const known = page.presets.map((p) => p.experiment).join(", ");
    throw new NotReadable(
      `its experiment.name is ${JSON.stringify(about["name"] ?? "")}; this page has: ${known}`,
    );
  }
  const [, ...scenarios] = tables(file["scenario"]); // the first is the baseline
  if (scenarios.length === 0) throw new NotReadable("it has no scenario beside the baseline");
  return {
    preset,
    what_ifs: scenarios.slice(0, 4).map((t) => what_if_in(page, page.presets[preset]!, t)),
  };
}

