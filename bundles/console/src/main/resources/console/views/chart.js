import { html, useEffect, useRef } from '../vendor/htm-preact.js';
import uPlot from '../vendor/uPlot.esm.js';
import { useColourScheme } from '../hooks.js';

/** A colour of the style sheet, for what is drawn on a canvas. */
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Axes that look like the rest of the page. */
export const axis = (more) => ({
  stroke: colour('muted'),
  grid: { stroke: colour('line'), width: 1 },
  ticks: { show: false },
  font: '12px system-ui, sans-serif',
  ...more,
});

/** What charts over months have in common; their times are seconds. */
export const overMonths = () => ({
  tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
  cursor: { drag: { x: false, y: false }, points: { show: false } },
  legend: { show: false },
  scales: { x: { time: true } },
});

export const monthAxis = (more) => axis({
  grid: { show: false }, values: (_, splits) => splits.map(monthTick), space: 44, size: 44, ...more,
});

const monthName = new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' });

/** The year stands below the first month of each year that is labelled. */
function monthTick(seconds, index, splits) {
  const date = new Date(seconds * 1000);
  const year = date.getUTCFullYear();
  const before = index > 0 && new Date(splits[index - 1] * 1000).getUTCFullYear();
  return year === before ? monthName.format(date) : `${monthName.format(date)}\n${year}`;
}

/**
 * A drawn chart. `options` is called for every drawing, so that it reads the colours of the present scheme. The
 * chart is an image to assistive technology; the caller shows the same numbers as a table.
 */
export function Chart({ label, height, data, options }) {
  const holder = useRef(null);
  const scheme = useColourScheme();

  useEffect(() => {
    const place = holder.current;
    const chart = new uPlot({ ...options(), width: Math.max(240, place.clientWidth), height }, data, place);
    const observer = new ResizeObserver(() => chart.setSize({ width: Math.max(240, place.clientWidth), height }));
    observer.observe(place);
    return () => { observer.disconnect(); chart.destroy(); };
  }, [data, options, height, scheme]);

  return html`<div class="chart" role="img" aria-label=${label} ref=${holder}></div>`;
}
