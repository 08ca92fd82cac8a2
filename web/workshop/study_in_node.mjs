// A study as the page runs it, in node: the page's own pool, workers and sums.
//
//   node workshop/study_in_node.mjs MODULE STUDY [WORKERS]
//
// STUDY is JSON: replicates, redraw, reference (words of its plan, or null), schools (words of each
// plan), scenarios (words of each beside the baseline). Every job is begun once and thrown away before it
// is run, as when a lever moves on. Prints the fingerprint and, of the last scenario, the mean of
// entry 0 over replicates.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { with_bundle } from "./bundled.mjs";

const here = fileURLToPath(import.meta.url);
const parts = ["kernel", "pool", "sums", "worker"].map((name) => `engine/${name}`);

/// A worker thread in the shape that the pool wants.
function worker_thread(engine) {
  const worker = new Worker(here, { workerData: { engine } });
  const like = {
    send: (message) => worker.postMessage(message),
    on_message: () => {},
    end: () => worker.terminate(),
  };
  worker.on("message", (message) => like.on_message(message));
  return like;
}

async function run(engine, module_path, study_path, workers) {
  const { Kernel, Pool, Sums } = await import(engine);
  const compiled = await WebAssembly.compile(await readFile(module_path));
  const given = JSON.parse(await readFile(study_path, "utf8"));
  const words = (list) => (list ? Uint32Array.from(list) : null);
  const study = {
    replicates: given.replicates,
    days: given.days ?? 0,
    redraw: given.redraw,
    reference: words(given.reference),
    schools: given.schools.map(words),
  };
  const scenarios = given.scenarios.map(words);
  const kernel = await Kernel.start(compiled, study);
  const elsewhere = { school: study.schools.length, replicate: 0 };
  assert.throws(() => kernel.baseline(elsewhere), /there is no school/);
  const follow = { unit: elsewhere, student: 0, scenario: scenarios[0] };
  assert.throws(() => kernel.follow(follow, study.days), /there is no school/);
  assert.throws(() => kernel.live({ school: 0, replicate: study.replicates }, scenarios[0]), /no run/);
  kernel.begin_totals(study.replicates, scenarios);
  const hands = Array.from({ length: workers }, () => worker_thread(engine));
  const pool = await Pool.start(hands, compiled, study, (why) => {
    throw new Error(why);
  });
  let sums;
  for (const [k, scenario] of [null, ...scenarios].entries()) {
    const thrown_away = pool.live(scenario, () => {});
    sums = new Sums(study.replicates, 1, study.schools.length);
    const whole = pool.live(scenario, (unit, entries) => {
      sums.add(unit, entries);
      kernel.add_to_totals(unit.replicate, k, entries);
    });
    if (await thrown_away) throw new Error("an older job was not thrown away");
    if (!(await whole)) throw new Error("the job was thrown away");
    if (sums.finished().length !== study.replicates) throw new Error("a replicate is not whole");
  }
  pool.end();
  const means = sums.finished().map((r) => sums.mean(r, 0));
  const mean = means.reduce((a, b) => a + b, 0) / means.length;
  console.log(`${kernel.fingerprint()} ${mean}`);
}

if (isMainThread) {
  const [module_path, study_path, workers = "1"] = process.argv.slice(2);
  await with_bundle(parts, (engine) => run(engine, module_path, study_path, Number(workers)));
} else {
  const { answerer } = await import(workerData.engine);
  parentPort.on("message", answerer((message, moved) => parentPort.postMessage(message, moved)));
}
