// The page's own modules as one file for node: scripts that check it run what it runs.

import { build } from "esbuild";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/// Calls `use` with the address of a module that exports all that `parts` export; it is gone
/// afterwards. Parts count from this folder, without ending.
export async function with_bundle(parts, use) {
  const lines = parts.map((part) => `export * from ${JSON.stringify(`./${part}`)};`);
  const made = await build({
    stdin: { contents: lines.join("\n"), resolveDir: here },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2021",
    legalComments: "none",
  });
  const folder = await mkdtemp(join(tmpdir(), "belong-web-"));
  try {
    const path = join(folder, "page.mjs");
    await writeFile(path, made.outputFiles[0].text);
    return await use(pathToFileURL(path).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
