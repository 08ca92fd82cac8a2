// What could go wrong in a reader's hands: strokes of another question, a refusal under another
// scenario, a link wiped away, Back.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { open } from "./browser.mjs";
import { chips, explore, link_of, say, whole } from "./workshop_reader.mjs";

/// From one share of the drawing's width and height to another.
async function stroke(page, from, to) {
  const { x, y, width, height } = await page.locator(".draw").boundingBox();
  await page.mouse.move(x + width * from[0], y + height * from[1]);
  await page.mouse.down();
  await page.mouse.move(x + width * to[0], y + height * to[1], { steps: 12 });
  await page.mouse.up();
}
const ends_at = async (page) =>
  Number((await page.locator(".ends output").textContent()).replace("\u2212", "-"));
const axis = (page) => page.locator(".drawing svg text").allTextContents();

/// Each prediction is drawn on an empty sheet and on the axis that is seen, and stands under the
/// question to which it was said.
export async function predictions_stay_with_their_question(browser, address) {
  const { page, faults } = await open(browser, address);
  await page.locator(".door").nth(1).click();
  await page.selectOption(".steps select", { label: "4 of 6: Predict, then look (20 min)" });
  await page.selectOption("#predict-what", { label: "Wise feedback" });
  await page.selectOption("#predict-what", { label: "BARR" });
  await page.locator(".draw").scrollIntoViewIfNeeded();
  await stroke(page, [0.1, 0.2], [0.95, 0.2]);
  const high = await ends_at(page);
  await say(page, "Keep this prediction").click();
  await stroke(page, [0.1, 0.8], [0.4, 0.8]);
  const low = await ends_at(page);
  assert.ok(low < high, `${low} is not below ${high}`);
  await say(page, "Draw anew").click();
  await stroke(page, [0.1, 0.2], [0.3, 0.2]);
  assert.equal(await ends_at(page), high);
  const said = await page.locator(".kept").textContent();
  const before = await axis(page);
  await page.locator("#predict-what").focus();
  await page.keyboard.press("Control+z");
  assert.equal(await page.locator("#predict-what option:checked").textContent(), "BARR");
  assert.equal(await page.locator(".kept").textContent(), said);
  assert.deepEqual(await axis(page), before);
  await page.selectOption("#predict-which", { label: "Engagement" });
  assert.equal(await page.locator(".kept li").count(), 0);
  await stroke(page, [0.1, 0.5], [0.3, 0.5]);
  assert.ok(Number.isFinite(await ends_at(page)));
  assert.deepEqual(faults, []);
  await page.close();
}

/// A refusal and a followed student belong to one scenario and one choice.
export async function words_stay_with_their_scenario(browser, address) {
  const { page, faults } = await open(browser, address);
  await explore(page);
  await page.locator(".lever input[type=number]").first().fill("999");
  await page.keyboard.press("Tab");
  const refused = page.locator(".lever").first().locator(".refused").first();
  await page.locator(".lever .refused", { hasText: "999 is not a number" }).waitFor();
  await say(page, "Add a scenario").click();
  assert.equal(await refused.textContent(), "");
  await page.getByRole("button", { name: "Show: BARR" }).click();
  await page.locator(".unseen[aria-live]", { hasText: "BARR: In" }).waitFor();
  await say(page, "Follow").click();
  await page.locator(".student h3").waitFor({ timeout: 60_000 });
  await page.selectOption("#student-whose", "most");
  assert.equal(await page.locator(".student h3").count(), 0);
  await say(page, "Reset all").click();
  await page.waitForFunction(() => document.querySelector(".unseen[aria-live]").textContent === "");
  assert.deepEqual(faults, []);
  await page.close();
}

/// The skip link, doors and Back leave notes, link and scenarios as they are.
export async function ways_lose_nothing(browser, address) {
  const { page, faults } = await open(browser, address);
  await explore(page);
  await page.getByRole("button", { name: "Show: BARR" }).click();
  await whole(page);
  const link = (await link_of(page)).replace("%22model", "%22another");
  assert.equal(await page.locator(".caution[role=status]").count(), 0);
  const other = await open(browser, link);
  const note = other.page.locator(".caution[role=status]", { hasText: "another version" });
  await note.waitFor();
  await other.page.keyboard.press("Tab");
  await other.page.keyboard.press("Enter");
  assert.equal(await other.page.evaluate(() => document.activeElement.id), "pictures");
  assert.equal(other.page.url(), link);
  assert.ok(await note.isVisible());
  await say(other.page, "About the model").click();
  await other.page.goBack();
  await other.page.locator(".panel svg").first().waitFor();
  assert.equal((await chips(other.page)).length, 1);
  await other.page.goto(`${address}#try=`);
  await other.page.locator(".caution", { hasText: "cannot show" }).waitFor();
  assert.deepEqual([...faults, ...other.faults], []);
  await other.page.close();
  await page.close();
}

/// While runs are on their way, pictures, sentences and table all stay with what was asked before;
/// when they take long, these pale and then say that nothing is there yet.
export async function answers_come_together(browser, address) {
  const held_back = () => {
    const Usual = Worker;
    window.held = null;
    window.Worker = class extends Usual {
      set onmessage(hear) {
        super.onmessage = (event) => {
          if (window.held && event.data.told === "lived") window.held.push(() => hear(event));
          else hear(event);
        };
      }
    };
  };
  const { page, faults } = await open(browser, address, { before: held_back });
  await explore(page);
  await page.locator(".lever input[type=number]").first().fill("50");
  await page.keyboard.press("Tab");
  await whole(page);
  const shown = () =>
    page.evaluate(() => [
      ...[...document.querySelectorAll(".panel .sentence")].map((p) => p.textContent),
      ...[...document.querySelectorAll(".panel .chart")].map((p) => p.innerHTML),
      document.querySelector(".compare tbody").textContent,
    ]);
  const before = await shown();
  await page.evaluate(() => {
    window.held = [];
    window.seen = [];
    const runs = document.querySelector(".runs");
    const look = () => window.seen.push([runs.className, document.querySelector(".sentence").textContent]);
    new MutationObserver(look).observe(runs, { attributes: true, childList: true, subtree: true });
  });
  await page.locator(".lever input[type=number]").first().fill("100");
  await page.keyboard.press("Tab");
  await page.locator(".panel .sentence", { hasText: "The model is living the year" }).first().waitFor();
  const seen = await page.evaluate(() => window.seen);
  assert.deepEqual(seen[0], ["runs", before[0]]);
  assert.ok(seen.some(([name, said]) => name === "runs faded" && said === before[0]));
  assert.ok(!seen.some(([name, said]) => name === "runs faded" && said !== before[0]));
  for (const text of (await shown()).slice(0, 4)) assert.match(text, /The model is living the year/);
  await page.locator(".lever input[type=range]").first().dispatchEvent("pointerup"); // nothing new
  assert.equal(await page.locator(".runs").getAttribute("aria-busy"), "false");
  await page.evaluate(() => window.held.splice(0).forEach((hear) => hear()) ?? (window.held = null));
  await whole(page);
  // On paper all is of one question.
  await page.evaluate(() => {
    window.held = [];
    addEventListener("beforeprint", () => {
      window.paper = [...document.querySelectorAll(".panel .sentence")].map((p) => p.textContent);
    });
  });
  await page.locator(".lever input[type=number]").first().fill("70");
  await page.keyboard.press("Tab");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  for (const text of await page.evaluate(() => window.paper)) assert.match(text, /living the year/);
  assert.deepEqual(faults, []);
  await page.close();
}

/// A file with another number of runs is opened with a word; one that is far too large is not read.
export async function files_are_answered(browser, address, folder) {
  const { page, faults } = await open(browser, address);
  await explore(page);
  await page.getByRole("button", { name: "Show: BARR" }).click();
  const waiting = page.waitForEvent("download");
  await say(page, "Save scenario file").click();
  const file = join(folder, "runs.toml");
  const saved = await waiting;
  assert.equal(saved.suggestedFilename(), "small_barr.toml");
  const chunks = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  assert.match(text, /^name = "small_barr"$/m);
  for (const [content, words] of [
    [text.replace("replicates = 8", "replicates = 3"), "asks for 3 paired runs; this page makes 8"],
    [`${text}# ${"x".repeat(1_000_000)}`, "more than 1 MB"],
  ]) {
    await writeFile(file, content);
    await page.locator("input[type=file]").setInputFiles(file);
    await page.locator(".share .note", { hasText: words }).waitFor();
  }
  assert.deepEqual(faults, []);
  await page.close();
}
