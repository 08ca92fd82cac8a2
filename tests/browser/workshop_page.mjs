// Opens a workshop page in headless Chromium as a reader would, from disk: moves levers, shares,
// saves, opens, predicts, follows a student, prints, all without a mouse where a keyboard can do it.
//
//   node tests/browser/workshop_page.mjs WORKSHOP.html BELONG
//
// BELONG is the program: what the page saves it runs, and both must print the same fingerprint.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { open, with_browser } from "./browser.mjs";
import { a_workshop, it_is_kept, lengths } from "./workshop_session.mjs";
import {
  a_group_is_named,
  focus_stays,
  gaps_have_a_sign,
  links_carry_the_view,
} from "./workshop_view.mjs";
import {
  answers_come_together,
  files_are_answered,
  predictions_stay_with_their_question,
  ways_lose_nothing,
  words_stay_with_their_scenario,
} from "./workshop_mishaps.mjs";
import { chips, explore, link_of, say, sentence, tab_to, whole } from "./workshop_reader.mjs";
import { contrast_faults, heading_faults, layout_faults, nameless } from "./page_faults.mjs";

const [path, belong] = process.argv.slice(2);
const address = pathToFileURL(resolve(path)).href;
const widths = [1400, 820, 390, 320]; // 320 is also 1280 at 400 % zoom
const most_bytes = 1_000_000;

async function everything_by_keyboard(browser) {
  const { page, faults } = await open(browser, address);
  await page.locator(".door").first().waitFor();
  assert.match(await page.title(), /Belong/);
  await tab_to(page, ".door");
  await page.keyboard.press("Enter");
  await page.locator(".panel svg").first().waitFor();
  await tab_to(page, ".lever input[type=range]");
  for (let k = 0; k < 5; ++k) await page.keyboard.press("ArrowRight");
  await whole(page);
  assert.match(await sentence(page), /^In \d+ of 8 paired runs, belonging ends (higher|lower) for all students/);
  assert.deepEqual(await chips(page), ["Do people here expect me to succeed? 50%×"]);
  // One movement is one step back.
  await page.keyboard.press("Control+z");
  assert.deepEqual(await chips(page), []);
  // The cursor on a picture reads out what it stands on.
  await tab_to(page, ".cursor");
  await page.keyboard.press("Home");
  assert.match(await page.locator(".read-out").first().textContent(), /^week 1: /);
  assert.match(
    await page.evaluate(() => document.activeElement.getAttribute("aria-valuetext")),
    /As it is/,
  );
  // What is being typed stays while the page has other things to draw.
  const box = page.locator(".lever input[type=number]").first();
  await box.fill("110");
  await page.evaluate(() => {
    const whose = document.querySelector("#whose");
    whose.selectedIndex = 1;
    whose.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.locator(".sentence", { hasNotText: "all students" }).first().waitFor();
  assert.equal(await box.inputValue(), "110");
  await page.keyboard.press("Enter");
  assert.deepEqual(await chips(page), ["Do people here expect me to succeed? 110%×"]);
  assert.deepEqual(faults, []);
  await page.close();
}

async function every_width_works(browser) {
  for (const width of widths) {
    const { page, faults } = await open(browser, address, { width });
    await page.locator(".door").first().waitFor();
    assert.deepEqual(await page.evaluate(layout_faults), [], `doors at ${width}`);
    await explore(page);
    await page.locator(".levers details summary").first().click();
    await page.waitForTimeout(300);
    assert.deepEqual(await page.evaluate(layout_faults), [], `explore at ${width}`);
    assert.deepEqual(await page.evaluate(heading_faults), []);
    assert.deepEqual(await page.evaluate(nameless), []);
    if (width === widths[0]) assert.deepEqual(await page.evaluate(contrast_faults), []);
    for (const door of ["Workshop", "About the model"]) {
      await say(page, door).click();
      assert.deepEqual(await page.evaluate(layout_faults), [], `${door} at ${width}`);
      assert.deepEqual(await page.evaluate(heading_faults), []);
      assert.deepEqual(await page.evaluate(nameless), []);
    }
    assert.deepEqual(faults, []);
    await page.close();
  }
}

/// From the top of the source folder, where schools and programs are found by their names.
function runs_alike(file, print) {
  const told = execFileSync(resolve(belong), ["run", file, "-o", `${file}.h5`], {
    cwd: new URL("../..", import.meta.url),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  assert.ok(told.includes(`fingerprint ${print}`), `the page says ${print}; the program:\n${told}`);
}

/// What the page works out, saves and links is what the program makes of the saved file.
async function same_bits(browser, folder, workers, how) {
  const { page, faults } = await open(browser, address, {
    before: `Object.defineProperty(navigator, "hardwareConcurrency", { get: () => ${workers} })`,
  });
  await explore(page);
  await how(page);
  await whole(page);
  await page.locator(".reproduce summary").click();
  await say(page, "Work it out here").click();
  const found = page.locator("code.fingerprint", { hasText: /^[0-9a-f]{32}$/ });
  await found.waitFor({ timeout: 60_000 });
  const print = await found.textContent();
  const waiting = page.waitForEvent("download");
  await say(page, "Save scenario file").click();
  const file = join(folder, "saved.toml");
  await (await waiting).saveAs(file);
  runs_alike(file, print);

  // A second page, opened by the link, and a third that opens the file: the same scenario.
  await page.locator(".what-ifs input[type=radio]").first().check();
  await whole(page);
  const before = await chips(page);
  const counted = await sentence(page);
  const link = await link_of(page);
  for (const way of ["link", "file"]) {
    const other = await open(browser, way === "link" ? link : address);
    if (way === "file") {
      await explore(other.page);
      await other.page.locator("input[type=file]").setInputFiles(file);
    }
    await other.page.locator(".changed li").first().waitFor();
    assert.deepEqual(await chips(other.page), before);
    await whole(other.page);
    assert.equal(await sentence(other.page), counted);
    assert.deepEqual(other.faults, []);
    await other.page.close();
  }
  assert.deepEqual(faults, []);
  await page.close();
}

async function levers_and_a_program(page) {
  await page.locator("input[type=number][step]").nth(1).fill("120");
  await page.keyboard.press("Tab");
  await page.locator(".levers details summary").nth(1).click();
  await page.locator("input[id$=-start]").nth(1).fill("3");
  await page.keyboard.press("Tab");
  await page.selectOption("select[id$=-days] >> nth=1", "30");
  await page.locator(".shelf summary").filter({ hasText: "Relationships" }).click();
  await page.getByRole("checkbox", { name: /BARR/ }).check();
}

async function three_scenarios(page) {
  await page.getByRole("button", { name: "Show: Wise feedback" }).click();
  await say(page, "Copy").click();
  await page.locator("input[type=number][step]").first().fill("-50");
  await page.keyboard.press("Tab");
  await say(page, "Add a scenario").click();
  await page.locator("input[type=number][step]").last().fill("100");
  await page.keyboard.press("Tab");
}

async function another_school(page) {
  await page.selectOption("#school", { label: "A small middle school" });
  await page.locator("input[type=number][step]").nth(4).fill("200");
  await page.keyboard.press("Tab");
}

async function refuses_strange_files(browser, folder) {
  const { page, faults } = await open(browser, address);
  await explore(page);
  const file = join(folder, "strange.toml");
  for (const [text, words] of [
    ["what is this", "not TOML"],
    ['[experiment]\nname = "elsewhere"', "this page has: small, middle"],
  ]) {
    await writeFile(file, text);
    await page.locator("input[type=file]").setInputFiles(file);
    await page.locator(".share .note", { hasText: words }).waitFor();
  }
  assert.deepEqual(await chips(page), []);
  assert.deepEqual(faults, []);
  await page.close();
}

/// A number that no student has is answered in words, and the next one is followed.
async function strange_students(page) {
  await page.locator("#student-whose").selectOption("number");
  for (const [number, words] of [["120", "from 0 to 119"], ["-1", "from 0 to 119"], ["1.5", "from 0 to 119"], ["", "from 0 to 119"]]) {
    await page.locator("#student-number").fill(number);
    await page.locator("#student-number").press("Enter");
    await say(page, "Follow").click();
    await page.locator(".student .note", { hasText: words }).waitFor({ timeout: 60_000 });
  }
}

/// One in the middle is a usual one; the one who differs most is another, and the page says so.
async function chosen_students(page) {
  for (const [choice, words] of [["middle", "is the middle one"], ["most", "not a usual one"]]) {
    await page.locator("#student-whose").selectOption(choice);
    await say(page, "Follow").click();
    await page.locator(".student .about", { hasText: words }).waitFor({ timeout: 60_000 });
  }
}

async function singles_student_and_print(browser, folder) {
  const { page, faults } = await open(browser, address);
  await explore(page);
  await page.getByRole("button", { name: "Show: BARR" }).click();
  await page.getByRole("checkbox", { name: "Show single runs" }).check();
  await page.waitForFunction(
    () => document.querySelectorAll(".panel .chart svg path[stroke-opacity], .panel .chart svg g[stroke-opacity] path").length >= 8,
    { timeout: 60_000 },
  );
  await page.locator(".reproduce summary").click();
  const waiting = page.waitForEvent("download");
  await say(page, "Save their file").click();
  const file = join(folder, "native.toml");
  await (await waiting).saveAs(file);
  runs_alike(file, await page.locator("code.native").textContent());
  await strange_students(page);
  await chosen_students(page);
  await page.locator(".lives tbody tr").first().waitFor({ timeout: 60_000 });
  assert.match(await page.locator(".student h3").textContent(), /Synthetic student \d+ of 120/);
  assert.ok((await page.locator(".lives tbody tr").count()) > 5);
  await page.locator(".panel .numbers summary").first().click();
  const weeks = page.locator(".panel").first().locator("tbody tr"); // made when the fold opens
  await weeks.nth(11).waitFor();
  assert.equal(await weeks.count(), 12);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".panel svg").first().isVisible());
  assert.ok(await page.locator(".compare table").isVisible());
  assert.ok(await page.locator(".student .lives").isVisible());
  for (const button of await page.locator(".results button").all()) assert.ok(!(await button.isVisible()));
  assert.ok(!(await page.locator("nav").isVisible()));
  assert.ok(!(await page.locator(".lever").first().isVisible()));
  assert.deepEqual(faults, []);
  await page.close();
}

/// A browser that forbids workers: slower, and it says so.
async function without_workers(browser) {
  const { page, faults } = await open(browser, address, {
    before: "window.Worker = class { constructor() { throw new Error('forbidden'); } }",
  });
  await explore(page);
  await page.locator(".caution", { hasText: "helpers of its own" }).waitFor();
  await page.locator(".lever input[type=range]").first().focus();
  await page.keyboard.press("ArrowRight");
  await whole(page);
  assert.deepEqual(faults, []);
  await page.close();
}

await with_browser(async (browser, folder) => {
  const { size } = await stat(path);
  assert.ok(size < most_bytes, `the page has ${size} bytes`);
  await everything_by_keyboard(browser);
  await every_width_works(browser);
  await same_bits(browser, folder, 1, levers_and_a_program);
  await same_bits(browser, folder, 3, three_scenarios);
  await same_bits(browser, folder, 2, another_school);
  await refuses_strange_files(browser, folder);
  await singles_student_and_print(browser, folder);
  await a_workshop(browser, address);
  await it_is_kept(browser, address);
  await lengths(browser, address);
  await a_group_is_named(browser, address);
  await gaps_have_a_sign(browser, address);
  await focus_stays(browser, address);
  await links_carry_the_view(browser, address);
  await predictions_stay_with_their_question(browser, address);
  await words_stay_with_their_scenario(browser, address);
  await ways_lose_nothing(browser, address);
  await answers_come_together(browser, address);
  await files_are_answered(browser, address, folder);
  await without_workers(browser);
});
