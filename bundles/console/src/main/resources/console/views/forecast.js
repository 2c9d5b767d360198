import { html, useMemo, useState } from '../vendor/htm-preact.js';
import { compact, full, month, monthStart, plusMonths } from '../format.js';
import { useResource } from '../hooks.js';
import { Card, Choice } from './card.js';
import { Chart, axis, colour, monthAxis, overMonths } from './chart.js';
import { Explanation } from './explanation.js';

const GROUPINGS = ['all', 'region', 'manager', 'owner', 'account'].map((value) => ({
  value,
  label: { all: 'Everything', region: 'Region', manager: 'Manager', owner: 'Seller', account: 'Account' }[value],
}));
const HORIZONS = [3, 6, 12].map((value) => ({ value: String(value), label: `${value} months` }));

/** Monthly won revenue and what a model expects next. */
export function ForecastView({ api, scope, version }) {
  const [by, setBy] = useState('all');
  const [key, setKey] = useState(null);
  const [model, setModel] = useState('');
  const [horizon, setHorizon] = useState('6');
  const models = useResource((signal) => api.get('/api/v1/forecasting/models', {}, signal), [api, version]);
  const forecasts = useResource(
    (signal) => api.get('/api/v1/forecasting/pipeline',
      { by, horizon, levels: '80,95', model, currency: scope.currency, asOf: scope.asOf }, signal),
    [api, version, by, horizon, model, scope.currency, scope.asOf],
  );
  const series = forecasts.data?.forecasts ?? [];
  const shown = series.find((one) => one.key === key) ?? series[0];
  const modelOptions = [{ value: '', label: "Platform's choice" }]
    .concat((models.data?.models ?? models.data ?? []).map(({ id, version: number }) => ({ value: id, label: `${id} ${number}` })));
  const tools = html`
    <${Choice} label="Of" value=${by} options=${GROUPINGS} onChange=${(value) => { setBy(value); setKey(null); }} />
    ${by !== 'all' && series.length > 0 && html`
      <${Choice} label="Name" value=${shown.key} onChange=${setKey}
        options=${series.map((one) => ({ value: one.key, label: one.name }))} />`}
    <${Choice} label="Model" value=${model} options=${modelOptions} onChange=${setModel} />
    <${Choice} label="Ahead" value=${horizon} options=${HORIZONS} onChange=${setHorizon} />`;
  return html`
    <${Card} id="forecast" title="Forecast of won revenue" tools=${tools} resource=${forecasts}>
      ${shown ? html`
        <${Fan} forecast=${shown} />
        <${Explanation} api=${api} run=${shown.run} currency=${shown.currency} />` : html`<p class="muted">There is nothing to forecast yet: nothing has been won.</p>`}
    <//>`;
}

function Fan({ forecast }) {
  const rows = useMemo(() => rowsOf(forecast), [forecast]);
  const data = useMemo(() => columnsOf(rows, forecast.history.length), [rows]);
  const levels = rows[rows.length - 1].intervals.map((interval) => interval.level);
  const [pointed, setPointed] = useState(null);
  const options = useMemo(
    () => () => fanOptions(levels, forecast.currency, setPointed), [levels.join(), forecast.currency]);
  const next = rows.slice(forecast.history.length);
  const expected = next.reduce((sum, row) => sum + row.mean, 0);
  return html`
    <p class="lead">
      <b>${compact(expected, forecast.currency)}</b> expected from ${month(next[0].month)} to ${month(next[next.length - 1].month)}
    </p>
    <${Chart} label=${`Fan chart of monthly won revenue of ${forecast.name}, with the forecast; the table below has the numbers`}
      height=${300} data=${data} options=${options} />
    <${Legend} levels=${levels} row=${rows[pointed]} currency=${forecast.currency} />
    <p class="provenance small muted">
      <span>Model <b>${forecast.model.id}@${forecast.model.version}</b></span>
      <span>inputs <code title=${forecast.inputHash}>${forecast.inputHash.slice(0, 12)}</code></span>
    </p>
    <${FanTable} rows=${rows} levels=${levels} currency=${forecast.currency} />`;
}

/** Months in order: those with an amount first, then those with a forecast. */
function rowsOf(forecast) {
  const history = forecast.history.map((amount, index) => ({
    month: plusMonths(forecast.start, index), actual: number(amount), intervals: [],
  }));
  const first = forecast.firstForecastMonth ?? plusMonths(forecast.start, forecast.history.length);
  const future = forecast.mean.map((mean, index) => ({
    month: plusMonths(first, index),
    mean: number(mean),
    intervals: forecast.intervals.map(({ level, lower, upper }) => ({
      level: level <= 1 ? Math.round(level * 100) : level, lower: number(lower[index]), upper: number(upper[index]),
    })),
  }));
  return [...history, ...future];
}

const number = (value) => Number(value?.amount ?? value);

/** The columns that are drawn. Mean and bands begin in the last known month, so that the fan opens from it. */
function columnsOf(rows, known) {
  const anchor = known - 1;
  const from = (value) => rows.map((row, index) => (index === anchor ? row.actual : index > anchor ? value(row) : null));
  const levels = rows[rows.length - 1].intervals.length;
  const bands = Array.from({ length: levels }, (_, level) => [
    from((row) => row.intervals[level].lower), from((row) => row.intervals[level].upper),
  ]);
  return [
    rows.map((row) => monthStart(row.month).getTime() / 1000),
    rows.map((row) => row.actual ?? null),
    from((row) => row.mean),
    ...bands.flat(),
  ];
}

function fanOptions(levels, currency, point) {
  const bound = { stroke: 'transparent', width: 0, points: { show: false } };
  return {
    ...overMonths(),
    hooks: { setCursor: [(chart) => point(chart.cursor.idx ?? null)] },
    axes: [
      monthAxis(),
      axis({ values: (_, splits) => splits.map((value) => compact(value, currency)), size: 62 }),
    ],
    series: [
      {},
      { stroke: colour('ink'), width: 2, points: { show: false } },
      { stroke: colour('accent'), width: 2.5, dash: [7, 4], points: { show: false } },
      ...levels.flatMap(() => [bound, bound]),
    ],
    bands: levels
      .map((_, index) => ({ series: [4 + 2 * index, 3 + 2 * index], fill: colour(index === 0 ? 'band-inner' : 'band-outer') }))
      .reverse(),
  };
}

/** What the lines and bands are, or their values in the month that is pointed at. */
function Legend({ levels, row, currency }) {
  const value = (number) => compact(number, currency);
  return html`
    <ul class="legend small">
      ${row && html`<li><b>${month(row.month)}</b></li>`}
      ${row?.mean === undefined && html`<li class="won">Won ${row && value(row.actual)}</li>`}
      ${!(row && row.mean === undefined) && html`<li class="mean">Forecast ${row && value(row.mean)}</li>`}
      ${!(row && row.mean === undefined) && levels.map((level, index) => html`
        <li key=${level} class=${index === 0 ? 'inner' : 'outer'}>
          ${level} % ${row && `${value(row.intervals[index].lower)} to ${value(row.intervals[index].upper)}`}
        </li>`)}
    </ul>`;
}

function FanTable({ rows, levels, currency }) {
  const cell = (value) => (value === undefined ? '' : full(value, currency));
  return html`
    <details>
      <summary>Show as a table</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Forecast by month">
        <table>
          <thead><tr>
            <th scope="col">Month</th><th scope="col" class="number">Won</th><th scope="col" class="number">Forecast</th>
            ${levels.map((level) => html`<th key=${level} scope="col" class="number">${level} % interval</th>`)}
          </tr></thead>
          <tbody>${rows.map((row) => html`
            <tr key=${row.month}>
              <th scope="row">${month(row.month)}</th>
              <td class="number">${cell(row.actual)}</td>
              <td class="number">${cell(row.mean)}</td>
              ${levels.map((level, index) => html`
                <td key=${level} class="number">${row.intervals[index] && `${cell(row.intervals[index].lower)} – ${cell(row.intervals[index].upper)}`}</td>`)}
            </tr>`)}
          </tbody>
        </table>
      </div>
    </details>`;
}
