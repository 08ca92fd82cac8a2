// A study in WebAssembly over worker threads, as the page runs it: node study.mjs MODULE STUDY [WORKERS]
// STUDY is JSON: replicates, redraw, schools (words of each plan, and of its reference or null),
// scenarios (words of each beside the baseline). Prints the fingerprint and the milliseconds.
import { readFile } from "node:fs/promises";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { fileURLToPath } from "node:url";

/** Words into the module's room. */
function put(exports, words) {
  const at = exports.belong_words(words.length);
  new Uint32Array(exports.memory.buffer, at, words.length).set(words);
}

async function start(compiled, study) {
  const { exports } = await WebAssembly.instantiate(compiled, {});
  exports._initialize();
  exports.belong_start(study.redraw ? 1 : 0);
  for (const school of study.schools) {
    put(exports, school.reference ? [...school.words, ...school.reference] : school.words);
    if (exports.belong_school(school.words.length) !== 1) throw new Error("not a plan of this version");
  }
  return exports;
}

async function work() {
  const { compiled, study, first, step } = workerData;
  const exports = await start(compiled, study);
  const bytes = exports.belong_entries() * 32;
  const send = (replicate, scenario, at) =>
    parentPort.postMessage({ replicate, scenario, entries: exports.memory.buffer.slice(at, at + bytes) });
  for (let unit = first; unit < study.schools.length * study.replicates; unit += step) {
    const school = unit % study.schools.length;
    const replicate = Math.floor(unit / study.schools.length);
    send(replicate, 0, exports.belong_baseline(school, replicate));
    study.scenarios.forEach((words, k) => {
      put(exports, words);
      if (exports.belong_scenario() !== 1) throw new Error("not a scenario of this version");
      send(replicate, k + 1, exports.belong_live(school, replicate));
    });
  }
}

async function main() {
  const [modulePath, studyPath, workers = "1"] = process.argv.slice(2);
  const compiled = await WebAssembly.compile(await readFile(modulePath));
  const study = JSON.parse(await readFile(studyPath, "utf8"));
  const began = performance.now();
  const exports = await start(compiled, study);
  exports.belong_study(study.replicates, study.scenarios.length + 1);
  for (const words of study.scenarios) {
    put(exports, words);
    if (exports.belong_add_scenario() !== 1) throw new Error("not a scenario of this version");
  }
  const step = Number(workers);
  await Promise.all(
    Array.from({ length: step }, (_, first) => new Promise((done, fail) => {
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { compiled, study, first, step } });
      worker.on("message", ({ replicate, scenario, entries }) => {
        new Uint8Array(exports.memory.buffer).set(new Uint8Array(entries), exports.belong_room());
        exports.belong_add(replicate, scenario);
      });
      worker.on("error", fail);
      worker.on("exit", done);
    })),
  );
  const digits = new Uint8Array(exports.memory.buffer, exports.belong_fingerprint(), 32);
  console.log(`${new TextDecoder().decode(digits)} ${(performance.now() - began).toFixed(0)}`);
}

await (isMainThread ? main() : work());
