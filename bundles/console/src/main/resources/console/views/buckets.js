// The buckets of waterfalls, as people read them.

import { capital, words } from '../format.js';

const LESS = new Set(['decreased', 'won', 'lost', 'pushed', 'movedEarlier', 'transferredOut', 'removed']);

export const bucketName = (key) => (key === 'fx' ? 'Exchange rates' : capital(words(key)));

/** The buckets that have deals, each with the level before and after it. */
export function stepsOf(buckets) {
  let level = 0;
  return Object.entries(buckets)
    .filter(([key, part]) => part.count > 0 || key === 'opening' || key === 'closing')
    .map(([key, part]) => {
      const amount = Number(part.amount.amount);
      const before = key === 'closing' ? 0 : level;
      level = before + (LESS.has(key) ? -amount : amount);
      return { key, name: bucketName(key), amount, count: part.count, before, after: level, falls: level < before };
    });
}
