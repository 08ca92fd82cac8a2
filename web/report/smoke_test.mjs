// Opens the page in headless Chromium as a reader would, from disk, and fails on a console error,
// an outside request, a part that is missing, or a number that must stay hidden.
//
//   node report/smoke_test.mjs      CHROMIUM names another browser than /usr/bin/chromium

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const quiet = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const most_bytes = 450_000;
const widths = [1400, 768, 390];
const parts = ["stories", "curves", "groups", "effects", "programs", "trust", "reproduce"];

const folder = await mkdtemp(join(tmpdir(), "belong-report-"));
const node = (...args) => execFileSync(process.execPath, args, { stdio: "inherit" });
const template_path = join(folder, "template.html");
const sample_path = join(folder, "sample.json");
node(join(here, "build.mjs"), template_path);
node(join(here, "sample", "make_sample.mjs"), sample_path);
const template = await readFile(template_path, "utf8");
const sample = JSON.parse(await readFile(sample_path, "utf8"));
assert.ok(Buffer.byteLength(template) < most_bytes, "the template is too large");

/// Fills the template as the C++ program does. Returns the address of the page.
async function write_page(name, data) {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  const path = join(folder, `${name}.html`);
  await writeFile(
    path,
    template.replace("/*BELONG_DATA*/null", () => json),
  );
  return pathToFileURL(path).href;
}

const browser = await chromium.launchPersistentContext(join(folder, "profile"), {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: quiet,
});

/// Opens an address and collects everything that should not happen.
async function open(address, width = 1400) {
  const page = await browser.newPage();
  const faults = [];
  page.on("console", (m) => faults.push(`${m.type()}: ${m.text()}`));
  page.on("pageerror", (e) => faults.push(e.message));
  page.on("request", (r) => {
    if (!/^(file|data):/.test(r.url())) faults.push(`request: ${r.url()}`);
  });
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address);
  return { page, faults };
}

async function every_width_works(address) {
  for (const width of widths) {
    const { page, faults } = await open(address, width);
    await page.locator("#curves svg[role=img]").first().waitFor();
    const seen = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      parts: [...document.querySelectorAll("section")].map((s) => s.id),
      titles: document.querySelectorAll("h1").length,
      nameless: document.querySelectorAll("svg[role=img]:not([aria-label])").length,
      spilled: [...document.querySelectorAll(".chart svg")].filter((picture) => {
        const frame = picture.getBoundingClientRect();
        return [...picture.querySelectorAll("text")].some((text) => {
          const box = text.getBoundingClientRect();
          return (
            box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1
          );
        });
      }).length,
    }));
    assert.ok(seen.wide <= width, `the page scrolls sideways at ${width} px`);
    assert.deepEqual(seen.parts, parts);
    assert.equal(seen.titles, 1);
    assert.equal(seen.nameless, 0, "a picture has no name");
    assert.equal(seen.spilled, 0, `text is cut off in a picture at ${width} px`);
    assert.deepEqual(faults, []);
    await page.close();
  }
}

async function folds_open_and_hold_tables(address) {
  const { page, faults } = await open(address);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll("details.numbers")].every((d) => d.querySelector("table")),
  );
  assert.ok((await page.locator("#curves details.numbers").count()) >= sample.outcomes.length);
  assert.deepEqual(faults, []);
  await page.close();
}

/// The writer should have left these out; the page leaves them out as well.
async function small_groups_stay_hidden() {
  const data = structuredClone(sample);
  const group = data.groups.find((g) => g.key === "multiracial");
  Object.assign(group, { n: 7, label: "Seven students" });
  const { page } = await open(await write_page("small", data));
  const told = await page.locator(".hidden-note").first().textContent();
  assert.ok(told.includes("Seven students"), "it is not said that the group is hidden");
  const labels = await page.locator(".chart text").allTextContents();
  assert.ok(!labels.some((t) => t.includes("Seven")), "a small group is drawn");
  await page.close();
}

async function data_are_never_markup() {
  const data = structuredClone(sample);
  const markup = "</script><img src=x onerror=document.body.dataset.bad=1><b>bold</b>";
  for (const key of ["title", "headline", "interval_note", "command"]) data[key] = markup;
  for (const list of [data.outcomes, data.groups]) for (const row of list) row.label += markup;
  for (const row of [...data.scenarios, ...data.programs]) row.title = markup;
  for (const story of data.stories) story.done = story.moved = story.unmoved = markup;
  const { page, faults } = await open(await write_page("markup", data));
  assert.equal(await page.locator("h1").textContent(), markup);
  assert.equal(await page.locator("img, b").count(), 0);
  assert.equal(await page.evaluate(() => document.body.dataset.bad), undefined);
  assert.deepEqual(faults, []);
  await page.close();
}

async function empty_and_broken_say_so() {
  const cases = [
    [pathToFileURL(template_path).href, "empty template"],
    [await write_page("broken", { ...sample, curves: 3 }), "cannot be read"],
  ];
  for (const [address, words] of cases) {
    const { page, faults } = await open(address);
    const said = await page.locator("main").textContent();
    assert.ok(said.includes(words), said);
    assert.deepEqual(faults, []);
    await page.close();
  }
}

try {
  const address = await write_page("report", sample);
  await every_width_works(address);
  await folds_open_and_hold_tables(address);
  await small_groups_stay_hidden();
  await data_are_never_markup();
  await empty_and_broken_say_so();
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
