import { html, useMemo } from '../vendor/htm-preact.js';
import uPlot from '../vendor/uPlot.esm.js';
import { compact } from '../format.js';
import { Chart, axis, colour } from './chart.js';

/** Below this many pixels the names of the steps stand upright. */
const NARROW = 560;

const nothing = () => {};

/**
 * Columns that float between the level before a step and the one after it. Whole columns stand on `floor`, from
 * where the scale begins.
 */
export function WaterfallChart({ steps, currency, pick = nothing, floor = 0, height = 280 }) {
  const data = useMemo(() => [steps.map((_, index) => index), steps.map((step) => step.after)], [steps]);
  const options = useMemo(() => () => chartOptions(steps, currency, pick, floor), [steps, currency, pick, floor]);
  return html`
    <${Chart} label=${`Waterfall in ${steps.length} steps; the table below has the numbers`} height=${height} data=${data} options=${options} />`;
}

function chartOptions(steps, currency, pick, floor) {
  const narrow = (chart) => chart.width < NARROW;
  const most = Math.max(floor + 1, ...steps.map((step) => Math.max(step.before, step.after)));
  return {
    cursor: { drag: { x: false, y: false }, points: { show: false }, y: false },
    legend: { show: false },
    scales: { x: { time: false, range: [-0.6, steps.length - 0.4] }, y: { range: [floor, most + (most - floor) * 0.06] } },
    axes: [
      axis({
        grid: { show: false },
        font: '11px system-ui, sans-serif',
        splits: () => steps.map((_, index) => index),
        values: (chart, splits) => splits.map((index) => (narrow(chart) ? steps[index].name : steps[index].name.replace(' ', '\n'))),
        size: (chart) => (narrow(chart) ? 96 : 46),
        rotate: (chart) => (narrow(chart) ? -90 : 0),
      }),
      axis({ values: (_, splits) => splits.map((value) => compact(value, currency)), size: 62 }),
    ],
    series: [{}, {
      width: 0,
      points: { show: false },
      paths: uPlot.paths.bars({
        size: [0.7, 56],
        disp: {
          fill: { unit: 3, values: () => steps.map(colourOf) },
          y0: { unit: 1, values: () => steps.map((step) => step.before) },
          y1: { unit: 1, values: () => steps.map((step) => step.after) },
        },
      }),
    }],
    hooks: {
      ready: [(chart) => chart.over.addEventListener('click', () => {
        const step = steps[chart.cursor.idx];
        if (step) {
          pick(step.key);
        }
      })],
    },
  };
}

function colourOf(step) {
  if (step.key === 'opening' || step.key === 'closing') {
    return colour('accent');
  }
  return step.key === 'won' || !step.falls ? colour('good') : colour('critical');
}
