// Where the bars and ribbons of a flow with two sides stand.

const BAR = 12;
const HEIGHT = 240;
const SLOT = 34;

/**
 * Each side's bars stand in the order in which the links name them, in slots that leave room for two lines of text.
 *
 * @param links {source, target, value}, with values above 0
 * @param margin room for the text at both sides
 * @returns {height, bars, ribbons}
 */
export function layOut(links, width, margin) {
  const total = links.reduce((sum, link) => sum + link.value, 0) || 1;
  const scale = HEIGHT / total;
  const sources = side(links, 'source', margin, scale);
  const targets = side(links, 'target', width - margin - BAR, scale);
  const height = Math.max(sources.height, targets.height);
  spread(sources, height);
  spread(targets, height);
  const ribbons = links.map((link) => ({ link, path: ribbon(sources.bars.get(link.source), targets.bars.get(link.target), link.value * scale) }));
  return { height, bars: [...sources.bars.values(), ...targets.bars.values()], ribbons };
}

function side(links, end, x, scale) {
  const bars = new Map();
  for (const link of links) {
    const bar = bars.get(link[end]) ?? { key: link[end], side: end, x, width: BAR, value: 0, used: 0 };
    bar.value += link.value;
    bars.set(link[end], bar);
  }
  for (const bar of bars.values()) {
    bar.height = Math.max(2, bar.value * scale);
    bar.slot = Math.max(SLOT, bar.height + 8);
  }
  return { bars, height: [...bars.values()].reduce((sum, bar) => sum + bar.slot, 0) };
}

/** Shares what a side has too much of height among its gaps. */
function spread(side, height) {
  const more = (height - side.height) / side.bars.size;
  let top = 0;
  for (const bar of side.bars.values()) {
    bar.y = top + (bar.slot + more - bar.height) / 2;
    top += bar.slot + more;
  }
}

function ribbon(from, to, thickness) {
  const [x0, x1] = [from.x + from.width, to.x];
  const [y0, y1] = [from.y + from.used, to.y + to.used];
  from.used += thickness;
  to.used += thickness;
  const bend = (x0 + x1) / 2;
  const drawn = Math.max(1, thickness);
  return `M${x0},${y0}C${bend},${y0} ${bend},${y1} ${x1},${y1}V${y1 + drawn}C${bend},${y1 + drawn} ${bend},${y0 + drawn} ${x0},${y0 + drawn}Z`;
}
