// The workshop page in Firefox: it opens from disk, answers a lever, and what it works out is what
// the program prints of the file that it would save.
//
//   node tests/browser/workshop_in_firefox.mjs WORKSHOP.html BELONG

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { with_firefox } from "./firefox.mjs";

const [path, belong] = process.argv.slice(2);
const button = (text) =>
  `[...document.querySelectorAll("button")].find((b) => b.textContent === "${text}")`;

await with_firefox(pathToFileURL(resolve(path)).href, async (run, until) => {
  await until('return document.querySelectorAll(".door").length === 2');
  await run(`window.faults = [];
    addEventListener("error", (e) => faults.push(e.message));
    // A saved file is kept here in place of a download.
    URL.createObjectURL = (blob) => { blob.text().then((t) => { window.saved = t; }); return "#"; };
    document.querySelector(".door").click();`);
  await until('return document.querySelector(".panel svg") !== null');
  await run(`const slider = document.querySelector(".lever input[type=range]");
    slider.value = 50;
    slider.dispatchEvent(new Event("input", { bubbles: true }));`);
  const told = await until(`const text = document.querySelector(".panel .sentence").textContent;
    return /paired runs/.test(text) && !/so far/.test(text) && text;`);
  assert.match(told, /^In \d+ of 8 paired runs, belonging ends/);
  await run(`document.querySelector(".reproduce").open = true; ${button("Work it out here")}.click()`);
  const print = await until(`const text = document.querySelector("code.fingerprint")?.textContent;
    return /^[0-9a-f]{32}$/.test(text ?? "") && text;`);
  await run(`${button("Save scenario file")}.click()`);
  const saved = await until("return window.saved ?? null");
  const folder = await mkdtemp(join(tmpdir(), "belong-saved-"));
  try {
    const file = join(folder, "saved.toml");
    await writeFile(file, saved);
    const said = execFileSync(resolve(belong), ["run", file, "-o", `${file}.h5`], {
      cwd: new URL("../..", import.meta.url),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    assert.ok(said.includes(`fingerprint ${print}`), `Firefox says ${print}; the program:\n${said}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  assert.deepEqual(await run("return window.faults"), []);
});
