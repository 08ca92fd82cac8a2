// What a reader of the workshop page does, and looks at.

import assert from "node:assert/strict";

/// Until all runs of the active scenario are there.
export const whole = (page) =>
  page.waitForFunction(
    () => {
      const text = document.querySelector(".panel .sentence")?.textContent ?? "";
      const before = document.querySelector(".runs[aria-busy=true]"); // of another question
      return !before && /paired runs/.test(text) && !/so far/.test(text);
    },
    { timeout: 60_000 },
  );
export const sentence = (page) => page.locator(".panel .sentence").first().textContent();
export const chips = (page) => page.locator(".changed li").allTextContents();
export const say = (page, name) => page.getByRole("button", { name, exact: true });

export async function explore(page) {
  await page.locator(".door").first().click();
  await page.locator(".panel svg").first().waitFor();
}

/// The link to what is looked at, as it is shown where there is no clipboard.
export async function link_of(page) {
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: { writeText: () => Promise.reject(new Error("no clipboard")) },
    });
  });
  await say(page, "Copy link").click();
  return /file:\S+$/.exec(await page.locator(".share .note").textContent())[0];
}

/// Tab until something of this kind has the focus.
export async function tab_to(page, matches, most = 150) {
  for (let k = 0; k < most; ++k) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, matches)) return;
  }
  assert.fail(`no way by keyboard to ${matches}`);
}
