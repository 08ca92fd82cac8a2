// Takes the pictures of the docs from a report: of the ninth-grade experiment, or of the what-if in
// docs/first-run.md.
//
//   node docs/pictures/take.mjs [results/ninth_grade.html | results/greeting.html]
//
// Writes docs/pictures/*.png. Needs `npm ci` in web/; CHROMIUM names another browser than
// /usr/bin/chromium.

import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const { chromium } = createRequire(join(here, "../../web/package.json"))("playwright-core");
const report = resolve(process.argv[2] ?? join(here, "../../results/ninth_grade.html"));

const width = 1200; // px

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({
  viewport: { width, height: 900 },
  deviceScaleFactor: 1.25,
  reducedMotion: "reduce",
});
await page.goto(pathToFileURL(report).href);
const workshop = basename(report) === "workshop.html";
if (workshop) await open_workshop();
else await page.locator("#curves svg").first().waitFor();

/// The page with two scenarios, one of them lived there.
async function open_workshop() {
  await page.setViewportSize({ width: 1400, height: 980 });
  await page.locator(".door").first().click();
  await page.getByRole("button", { name: "Show: BARR" }).click();
  await page.getByRole("button", { name: "Add a scenario" }).click();
  await page.locator("#what-if-name").fill("High standards");
  await page.locator("#what-if-name").press("Tab");
  await page.locator(".lever input[type=number]").first().fill("120");
  await page.locator(".lever input[type=number]").first().press("Tab");
  await page.waitForFunction(() => {
    const text = document.querySelector(".panel .sentence").textContent;
    return /paired runs/.test(text) && !/so far/.test(text);
  });
  await page.locator(".panel svg").nth(3).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

/// A picture from the top of one element to the bottom of another.
async function take(name, first, last, below = 16) {
  const from = await page.locator(first).first().boundingBox();
  const to = await page.locator(last).first().boundingBox();
  const margin = 16;
  await page.screenshot({
    path: join(here, name),
    fullPage: true,
    clip: {
      x: 0,
      y: from.y - margin,
      width,
      height: to.y + to.height - from.y + margin + below,
    },
  });
}

if (workshop) {
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(here, "page.png") });
} else if (basename(report) === "greeting.html") {
  await take("greeting.png", "#curves .key", "#curves article:nth-of-type(1) .figure");
} else {
  await take("curves.png", "#curves .key", "#curves article:nth-of-type(2) .figure");
  await take("scenarios.png", "#scenarios table", "#scenarios table", 4);
  await take("groups.png", "#groups article h4", "#groups article .panel:nth-of-type(3)");
}
await browser.close();
