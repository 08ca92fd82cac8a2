// What the page makes of what-ifs, in node: for each of some random ones the words that it lives and
// the file that it saves. Checks on the way that the file and the link lead back to the same what-if.
//
//   node workshop/what_ifs_in_node.mjs PAGE COUNT
//
// PAGE is the page's data as JSON. Prints JSON: a list of {experiment, file, words}.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { with_bundle } from "./bundled.mjs";

let state = 12345; // a small generator: the same what-ifs every time
const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
const pick = (list) => list[Math.floor(random() * list.length)];

function random_what_if(page, preset, n) {
  const programs = preset.programs.filter((p) => !p.refused && random() < 0.12).map((p) => p.key);
  const levers = {};
  for (const lever of page.levers) {
    if (random() < 0.5) continue;
    const span = lever.most - lever.least;
    const times = Number((lever.least + Math.floor(random() * 41) * 0.025 * span).toFixed(2));
    if (times === 0) continue;
    const moved = random() < 0.5;
    levers[lever.name] = {
      times,
      start_day: moved ? Math.floor(random() * preset.days) : lever.start_day,
      days: moved ? pick([1, 5, 30, 90, 65535]) : lever.days,
    };
  }
  return { name: pick(["What if", "zebra", "Über uns", "A & B", "…"]) + ` ${n}`, programs, levers };
}

const gap_keys = (preset) =>
  preset.gaps
    .filter((g) => g.outcome === "belonging" && preset.scenarios.find((s) => s.key === g.scenario).baseline)
    .map((g) => `${g.group} ${g.reference}`);

async function check(url, path, count) {
  const { scenario_words, scenario_file, stem_of, school_file, read_scenario_file, to_link, from_link, essence,
    key_of } = await import(url);
  const page = JSON.parse(await readFile(path, "utf8"));
  const found = [];
  for (let n = 0; n < Number(count); ++n) {
    const at = n % page.presets.length;
    const preset = page.presets[at];
    const what_if = random_what_if(page, preset, n);
    what_if.programs.sort();
    const file = scenario_file(page, preset, [what_if]);
    const opened = read_scenario_file(page, file);
    assert.equal(opened.preset, at);
    assert.equal(essence(opened.what_ifs[0]), essence(what_if));
    assert.equal(opened.what_ifs[0].name, what_if.name);
    assert.ok(file.includes(`name = "${stem_of(preset, [what_if])}"`), file);
    const linked = from_link(page, "model 1", to_link(page, "model 1", at, [what_if]));
    assert.equal(essence(linked.what_ifs[0]), essence(what_if));
    assert.equal(linked.other_model, false);
    assert.equal(from_link(page, "model 2", to_link(page, "model 1", at, [what_if])).other_model, true);
    found.push({
      experiment: preset.experiment,
      file,
      words: [...scenario_words(page, preset, what_if)],
    });
  }
  assert.throws(() => read_scenario_file(page, "what = is this"), /not TOML/);
  assert.throws(() => read_scenario_file(page, "[experiment]\nname = 'other'"), /this page has/);
  const no_lever = found[0].file + "\n[[scenario.lever]]\nname = 'x'\ninput = 'support'\namount = 1\n";
  assert.throws(() => read_scenario_file(page, no_lever), /no lever "x"/);
  assert.equal(from_link(page, "m", "#elsewhere"), null);

  // A file that says more or other than the page can show is refused, and what it is is named.
  const [, , ...lines] = found[0].file.split("\n");
  const header = lines.slice(0, lines.indexOf("[[scenario]]")).join("\n");
  const base = '[[scenario]]\nname = "baseline"\n';
  const one = (more) => `${header}\n${base}[[scenario]]\nname = "x"\n${more}`;
  const lever = page.levers.find((l) => l.decay_days === 0);
  const head = `[[scenario.lever]]\nname = "${lever.name}"\ninput = "${lever.input}"\n`;
  const good = `${head}amount = ${lever.amount}\n`;
  assert.equal(read_scenario_file(page, one(good)).what_ifs.length, 1);
  const program = page.presets[0].programs.find((p) => !p.refused).key;
  for (const [text, why] of [
    [one(good + good), /stands there twice/],
    [one(`${good}start_day = -5\n`), /start_day of lever/],
    [one(`${good}start_day = 10.5\n`), /whole days/],
    [one(`${good}start_day = 9999\n`), /whole days/],
    [one(`${good}every = 5\nopen_for = 1\n`), /has every/],
    [one(`${good}decay_days = 3\n`), /fades otherwise/],
    [one(`${head}amount = ${100 * lever.amount}\n`), /100 times/],
    [one(`${head}amount = ${0.12345 * lever.amount}\n`), /no whole percent/],
    [one(`${head}amount = 0.0\n`), /amount 0/],
    [`${header}\n${base}[scenario.parameters.appraisal]\nbase = -3.0\n${base}`, /the baseline has parameters/],
    [one(`programs = ["${program}", "${program}"]\n`), /twice/],
    [one('programs = ["no_such"]\n'), /no program no_such/],
    [one("title = { x = 1 }\n"), /not a text/],
    [one("fidelity = 0.5\n"), /has fidelity/],
    [one(`${base.repeat(4)}`), /5 scenarios beside the baseline/],
    [`${header}\n${base}${good}${base}`, /first scenario/],
    [`${header}\n[parameters.appraisal]\nlens = 1\n${base}${base}`, /its \[parameters\]/],
    [`${header.replace("[experiment]", "[experiment]\nseed = 7")}\n${base}${base}`, /its \[experiment\]/],
  ]) {
    assert.throws(() => read_scenario_file(page, text), why, text);
  }

  // The number of runs is handed on: the page says so when its own differs. No scenario is nameless.
  const runs = page.presets[0].replicates + 1;
  const other_runs = one("").replace(/^replicates = \d+$/m, `replicates = ${runs}`);
  assert.equal(read_scenario_file(page, other_runs).runs, runs);
  assert.equal(read_scenario_file(page, one('title = " "\n')).what_ifs[0].name, "What if 1");

  // A school outside the library is named, so that the page can say where the file belongs.
  const own_school = '[experiment]\nname = "x"\nschool = "school.toml"\n';
  assert.equal(school_file({ header: own_school }), "school.toml");
  assert.equal(school_file({ header: own_school.replace(".toml", "") }), "");

  // An address that says other than the page can show is refused, too.
  const linked = (w) =>
    from_link(page, "m", `#try=${encodeURIComponent(JSON.stringify({ m: "m", x: page.presets[0].experiment, w }))}`);
  const group = page.presets[0].groups.find((g) => !g.hidden).key;
  const viewed = (v) => {
    const packed = { m: "m", x: page.presets[0].experiment, w: [["a", [], [[0, 1]]]], v };
    return from_link(page, "m", `#try=${encodeURIComponent(JSON.stringify(packed))}`);
  };
  assert.equal(viewed(undefined).view, null); // an older link
  const looked = { active: 0, group, gap: gap_keys(page.presets[0])[0] ?? "" };
  const shared = to_link(page, "m", 0, [{ name: "a", programs: [program], levers: {} }], looked);
  assert.deepEqual(from_link(page, "m", shared).view, looked);
  for (const v of [[1, group, looked.gap], [0, "no_such", looked.gap], [0, group, "no such"], "x", null]) {
    assert.equal(viewed(v), "broken", JSON.stringify(v));
  }
  for (const w of [
    [],
    [["a", [], [[0, "1"]]]],
    [["a", [], [[0, 1e300]]]],
    [["a", [], [[0, 1, "abc", 5]]]],
    [["a", [], [[0, 1, 500, 5]]]],
    [["a", [], [[99, 1]]]],
    [["a", [], [["no such lever", 1]]]],
    [["a", [], [[0, 0.256]]]],
    [["a", [], [[0, 0.004]]]],
    [["a", [], [[0, 0]]]],
    [["a", ["no_such"], []]],
    [[7, [], []]],
    [1, 2],
    "x",
  ]) {
    assert.equal(linked(w), "broken", JSON.stringify(w));
  }
  // Levers go by their names: on a page with other levers a link leads to the same one, and says that
  // it was made elsewhere; an older link, by places, is read where the model is the same.
  const one_lever = [{ name: "a", programs: [], levers: { [lever.name]: { times: 0.5, start_day: 0, days: 5 } } }];
  const moved = { ...page, levers: [...page.levers].reverse(), presets: structuredClone(page.presets) };
  const elsewhere = from_link(moved, "m", to_link(page, "m", 0, one_lever));
  assert.equal(essence(elsewhere.what_ifs[0]), essence(one_lever[0]));
  assert.equal(elsewhere.other_model, true);
  assert.equal(from_link(page, "m", to_link(page, "m", 0, one_lever)).other_model, false);
  assert.deepEqual(Object.keys(linked([["a", [], [[0, 1]]]]).what_ifs[0].levers), [page.levers[0].name]);
  const old = { m: "another", x: page.presets[0].experiment, w: [["a", [], [[0, 1]]]] };
  assert.equal(from_link(page, "m", `#try=${encodeURIComponent(JSON.stringify(old))}`), "broken");
  assert.equal(from_link(page, "m", "#try="), "broken");
  assert.equal(linked([["   ", [], []]]).what_ifs[0].name, "What if 1");
  const twice = linked([["A", [program, program], []], ["A", [], [[0, 1]]], ["<b>".repeat(50), [], []]]);
  assert.deepEqual(twice.what_ifs.map((w) => w.name.length <= 42), [true, true, true]);
  assert.equal(new Set(twice.what_ifs.map(key_of)).size, 3);
  assert.deepEqual(twice.what_ifs[0].programs, [program]);
  console.log(JSON.stringify(found));
}

const [path, count] = process.argv.slice(2);
await with_bundle(["what_if", "scenario_file", "opened_file", "link"], (url) => check(url, path, count));
