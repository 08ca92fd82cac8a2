// Runs one unit in WebAssembly: node run_unit.mjs MODULE PLAN [REPLICATE [TIMES]]
// Prints the fingerprint and the milliseconds of the fastest run.
import { readFile } from "node:fs/promises";

const [modulePath, planPath, replicate = "0", times = "1"] = process.argv.slice(2);
const compiled = await WebAssembly.compile(await readFile(modulePath));
const imports = WebAssembly.Module.imports(compiled);
if (imports.length > 0) {
  console.error(`the module wants imports: ${JSON.stringify(imports)}`);
  process.exit(1);
}
const { exports } = await WebAssembly.instantiate(compiled, {});
exports._initialize();

const plan = await readFile(planPath);
const at = exports.belong_words(plan.length / 4);
new Uint8Array(exports.memory.buffer).set(plan, at);
if (exports.belong_load() !== 1) {
  console.error(`${planPath} is not a plan of this version`);
  process.exit(2);
}
let fingerprint = 0;
let fastest = Infinity;
for (let k = 0; k < Number(times); ++k) {
  const start = performance.now();
  fingerprint = exports.belong_run(Number(replicate));
  fastest = Math.min(fastest, performance.now() - start);
}
const digits = new Uint8Array(exports.memory.buffer, fingerprint, 32);
console.log(`${new TextDecoder().decode(digits)} ${fastest.toFixed(1)}`);
