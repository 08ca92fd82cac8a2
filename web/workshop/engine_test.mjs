// The page's figures by hand: node workshop/engine_test.mjs fails on the first that is off.

import { build } from "esbuild";
import assert from "node:assert/strict";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const made = await build({
  stdin: {
    contents: ["engine/figures.ts", "engine/sums.ts", "course.ts"]
      .map((part) => `export * from "./${part}";`)
      .join("\n"),
    resolveDir: dirname(fileURLToPath(import.meta.url)),
  },
  bundle: true,
  write: false,
  format: "esm",
});
const code = `data:text/javascript,${encodeURIComponent(made.outputFiles[0].text)}`;
const { Sums, band, course_of, paired, year_figure } = await import(code);

// A year in one figure.
assert.equal(year_figure([1, 2, 6], "last"), 6);
assert.equal(year_figure([1, 2, 6], "mean"), 3);
assert.equal(year_figure([1, NaN, 6], "total"), 7);
assert.ok(Number.isNaN(year_figure([NaN], "mean")));
assert.ok(Number.isNaN(year_figure([1, NaN], "last")));

// Bands: of eleven runs the second and the tenth are a tenth from the ends.
const runs = Array.from({ length: 11 }, (_, r) => [r, 2 * r]);
assert.deepEqual(band(runs), { mean: [5, 10], low: [1, 2], high: [9, 18] });
assert.deepEqual(band([[NaN], [4]]), { mean: [4], low: [4], high: [4] });
assert.deepEqual(band([]), { mean: [], low: [], high: [] });

// Pairs: one higher, one lower, one that differs by no more than rounding, one without a value.
const two = paired([1, 1, 1, NaN], [2, 0.5, 1 + 2 ** -26, 3]);
assert.deepEqual([two.runs, two.higher, two.lower], [3, 1, 1]);
assert.ok(Math.abs(two.change - (1 - 0.5 + 2 ** -26) / 3) < 1e-15);
assert.deepEqual(paired([0, 0], [0, 0]), {
  runs: 2,
  higher: 0,
  lower: 0,
  change: 0,
  low: 0,
  high: 0,
});

// Sums over two schools: negative sums and numbers above 2^32 are read as they are.
const entries = (n, sum) => new BigInt64Array([n, sum, 0n, 0n]).buffer;
const sums = new Sums(2, 1, 2);
sums.add({ school: 0, replicate: 1 }, entries(3n, -(2n ** 40n)));
assert.ok(!sums.whole(1));
sums.add({ school: 1, replicate: 1 }, entries(1n, 65536n));
assert.deepEqual(sums.finished(), [1]);
assert.equal(sums.students(1, 0), 4);
assert.equal(sums.mean(1, 0), (1 - 2 ** 24) / 4);

// A line beside the room's band: all within, out for two weeks, out at the end; a hair's breadth
// that nobody can see is within.
const room = { time: [1, 2, 3, 4], low: [0, 0, 0, 0], high: [1, 1, 1, 1] };
const line = (mean) => course_of({ time: room.time, mean }, room);
assert.deepEqual(line([0, 0.5, 1.001, 1]), { inside: true, ends_inside: true, outside: [] });
assert.deepEqual(line([0, 2, 2, 1]), { inside: false, ends_inside: true, outside: [[2, 3]] });
assert.deepEqual(line([2, 0.5, -1, 0.5]).outside, [[1, 1], [3, 3]]);
assert.equal(line([0, 0, 0, 2]).ends_inside, false);
