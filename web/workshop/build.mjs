// Makes workshop_template.html: the page with script, style and the model in WebAssembly inside,
// that asks for nothing else.
//
//   node workshop/build.mjs OUT MODULE

import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { bundle, fill, words_of } from "../bundle.mjs";

const [out, module_path] = process.argv.slice(2);
const worker = await bundle("workshop/engine/worker_entry.ts", { format: "iife", target: "es2021" });
const script = await bundle("workshop/main.tsx", {
  format: "iife",
  target: "es2021",
  charset: "utf8",
  loader: { ".toml": "text" }, // the cards of docs/workshop
  define: { WORKER_SOURCE: JSON.stringify(worker) },
});
const css = await bundle("workshop/workshop.css", { target: "es2021" });
const strings = await words_of("workshop/strings.ts");
const model = gzipSync(await readFile(module_path), { level: 9 }).toString("base64");
const parts = {
  language: strings.language,
  needs_script: strings.needs_script,
  sources:
    "script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src blob:; img-src data: blob:",
  data: "text/plain", // packed
  more: `<script type="text/plain" id="model">${model}</script>\n`,
  css,
  script,
};
await fill(parts, out);
