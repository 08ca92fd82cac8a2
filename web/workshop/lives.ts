// One student's two lives as rows of a table.

import type { Lives } from "./engine/messages";
import { strings } from "./strings";

const words = strings.student;

/// Where things stand in what is seen of a day: the order of models/seen_lives.h.
const seen = {
  cue: 0,
  reading: 1,
  hurt: 3,
  present: 4,
  incidents: 5,
  referrals: 6,
  suspended: 7,
  belonging: 8,
  engagement: 10,
  relation: 12,
} as const;

export interface Day {
  cue: number;
  reading: number;
  events: string;
  belonging: number;
  engagement: number;
  relation: number;
}

export interface TwoDays {
  day: number; // from 0
  lives: [Day, Day];
  same: boolean;
}

/// Both lives, day by day.
export function two_days(lives: Lives): TwoDays[] {
  const at = (life: number, what: number, day: number) =>
    lives.values[(life * lives.seen + what) * lives.days + day] ?? NaN;
  const away = [0, 0]; // days of suspension still to come, as the model counts them
  const one = (life: 0 | 1, day: number): Day => {
    const value = (what: keyof typeof seen) => at(life, seen[what], day);
    const absent = value("present") <= 0;
    const parts: string[] = [];
    if (absent) parts.push(away[life]! > 0 ? words.away : words.absent);
    const handled = value("incidents") - value("referrals");
    if (handled > 0) parts.push(words.handled(handled));
    if (value("referrals") > 0) parts.push(words.referral(value("referrals")));
    if (value("suspended") > 0) parts.push(words.suspended(value("suspended")));
    if (value("hurt") > 0) parts.push(words.hurt);
    const left = absent ? Math.max(away[life]! - 1, 0) : 0;
    away[life] = Math.max(left, value("suspended") || 0);
    return {
      cue: value("cue"),
      reading: value("reading"),
      events: parts.join("; "),
      belonging: value("belonging"),
      engagement: value("engagement"),
      relation: value("relation"),
    };
  };
  return Array.from({ length: lives.days }, (_, day) => {
    const same = Array.from({ length: lives.seen }, (_, what) => what).every((what) =>
      Object.is(at(0, what, day), at(1, what, day)),
    );
    return { day, lives: [one(0, day), one(1, day)], same };
  });
}

export type Row = { kind: "day"; day: TwoDays } | { kind: "fold"; first: number; last: number };

/// Days on which too little differs to be seen are folded.
export function folded(days: TwoDays[]): Row[] {
  const rows: Row[] = [];
  for (const day of days) {
    const [a, b] = day.lives;
    const alike =
      day.same || (a.events === b.events && a.events === "" && Math.abs(a.belonging - b.belonging) < 0.005 &&
        Math.abs(a.engagement - b.engagement) < 0.005 && !(Math.abs(a.reading - b.reading) >= 0.005));
    const last = rows[rows.length - 1];
    if (!alike) rows.push({ kind: "day", day });
    else if (last?.kind === "fold") last.last = day.day;
    else rows.push({ kind: "fold", first: day.day, last: day.day });
  }
  return rows;
}
