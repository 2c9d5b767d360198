import { html, useMemo } from '../vendor/htm-preact.js';
import uPlot from '../vendor/uPlot.esm.js';
import { compact, full, plusMonths } from '../format.js';
import { useResource } from '../hooks.js';
import { Card } from './card.js';
import { Chart, axis, colour } from './chart.js';
import { quarterName } from './pipeline.js';

/** Won revenue by fiscal quarter, of the months that have ended. */
export function WonByQuarter({ api, scope, version }) {
  const resource = useResource(
    (signal) => Promise.all([
      api.get('/api/v1/pipeline/revenue', { by: 'all', currency: scope.currency, asOf: scope.asOf }, signal),
      api.get('/api/v1/pipeline/quarters', {}, signal),
    ]),
    [api, version, scope.asOf, scope.currency],
  );
  const bars = useMemo(() => resource.data && barsOf(...resource.data), [resource.data]);
  return html`
    <${Card} id="won" title="Won by quarter" resource=${resource}>
      ${bars?.quarters.length ? html`<${Bars} ...${bars} />` : html`<p class="muted">Nothing has been won yet.</p>`}
    <//>`;
}

function barsOf([series], quarters) {
  const months = (series?.months ?? []).map((amount, index) => [plusMonths(series.start, index), Number(amount.amount)]);
  const sums = quarters.map((quarter) => ({
    name: quarterName(quarter),
    amount: months
      .filter(([month]) => month >= quarter.start.slice(0, 7) && month <= quarter.end.slice(0, 7))
      .reduce((sum, [, amount]) => sum + amount, 0),
  }));
  return { currency: series?.currency, quarters: sums.filter((quarter) => quarter.amount > 0) };
}

function Bars({ quarters, currency }) {
  const data = useMemo(() => [quarters.map((_, index) => index), quarters.map((quarter) => quarter.amount)], [quarters]);
  const options = useMemo(() => () => barOptions(quarters, currency), [quarters, currency]);
  return html`
    <${Chart} label=${`Bar chart of the revenue won in ${quarters.length} quarters; the table below has the numbers`}
      height=${210} data=${data} options=${options} />
    <details>
      <summary>Show as a table</summary>
      <table>
        <thead><tr><th scope="col">Quarter</th><th scope="col" class="number">Won</th></tr></thead>
        <tbody>${quarters.map((quarter) => html`
          <tr key=${quarter.name}><th scope="row">${quarter.name}</th><td class="number">${full(quarter.amount, currency)}</td></tr>`)}
        </tbody>
      </table>
    </details>`;
}

function barOptions(quarters, currency) {
  return {
    cursor: { drag: { x: false, y: false }, points: { show: false } },
    legend: { show: false },
    scales: { x: { time: false, range: [-0.6, quarters.length - 0.4] }, y: { range: (_, __, most) => [0, most * 1.08] } },
    axes: [
      axis({
        grid: { show: false },
        splits: () => quarters.map((_, index) => index),
        values: (_, splits) => splits.map((index) => shortName(quarters[index].name, index)),
        size: 44,
      }),
      axis({ values: (_, splits) => splits.map((value) => compact(value, currency)), size: 62 }),
    ],
    series: [{}, {
      fill: colour('accent'), stroke: colour('accent'), width: 0, points: { show: false },
      paths: uPlot.paths.bars({ size: [0.66, 48], radius: 0.12 }),
    }],
  };
}

/** The year stands below each first quarter, and below the first one that is shown unless the next would touch it. */
function shortName(name, index) {
  const [year, quarter] = name.split('-');
  return quarter === 'Q1' || (index === 0 && quarter !== 'Q4') ? `${quarter}\n${year}` : quarter;
}
