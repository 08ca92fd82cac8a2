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

async function check(url, path, count) {
  const { scenario_words, scenario_file, read_scenario_file, to_link, from_link, essence } =
    await import(url);
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
  assert.equal(from_link(page, "m", "#try=%7B"), null);
  console.log(JSON.stringify(found));
}

const [path, count] = process.argv.slice(2);
await with_bundle(["what_if", "scenario_file", "link"], (url) => check(url, path, count));
