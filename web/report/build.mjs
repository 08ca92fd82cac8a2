// Makes report_template.html.
//
//   node report/build.mjs [OUT]     OUT is report_template.html beside package.json by default

import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, fill, words_of } from "../bundle.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const script = await bundle("report/report.ts", { format: "iife", target: "es2021", charset: "utf8" });
const css = await bundle("report/report.css", { target: "es2021" });
const strings = await words_of("report/strings.ts");
const parts = {
  language: strings.language,
  needs_script: strings.needs_script,
  sources: "script-src 'unsafe-inline'; img-src data:",
  data: "application/json",
  more: "",
  css,
  script,
};
await fill(parts, process.argv[2] ?? `${here}/../report_template.html`);
