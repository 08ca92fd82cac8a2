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

/// The file's name without its ending. The experiment in it has the same, so that its results do not
/// take the place of others.
export const stem_of = (preset: Preset, what_ifs: WhatIf[]): string =>
  `${preset.experiment}_${key_of(what_ifs[0]!)}`;

const with_name = (header: string, name: string): string =>
  header.replace(/^(\[experiment\]\n(?:[^[\n].*\n|\n)*?name\s*=\s*)"[^"\n]*"/m, `$1"${name}"`);

/// The file: the preset's experiment with these scenarios, with as many runs as the page lives.
export function scenario_file(page: PageData, preset: Preset, what_ifs: WhatIf[]): string {
  return file(page, preset, with_name(preset.live_header, stem_of(preset, what_ifs)), what_ifs.map((w) => scenario_table(page, w)));
}

/// The file that says what the preset's school is, if the library does not; "" if it does.
export function school_file(preset: Preset): string {
  const { experiment } = parse(preset.header) as { experiment?: { school?: unknown } };
  const school = experiment?.school;
  return typeof school === "string" && school.endsWith(".toml") ? school : "";
}

/// The file of the results that came with the page; null if they hold more than choices of programs.
export function native_file(page: PageData, preset: Preset): string | null {
  const others = preset.scenarios.filter((s) => !s.baseline);
  if (!preset.scenarios.every((s) => s.plain)) return null;
  const tables = others.map((s) => ({ name: s.key, title: s.title, programs: s.programs }));
  return file(page, preset, preset.header, tables);
}

function file(page: PageData, preset: Preset, header: string, others: TomlTable[]): string {
  const baseline = preset.scenarios.find((s) => s.baseline)!;
  const scenarios = [{ name: baseline.key, title: baseline.title }, ...others];
  const said = [
    `# Made on a workshop page of belong ${page.version}. To run it, from the top of Belong's folder:`,
    "#   belong run THIS_FILE",
    "# A model to think with, not a forecast of a school or a child.",
    "",
  ].join("\n");
  return `${said}${header.trim()}\n\n${stringify({ scenario: scenarios })}`;
}
