// Makes report_template.html: one file with script and style inside, that asks for nothing else.
//
//   node report/build.mjs [OUT]     OUT is report_template.html beside package.json by default

import { build } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? `${here}/../report_template.html`);
const placeholder = "/*BELONG_DATA*/null";

async function bundle(entry, options) {
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

const script = await bundle("report.ts", { format: "iife", target: "es2021", charset: "utf8" });
const css = await bundle("report.css", { target: "es2021" });
const words = await bundle("strings.ts", { format: "esm" });
const { strings } = await import(`data:text/javascript,${encodeURIComponent(words)}`);

const parts = { language: strings.language, needs_script: strings.needs_script, css, script };
const template = await readFile(`${here}/report.html`, "utf8");
const page = template.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);

if (page.split(placeholder).length !== 2) throw new Error(`${placeholder} must occur exactly once`);
if (/<\/script/i.test(script)) throw new Error("the script would end its own element");
await mkdir(dirname(out), { recursive: true });
await writeFile(out, page);
