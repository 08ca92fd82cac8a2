// A headless Chromium for the scripts of this folder. CHROMIUM names another browser than
// /usr/bin/chromium. Ends with 77, and says why, where there is none.

import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

function skip(why) {
  console.log(why);
  process.exit(77);
}

/// Calls `use` with a browser and a folder of its own; both are gone afterwards.
export async function with_browser(use) {
  if (!existsSync(executablePath)) skip(`there is no ${executablePath}`);
  const web = createRequire(new URL("../../web/package.json", import.meta.url));
  let chromium;
  try {
    ({ chromium } = web("playwright-core"));
  } catch {
    skip("there is no playwright-core in web/node_modules");
  }
  const folder = await mkdtemp(join(tmpdir(), "belong-page-"));
  const browser = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  try {
    await use(browser, folder);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/// Opens an address and collects everything that should not happen.
export async function open(browser, address, { width = 1280, before } = {}) {
  const page = await browser.newPage();
  const faults = [];
  page.on("console", (m) => faults.push(`${m.type()}: ${m.text()}`));
  page.on("pageerror", (e) => faults.push(e.message));
  page.on("request", (r) => {
    if (!/^(file|data|blob):/.test(r.url())) faults.push(`request: ${r.url()}`);
  });
  if (before) await page.addInitScript(before);
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address);
  return { page, faults };
}
