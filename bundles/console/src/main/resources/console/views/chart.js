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
