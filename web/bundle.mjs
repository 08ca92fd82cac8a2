// What both pages are made with: one file with script and style inside, that asks for nothing else.

import { build } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const placeholder = "/*BELONG_DATA*/null";

/// Text of a bundled file; `entry` counts from this folder.
export async function bundle(entry, options) {
  const common = {
    bundle: true,
    write: false,
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  };
  const made = await build({ entryPoints: [`${here}/${entry}`], ...common, ...options });
  return made.outputFiles[0].text.trim();
}

/// What a module exports as `strings`.
export async function words_of(entry) {
  const words = await bundle(entry, { format: "esm" });
  const { strings } = await import(`data:text/javascript,${encodeURIComponent(words)}`);
  return strings;
}

/// Writes `out`: page.html with its {{parts}}, and with one place for the data.
export async function fill(parts, out) {
  const text = await readFile(`${here}/page.html`, "utf8");
  const page = text.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
  if (page.split(placeholder).length !== 2) throw new Error(`${placeholder} must occur exactly once`);
  if (/<\/script/i.test(parts.script)) throw new Error("the script would end its own element");
  const path = resolve(out);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, page);
}
