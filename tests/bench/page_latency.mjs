// How long a reader of the workshop page waits: from a lever's move until all four pictures show
// the first curves (8 paired runs), and all of them, in a real browser, with the frame
// that brings them; and the longest task of the page's own thread in a
// move, as the browser's tracing has it, while which nothing else is answered. Prints medians over
// moves.
//
//   node tests/bench/page_latency.mjs WORKSHOP.html [MOVES]
//
// At most 18 moves: a lever has no more places that were not lived before. CHROMIUM names
// another browser than /usr/bin/chromium.

import { createRequire } from "node:module";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const web = createRequire(new URL("../../web/package.json", import.meta.url));
const { chromium } = web("playwright-core");
const [path, asked = "12"] = process.argv.slice(2);
const moves = Math.max(1, Math.min(18, Number(asked)));

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

// One move of the first lever, timed inside the page: the frame in which every panel's picture has
// been drawn since its sentence counted some of the runs, then the same with all of them.
const once = (percent) =>
  page.evaluate(async (percent) => {
    const slider = document.querySelector(".lever input[type=range]");
    const panels = [...document.querySelectorAll(".panel")].map((panel) => ({
      sentence: () => panel.querySelector(".sentence")?.textContent ?? "",
      chart: panel.querySelector(".chart"),
      state: "before", // then "some", "all": what its newest picture shows
    }));
    const counted = (text) => /\d+ of \d+ paired/.test(text);
    const told = (text) => {
      if (!counted(text) || document.querySelector(".runs[aria-busy=true]")) return "before";
      return /so far/.test(text) ? "some" : "all";
    };
    for (const panel of panels) {
      const look = () => (panel.state = told(panel.sentence()));
      panel.drawn = new MutationObserver(look);
      panel.drawn.observe(panel.chart, { childList: true });
    }
    const frame = () =>
      new Promise((painted) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = painted;
        requestAnimationFrame(() => port2.postMessage(0));
      });
    const start = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(slider, percent);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    let first = 0;
    for (;;) {
      await frame();
      const now = performance.now() - start;
      if (!first && panels.every((p) => p.state !== "before")) first = now;
      if (panels.some((p) => p.state !== "all")) continue;
      for (const panel of panels) panel.drawn.disconnect();
      return { first, all: now };
    }
  }, percent);

// The same move by an arrow key. Returns the longest task, in ms.
const longest_task = async (tracing) => {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  tracing.on("Tracing.dataCollected", collect);
  await tracing.send("Tracing.start", { categories: "devtools.timeline,toplevel" });
  const before = await page.locator(".panel .sentence").first().textContent();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(
    (before) => {
      const text = document.querySelector(".panel .sentence").textContent;
      const waits = document.querySelector(".runs[aria-busy=true]");
      return !waits && text !== before && /\d+ of \d+ paired/.test(text) && !/so far/.test(text);
    },
    before,
    { polling: 50 },
  );
  await page.waitForTimeout(100); // pictures come after sentences
  const over = new Promise((done) => tracing.once("Tracing.tracingComplete", done));
  await tracing.send("Tracing.end");
  await over;
  tracing.off("Tracing.dataCollected", collect);
  const mains = events
    .filter((e) => e.name === "thread_name" && e.args.name === "CrRendererMain")
    .map((e) => `${e.pid} ${e.tid}`);
  const tasks = events.filter(
    (e) => e.name.endsWith("RunTask") && e.dur >= 0 && mains.includes(`${e.pid} ${e.tid}`),
  );
  if (tasks.length === 0) throw new Error("the browser told of no task");
  return Math.max(...tasks.map((e) => e.dur)) / 1000;
};

const median = (list) => list.slice().sort((a, b) => a - b)[Math.floor(list.length / 2)];
await once(10); // the baseline's runs are lived for the first
const found = [];
for (let k = 0; k < moves; ++k) found.push(await once(20 + 10 * (k % 20)));
await page.locator(".lever input[type=range]").nth(1).focus(); // none of its places is known yet
const tracing = await page.context().newCDPSession(page);
const busy = [];
for (let k = 0; k < moves; ++k) busy.push(await longest_task(tracing));
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
      longest_task_ms: Math.round(median(busy)),
      longest_task_most_ms: Math.round(Math.max(...busy)),
    },
    null,
    2,
  ),
);
await browser.close();
