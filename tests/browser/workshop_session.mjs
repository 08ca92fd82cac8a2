// The workshop of the page: its lengths, its steps, and that it is found again as it was left.

import assert from "node:assert/strict";
import { open } from "./browser.mjs";
import { layout_faults, heading_faults, nameless } from "./page_faults.mjs";
import { say, sentence } from "./workshop_reader.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.textContent);
const to_step = async (page, title) => {
  const option = page.locator(".steps option", { hasText: title });
  await page.selectOption(".steps select", await option.getAttribute("value"));
};
const door = (page, name) => page.locator("nav").getByRole("button", { name }).click();

async function workshop(browser, address) {
  const found = await open(browser, address);
  await found.page.locator(".door").nth(1).click();
  return found;
}

/// One table draws, the other says by keyboard where the line ends.
async function two_predictions(page) {
  const sheet = await page.locator(".draw").boundingBox();
  await page.mouse.move(sheet.x + 60, sheet.y + 90);
  await page.mouse.down();
  await page.mouse.move(sheet.x + sheet.width - 150, sheet.y + 160, { steps: 12 });
  await page.mouse.up();
  await say(page, "Keep this prediction").click();
  await page.locator("#ends-at").focus();
  for (let k = 0; k < 20; ++k) await page.keyboard.press("ArrowUp");
  await say(page, "Keep this prediction").focus();
  await page.keyboard.press("Enter");
  await page.locator(".kept li").nth(1).waitFor();
  assert.equal(await page.locator(".kept li").count(), 2);
  assert.equal(await focused(page), "Keep this prediction");
}

export async function a_workshop(browser, address) {
  const { page, faults } = await workshop(browser, address);
  await say(page, "Next").click();
  await say(page, "Show two readings").click();
  assert.ok(await page.locator(".adults").isVisible());
  await page.locator(".timer button").first().click();
  await say(page, "Pause").click();
  await page.locator(".timer input").fill("500");
  await page.locator(".timer input").press("Enter");
  await page.locator(".timer .refused", { hasText: "500 is not a number from 1 to 180" }).waitFor();
  await to_step(page, "Predict");
  assert.ok(await say(page, "Look").isDisabled());
  await page.selectOption("#predict-what", { label: "BARR" });
  assert.deepEqual(await page.evaluate(heading_faults), []);
  assert.deepEqual(await page.evaluate(nameless), []);
  await two_predictions(page);
  await say(page, "Look").focus();
  await page.keyboard.press("Enter");
  await page.locator(".big .panel svg").waitFor();
  assert.equal(await focused(page), "What the model makes of it");
  assert.match(await sentence(page), /^In \d+ of 8 paired runs/);
  assert.match(
    await page.locator(".course").textContent(),
    /expected, the whole year long|lies outside of it (in|from) week \d+|line ends outside/,
  );
  assert.deepEqual(await page.evaluate(heading_faults), []);
  assert.ok(await page.locator(".notes").isVisible());
  await page.getByRole("checkbox", { name: "Projector size" }).check();
  assert.deepEqual(await page.evaluate(layout_faults), []);
  await to_step(page, "six-week test");
  await page.locator("#test-0").fill("Our greeting");
  await to_step(page, "Closing");
  assert.equal(await page.getByRole("radio").count(), 3);
  await page.locator("#closing-0-0").fill("Monday");
  await page.getByRole("radio").nth(1).check();
  await page.getByRole("radio").nth(0).check();
  assert.equal(await page.locator("#closing-0-0").inputValue(), "Monday");
  assert.deepEqual(faults, []);
  await page.close();
}

/// To Explore and back, where another scenario and another group are looked at meanwhile.
export async function it_is_kept(browser, address) {
  const { page, faults } = await workshop(browser, address);
  await to_step(page, "six-week test");
  await page.locator("#test-0").fill("Our greeting");
  await page.locator(".timer button").first().click();
  await to_step(page, "Predict");
  await page.selectOption("#predict-what", { label: "BARR" });
  await page.selectOption("#predict-which", { label: "Engagement" });
  await two_predictions(page);
  const said = await page.locator(".kept").textContent();
  await door(page, "Explore");
  await page.getByRole("button", { name: "Show: Wise feedback" }).click();
  await page.locator("#whose").selectOption({ index: 1 });
  await door(page, "Workshop");
  assert.equal(await page.locator("h1").textContent(), "Predict, then look");
  assert.equal(await page.locator(".kept").textContent(), said);
  assert.equal(await page.locator("#predict-what option:checked").textContent(), "BARR");
  assert.equal(await page.locator("#predict-which option:checked").textContent(), "Engagement");
  assert.equal(await page.locator("#predict-whose").inputValue(), "all");
  await say(page, "Look").click();
  await page.locator(".course").waitFor();
  await door(page, "About the model");
  await door(page, "Workshop");
  await page.locator(".course").waitFor();
  await to_step(page, "six-week test");
  assert.equal(await page.locator("#test-0").inputValue(), "Our greeting");
  assert.deepEqual(faults, []);
  await page.close();
}

/// The steps and minutes of the plans in docs/facilitators-guide.md; the timer follows.
export async function lengths(browser, address) {
  const { page, faults } = await workshop(browser, address);
  const minutes = async () => {
    const titles = await page.locator(".steps option").allTextContents();
    return titles.map((title) => Number(/\((\d+) min\)$/.exec(title)[1]));
  };
  for (const [length, expected] of [
    ["20 minutes", [2, 4, 10, 4]],
    ["60 minutes", [4, 8, 6, 20, 9, 5]],
    ["3 hours", [10, 12, 8, 51, 6, 32, 4]],
  ]) {
    await page.locator(".length select").selectOption(length);
    assert.deepEqual(await minutes(), expected);
    await page.locator(".timer output", { hasText: `${expected[0]}:00` }).waitFor();
  }
  await to_step(page, "Talk");
  await page.locator(".timer output", { hasText: "6:00" }).waitFor();
  // Each step has its own timer: a look at another does not wind it up again.
  await page.locator(".timer button").first().click();
  await page.locator(".timer output", { hasText: "5:5" }).waitFor();
  await to_step(page, "Closing");
  await page.locator(".timer output", { hasText: "4:00" }).waitFor();
  await to_step(page, "Talk");
  await page.locator(".timer output", { hasText: "5:5" }).waitFor();
  await page.locator(".length select").selectOption("20 minutes");
  assert.equal(await page.locator("h1").textContent(), "Welcome");
  assert.deepEqual(faults, []);
  await page.close();
}
