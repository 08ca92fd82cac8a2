// What units add up to, over schools: for every replicate how many students and the sum of their
// values. Sums of whole numbers below 2^53, so exact in any order.

import { entry_bytes } from "./kernel";
import type { Unit } from "./study";

const fixed_point = 65536;

export class Sums {
  private readonly n: Float64Array;
  private readonly sum: Float64Array;
  private readonly heard: Uint16Array; // schools, by replicate

  constructor(
    readonly replicates: number,
    readonly entries: number,
    private readonly schools: number,
  ) {
    this.n = new Float64Array(replicates * entries);
    this.sum = new Float64Array(replicates * entries);
    this.heard = new Uint16Array(replicates);
  }

  add({ replicate }: Unit, buffer: ArrayBuffer): void {
    const low = new Uint32Array(buffer);
    const high = new Int32Array(buffer);
    const words = entry_bytes / 4;
    for (let k = 0; k < this.entries; ++k) {
      const at = replicate * this.entries + k;
      const from = k * words;
      this.n[at]! += low[from]! + high[from + 1]! * 2 ** 32;
      this.sum[at]! += low[from + 2]! + high[from + 3]! * 2 ** 32;
    }
    this.heard[replicate]! += 1;
  }

  /// Are all schools of a replicate there?
  whole(replicate: number): boolean {
    return this.heard[replicate] === this.schools;
  }

  /// Replicates of which all schools are there, in order.
  finished(): number[] {
    return [...this.heard.keys()].filter((r) => this.whole(r));
  }

  private told: number[] = [];

  /// Finished replicates that may be shown: those of the last call of tell().
  shown(): number[] {
    return this.told;
  }
  tell(): void {
    this.told = this.finished();
  }

  students(replicate: number, entry: number): number {
    return this.n[replicate * this.entries + entry] ?? 0;
  }

  /// Mean of the students' values; NaN for nobody.
  mean(replicate: number, entry: number): number {
    const at = replicate * this.entries + entry;
    return this.sum[at]! / this.n[at]! / fixed_point;
  }
}
