// What a study is to those who run it: words for the model, and units of work.

export interface Study {
  replicates: number;
  days: number; // of the run
  redraw: boolean; // every replicate has a school of its own
  reference: Uint32Array | null; // the pooled school's plan, where entry is drawn from it
  schools: Uint32Array[]; // each school's plan with record and baseline
}

/// One school in one replicate.
export interface Unit {
  school: number;
  replicate: number;
}

/// All units, replicate by replicate: after a few of them the first pairs are whole.
export function units_of(study: Study): Unit[] {
  const units: Unit[] = [];
  for (let replicate = 0; replicate < study.replicates; ++replicate) {
    for (let school = 0; school < study.schools.length; ++school) units.push({ school, replicate });
  }
  return units;
}
