import { html, useMemo } from '../vendor/htm-preact.js';
import uPlot from '../vendor/uPlot.esm.js';
import { compact, monthStart } from '../format.js';
import { Chart, axis, colour, monthAxis, overMonths } from './chart.js';

const SIDE = 62;

/** The same for all, so that their months stand below each other. */
const PADDING = [8, 18, 4, 0];

/** A series and its forecast above, and below what they are made of, each over the same months. */
export function Components({ components, outliers, currency }) {
  const drawn = useMemo(() => columnsOf(components, outliers), [components, outliers]);
  const seasonal = components.method !== 'TREND';
  const label = (what) => `${what} by month; the table below has the numbers`;
  const whole = useMemo(() => () => wholeOptions(currency), [currency]);
  const season = useMemo(() => () => seasonOptions(currency), [currency]);
  const remainder = useMemo(() => () => remainderOptions(currency), [currency]);
  return html`
    <ul class="legend small">
      <li class="won">Won</li><li class="mean">Forecast</li><li class="trend">Trend</li>
      ${outliers.length > 0 && html`<li class="outlier">Outlier</li>`}
    </ul>
    <${Chart} label=${label('Won, forecast and trend')} height=${200} data=${drawn.whole} options=${whole} />
    ${seasonal && html`
      <h4>Season</h4>
      <${Chart} label=${label('Season')} height=${110} data=${drawn.season} options=${season} />`}
    <h4>Remainder</h4>
    <${Chart} label=${label('Remainder')} height=${130} data=${drawn.remainder} options=${remainder} />`;
}

function columnsOf({ history, forecast }, outliers) {
  const points = [...history, ...forecast];
  const odd = new Set(outliers.map((point) => point.at));
  const months = points.map((point) => monthStart(point.period).getTime() / 1000);
  const all = (part) => points.map((point) => point[part]);
  const marked = (part) => points.map((point) => (odd.has(point.at) ? point[part] : null));
  const last = history.length - 1;
  return {
    whole: [
      months,
      points.map((point, index) => (index <= last ? point.value : null)),
      points.map((point, index) => (index >= last ? point.value : null)),
      all('trend'),
      marked('value'),
    ],
    season: [months, all('season')],
    remainder: [months, all('remainder'), marked('remainder')],
  };
}

const line = (name, more) => ({ stroke: colour(name), width: 2, points: { show: false }, ...more });

/** Dots without a line between them. */
const dots = () => ({
  stroke: 'transparent', width: 0,
  points: { show: true, size: 9, width: 2, stroke: colour('critical'), fill: colour('surface') },
});

const amounts = (currency, more) => axis({ values: (_, splits) => splits.map((value) => compact(value, currency)), size: SIDE, ...more });

function wholeOptions(currency) {
  return {
    ...overMonths(),
    padding: PADDING,
    axes: [monthAxis({ show: false }), amounts(currency)],
    series: [{}, line('ink'), line('accent', { dash: [7, 4], width: 2.5 }), line('brass', { width: 1.5 }), dots()],
  };
}

function seasonOptions(currency) {
  return {
    ...overMonths(),
    padding: PADDING,
    axes: [monthAxis({ show: false }), amounts(currency, { space: 20 })],
    series: [{}, line('accent')],
  };
}

function remainderOptions(currency) {
  return {
    ...overMonths(),
    padding: PADDING,
    axes: [monthAxis(), amounts(currency, { space: 20 })],
    series: [
      {},
      line('strong-line', { fill: colour('strong-line'), width: 0, paths: uPlot.paths.bars({ size: [0.5, 10] }) }),
      dots(),
    ],
  };
}
