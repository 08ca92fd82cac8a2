// How long a reader of the workshop page waits: from a lever's move to the first curves (8 paired
// runs) and to all of them, in a real browser; and how long the page's own thread was ever busy at
// a stretch. Prints medians over moves.
//
//   node tests/bench/page_latency.mjs WORKSHOP.html [MOVES]
//
// CHROMIUM names another browser than /usr/bin/chromium.

import { createRequire } from "node:module";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const web = createRequire(new URL("../../web/package.json", import.meta.url));
const { chromium } = web("playwright-core");
const [path, moves = "12"] = process.argv.slice(2);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
const opened = performance.now();
await page.goto(pathToFileURL(resolve(path)).href);
await page.locator(".door").first().click();
await page.locator(".panel svg").first().waitFor();
const ready = performance.now() - opened;

// One move of the first lever, timed inside the page: a sentence that counts some of the runs, then
// one that counts all.
const once = (percent) =>
  page.evaluate(async (percent) => {
    const slider = document.querySelector(".lever input[type=range]");
    const sentence = () => document.querySelector(".panel .sentence")?.textContent ?? "";
    const before = sentence();
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
    });
    observer.observe({ entryTypes: ["longtask"] }); // those of more than 50 ms
    let blocked = 0;
    let last = performance.now();
    let looking = true;
    const look = () => {
      const now = performance.now();
      blocked = Math.max(blocked, now - last);
      last = now;
      if (looking) setTimeout(look, 0);
    };
    look();
    const start = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(slider, percent);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    let first = 0;
    const end = await new Promise((done) => {
      const check = () => {
        const text = sentence();
        const counted = text !== before && /\d+ of \d+ paired/.test(text);
        if (counted && !first) first = performance.now() - start;
        if (counted && !/so far/.test(text)) return done(performance.now() - start);
        setTimeout(check, 1);
      };
      check();
    });
    looking = false;
    observer.disconnect();
    return { first, all: end, blocked, longest };
  }, percent);

const median = (list) => list.slice().sort((a, b) => a - b)[Math.floor(list.length / 2)];
await once(10); // the baseline's runs are lived for the first
const found = [];
for (let k = 0; k < Number(moves); ++k) found.push(await once(20 + 10 * (k % 20)));
const of = (key) => found.map((f) => f[key]);
console.log(
  JSON.stringify(
    {
      page: path,
      processor: cpus()[0]?.model,
      cores: cpus().length,
      browser: browser.version(),
      moves: found.length,
      ready_ms: Math.round(ready),
      first_curves_ms: Math.round(median(of("first"))),
      all_runs_ms: Math.round(median(of("all"))),
      page_thread_busy_ms: Math.round(median(of("blocked"))),
      page_thread_busy_most_ms: Math.round(Math.max(...of("blocked"))),
    },
    null,
    2,
  ),
);
await browser.close();
