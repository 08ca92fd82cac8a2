// What is looked at on the page: whose figures, with which sign, and that neither a press nor a link
// loses the place.

import assert from "node:assert/strict";
import { open } from "./browser.mjs";
import { chips, explore, link_of, say, whole } from "./workshop_reader.mjs";

const number = (text) => Number(text.replace("\u2212", "-"));

async function exploring(browser, address) {
  const found = await open(browser, address);
  await explore(found.page);
  assert.equal(await found.page.evaluate(() => scrollY), 0); // the doors are in view
  await found.page.getByRole("button", { name: "Show: BARR" }).click();
  await whole(found.page);
  return found;
}

/// Headings and captions name the group, on screen and on paper.
export async function a_group_is_named(browser, address) {
  const { page, faults } = await exploring(browser, address);
  assert.equal(await page.locator("#compare-title").textContent(), "Side by side");
  await page.locator("#whose").selectOption({ index: 1 });
  const group = await page.locator("#whose option:checked").textContent();
  for (const media of ["screen", "print"]) {
    await page.emulateMedia({ media });
    assert.equal(await page.locator("#compare-title").textContent(), `Side by side: ${group}`);
    const caption = page.locator(".compare caption");
    assert.ok(await caption.isVisible());
    assert.equal(await caption.textContent(), `Figures of the group “${group}”`);
    const headings = await page.locator(".panel h3").allTextContents();
    const named = headings.filter((h) => !/ less /.test(h));
    assert.ok(named.length >= 3);
    for (const heading of named) assert.ok(heading.includes(`: ${group}`), heading);
  }
  assert.deepEqual(faults, []);
  await page.close();
}

/// The change of a gap is that of the line above it; "narrower" is said of its width. The same for
/// the runs that came with the page and for those that it makes itself.
export async function gaps_have_a_sign(browser, address) {
  const { page, faults } = await exploring(browser, address);
  const panel = page.locator(".panel").filter({ has: page.locator("h3", { hasText: " less " }) });
  const gaps = await page.locator("#gap option").count();
  for (const runs of ["came with the page", "of its own"]) {
    if (runs === "of its own") {
      await page.locator(".lever input[type=range]").first().focus();
      for (let k = 0; k < 5; ++k) await page.keyboard.press("ArrowRight");
      await whole(page);
    }
    for (let k = 0; k < gaps; ++k) {
      await page.locator("#gap").selectOption({ index: k });
      const [group, other] = (await page.locator("#gap option:checked").textContent()).split(" − ");
      await panel.locator("h3", { hasText: `${group} less ${other}` }).waitFor();
      const told = await panel.locator(".sentence").textContent();
      const change = number(new RegExp(`Mean change of ${group} less ${other} (\\S+)`).exec(told)[1]);
      await panel.locator(".numbers summary").click();
      const row = panel.locator(".numbers tbody tr").last();
      await row.waitFor(); // made when the fold opens
      const ends = await row.locator("td").allTextContents();
      const [before, after] = ends.map((text) => number(text.split(" (")[0]));
      assert.ok(Math.abs(after - before - change) < 0.0025, `${told} ${before} ${after}`);
      await panel.locator(".numbers summary").click();
    }
  }
  assert.deepEqual(faults, []);
  await page.close();
}

/// Whoever presses by keyboard stays where they are, or is taken to what came of it.
export async function focus_stays(browser, address) {
  const { page, faults } = await exploring(browser, address);
  const focused = () => page.evaluate(() => document.activeElement.outerHTML.slice(0, 200));
  const press = async (button) => {
    await button.focus();
    await page.keyboard.press("Enter");
  };
  await press(say(page, "Follow"));
  assert.match(await focused(), /Follow/);
  await page.locator(".lives").waitFor({ timeout: 60_000 });
  assert.match(await focused(), /Follow/);
  await page.locator(".reproduce summary").click();
  await press(say(page, "Work it out here"));
  await page.locator("code.fingerprint", { hasText: /^[0-9a-f]{32}$/ }).waitFor({ timeout: 60_000 });
  assert.match(await focused(), /Work it out here/);
  await press(say(page, "Reset all"));
  assert.match(await focused(), /Reset all/);
  await page.locator(".lever input[type=range]").first().press("ArrowRight");
  await press(say(page, "Reset this lever"));
  assert.match(await focused(), /type="range"/);
  assert.deepEqual(faults, []);
  await page.close();
}

/// A link leads to the same scenario, group and gap, at the top of the page.
export async function links_carry_the_view(browser, address) {
  const { page, faults } = await exploring(browser, address);
  await say(page, "Copy").click();
  await page.getByRole("button", { name: "Show: Wise feedback" }).click();
  await say(page, "Copy").click();
  await page.locator(".what-ifs input[type=radio]").nth(1).check();
  await page.locator("#whose").selectOption({ index: 2 });
  await page.locator("#gap").selectOption({ index: (await page.locator("#gap option").count()) - 1 });
  const looked = async (at) => [
    await chips(at),
    await at.locator("#whose").inputValue(),
    await at.locator("#gap").inputValue(),
    await at.locator(".what-ifs .chosen").textContent(),
  ];
  const before = await looked(page);
  const link = await link_of(page);
  assert.ok(await page.locator(".share", { hasText: "send the file together" }).isVisible());
  const other = await open(browser, link);
  await other.page.locator(".changed li").first().waitFor();
  assert.deepEqual(await looked(other.page), before);
  assert.equal(await other.page.evaluate(() => scrollY), 0);
  assert.deepEqual([...faults, ...other.faults], []);
  await other.page.close();
  await page.close();
}
