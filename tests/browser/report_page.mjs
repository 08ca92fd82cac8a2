// Opens a report in headless Chromium as a reader would, from disk, and fails on a console error,
// an outside request, a part that is missing or out of reach, or a number that must stay hidden.
//
//   node tests/browser/report_page.mjs REPORT.html SUMMARY.txt
//
// SUMMARY.txt is what `belong summary` prints of the same results.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { open as open_in, with_browser } from "./browser.mjs";
import { contrast_faults, heading_faults, layout_faults } from "./page_faults.mjs";

const [report, summary] = process.argv.slice(2);
const widths = [1280, 820, 390, 320]; // 320 is also 1280 at 400 % zoom
const paper = { A4: 688, letter: 710 }; // px between the margins of print.css
const most_bytes = 700_000; // of this report; the page itself is some 300,000
const parts = [
  "curves", "scenarios", "groups", "stories", "programs", "effects", "trust", "reproduce",
];

const html = await readFile(report, "utf8");
const begin = html.indexOf(">", html.indexOf('id="data"')) + 1;
const end = html.indexOf("</script>", begin);
const data = JSON.parse(html.slice(begin, end));
const told = (await readFile(summary, "utf8")).replace(/\s+/g, " ");
let browser;
let folder;

/// Writes a page with other data, as the C++ program does. Returns its address.
async function write_page(name, json) {
  const path = join(folder, `${name}.html`);
  await writeFile(path, html.slice(0, begin) + json.replaceAll("<", "\\u003c") + html.slice(end));
  return pathToFileURL(path).href;
}

const open = (address, width = 1280) => open_in(browser, address, { width });

/// True minus signs as in the terminal, white space as one space.
const plain = (text) => text.replaceAll("\u2212", "-").replace(/\s+/g, " ").trim();

async function opens_with_the_answer(address) {
  const { page, faults } = await open(address);
  const order = await page.evaluate(() =>
    [...document.querySelectorAll("h1, .headline p, h2")].map((e) => [e.tagName, e.textContent]),
  );
  assert.equal(order[0][0], "H1");
  assert.equal(data.answers.length, data.scenarios.length - 1);
  for (const [i, { change, rest }] of data.answers.entries()) {
    assert.equal(plain(order[1 + 2 * i][1]), plain(change));
    assert.equal(plain(order[2 + 2 * i][1]), plain(rest));
    assert.ok(told.includes(plain(change)), `the terminal does not say: ${change}`);
    assert.ok(told.includes(plain(rest)), `the terminal does not say: ${rest}`);
    assert.match(change, /95% interval .* to .*; in \d+ of \d+ paired runs/);
    assert.ok(change.split(" ").length <= 42, `a long sentence: ${change}`);
  }
  assert.equal(await page.locator("#curves svg[role=img]").first().isVisible(), true);
  assert.deepEqual(faults, []);
  await page.close();
}

async function every_width_works(address) {
  for (const width of widths) {
    const { page, faults } = await open(address, width);
    await page.locator("#curves svg[role=img]").first().waitFor();
    assert.deepEqual(await page.evaluate(layout_faults), [], `at ${width} px`);
    if (width === widths[0]) assert.deepEqual(await page.evaluate(contrast_faults), []);
    assert.deepEqual(await page.evaluate(heading_faults), []);
    const seen = await page.evaluate(() => [...document.querySelectorAll("section")].map((s) => s.id));
    assert.deepEqual(seen, parts);
    assert.deepEqual(faults, []);
    await page.close();
  }
}

async function scenarios_stand_side_by_side(address) {
  const { page } = await open(address);
  const rows = await page.locator("#scenarios table").first().locator("tbody tr").all();
  assert.equal(rows.length, data.scenarios.length);
  for (const [i, scenario] of data.scenarios.entries()) {
    const text = await rows[i].innerText();
    assert.ok(text.includes(scenario.title));
    for (const key of i === 0 ? [] : data.side_by_side.outcomes) {
      const effect = data.effects.find(
        (e) => e.outcome === key && e.scenario === scenario.key && e.group === "all",
      );
      const more = effect.difference > 0;
      const runs = more ? effect.higher_in : effect.of - effect.higher_in - effect.ties;
      const words = effect.ties === effect.of ? "the same in every run" : `in ${runs} of ${effect.of}`;
      assert.ok(text.includes(words), `${scenario.key}, ${key}: ${text}`);
    }
  }
  // The made-up program has a cost in dollars; BARR has none, and then the sum has none.
  assert.match(await rows[1].innerText(), /\$12/);
  assert.match(await rows[2].innerText(), /not known/);
  assert.match(await rows[3].innerText(), /\$12 or more/);
  const rates = await page.locator("#scenarios table").nth(1).locator("tbody tr").allInnerTexts();
  assert.match(rates[0], /\$\d/);
  assert.doesNotMatch(rates[2], /\$\d/);
  assert.match(rates[2], /not known for BARR/);
  await page.close();
}

/// Every link, fold and table can be reached by Tab, and a fold opens with Enter.
async function keyboard_reaches_everything(address) {
  const { page } = await open(address);
  const wanted = await page.evaluate(() => {
    const open = (e) => e.checkVisibility() && e.tabIndex >= 0;
    return [...document.querySelectorAll("a, summary, [tabindex='0']")].filter(open).length;
  });
  const reached = new Set();
  for (let i = 0; i < wanted; ++i) {
    await page.keyboard.press("Tab");
    const [place, seen] = await page.evaluate(() => {
      const e = document.activeElement;
      const box = e.getBoundingClientRect();
      const outline = Number.parseFloat(getComputedStyle(e).outlineWidth);
      return [
        [...document.querySelectorAll("*")].indexOf(e),
        e !== document.body && outline >= 2 && box.height > 0,
      ];
    });
    assert.ok(seen, `number ${i + 1} by Tab is not seen to have the focus`);
    reached.add(place);
  }
  assert.equal(reached.size, wanted);
  await page.locator("#curves details.numbers summary").first().focus();
  await page.keyboard.press("Enter");
  await page.locator("#curves details.numbers[open] table").first().waitFor();
  await page.close();
}

async function folds_open_and_hold_tables(address) {
  const { page, faults } = await open(address);
  for (let times = 0; times < 2; ++times) {
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
  }
  await page.waitForFunction(() =>
    [...document.querySelectorAll("details.numbers")].every((d) => d.querySelector("table")),
  );
  assert.ok((await page.locator("#curves details.numbers").count()) >= data.outcomes.length);
  assert.deepEqual(await page.evaluate(layout_faults), []);
  assert.deepEqual(await page.evaluate(heading_faults), []);
  assert.deepEqual(faults, []);
  await page.close();
}

async function prints(address) {
  const { page, faults } = await open(address);
  assert.ok((await page.pdf({ format: "A4" })).length > 20_000);
  await page.emulateMedia({ media: "print" });
  for (const [name, width] of Object.entries(paper)) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${name}: something is ${wide} px wide, the paper ${width}`);
    assert.equal(await page.locator(".contents").isVisible(), false);
    assert.equal(await page.locator("#scenarios table").first().isVisible(), true);
  }
  assert.deepEqual(faults, []);
  await page.close();
}

async function motion_is_optional(address) {
  const { page } = await open(address);
  const behaviour = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  assert.equal(await behaviour(), "smooth");
  await page.emulateMedia({ reducedMotion: "reduce" });
  assert.equal(await behaviour(), "auto");
  await page.close();
}

/// The writer leaves them out; the page leaves them out as well, whatever the data hold.
async function small_groups_stay_hidden(address) {
  const changed = structuredClone(data);
  const shown = changed.groups.find((g) => !g.hidden && g.dimension !== "all");
  Object.assign(shown, { n: 7, label: "Seven students" });
  const hidden = data.groups.find((g) => g.hidden);
  const cases = [
    [address, hidden.label],
    [await write_page("small", JSON.stringify(changed)), "Seven students"],
  ];
  for (const [where, name] of cases) {
    const { page } = await open(where);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    const notes = await page.locator(".hidden-note").allTextContents();
    assert.ok(notes.some((text) => text.includes(name)), `it is not said that ${name} is hidden`);
    const drawn = await page.locator(".chart text, thead th, tbody th, tbody td").allTextContents();
    assert.ok(!drawn.some((text) => text.includes(name)), `${name} is in a picture or a table`);
    await page.close();
  }
}

async function data_are_never_markup() {
  const changed = structuredClone(data);
  const markup = "</script><img src=x onerror=document.body.dataset.bad=1><b>bold</b>";
  for (const key of ["title", "headline", "interval_note", "command"]) changed[key] = markup;
  for (const row of [...changed.outcomes, ...changed.groups]) row.label += markup;
  for (const row of [...changed.scenarios, ...changed.programs]) row.title = markup;
  for (const one of changed.answers) one.change = one.rest = markup;
  for (const one of changed.environment) one.sentence = markup;
  for (const one of changed.gap_changes) one.how = markup;
  for (const story of changed.stories) story.done = story.moved = story.unmoved = markup;
  const { page, faults } = await open(await write_page("markup", JSON.stringify(changed)));
  assert.equal(await page.locator("h1").textContent(), markup);
  assert.equal(await page.locator("img, b").count(), 0);
  assert.equal(await page.evaluate(() => document.body.dataset.bad), undefined);
  assert.deepEqual(faults, []);
  await page.close();
}

async function empty_and_broken_say_so() {
  const cases = [
    ["/*BELONG_DATA*/null", "empty template"],
    [JSON.stringify({ ...data, curves: 3 }), "cannot be read"],
  ];
  for (const [text, words] of cases) {
    const { page, faults } = await open(await write_page("none", text));
    const said = await page.locator("main").textContent();
    assert.ok(said.includes(words), said);
    assert.deepEqual(faults, []);
    await page.close();
  }
}

await with_browser(async (chromium, room) => {
  browser = chromium;
  folder = room;
  assert.ok(Buffer.byteLength(html) < most_bytes, "the report is too large");
  const address = pathToFileURL(report).href;
  await opens_with_the_answer(address);
  await every_width_works(address);
  await scenarios_stand_side_by_side(address);
  await keyboard_reaches_everything(address);
  await folds_open_and_hold_tables(address);
  await prints(address);
  await motion_is_optional(address);
  await small_groups_stay_hidden(address);
  await data_are_never_markup();
  await empty_and_broken_say_so();
});
