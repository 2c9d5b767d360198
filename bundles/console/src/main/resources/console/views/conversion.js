import { html } from '../vendor/htm-preact.js';
import { day, percent } from '../format.js';
import { useResource } from '../hooks.js';
import { Card } from './card.js';
import { RowPlot } from './rowplot.js';

const TICKS = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: percent(at) }));

/** How many deals went on from each stage, by three estimates that are never mixed. */
export function ConversionView({ api, version, node, asOf }) {
  const conversion = useResource(
    (signal) => api.get('/api/v1/pipeline/conversion', { node, asOf }, signal), [api, version, node, asOf]);
  return html`
    <${Card} id="conversion" title="Conversion" resource=${conversion}>
      ${conversion.data && html`<${Converted} ...${conversion.data} />`}
    <//>`;
}

function Converted({ window, stages, excluded }) {
  const told = `from ${day(window.from)} to ${day(window.to)}`;
  if (stages.length === 0) {
    return html`<p class="muted">No deal entered a stage ${told}.</p>`;
  }
  const rows = stages
    .map((stage) => ({ ...stage, key: `${stage.pipeline} ${stage.stage}`, name: stage.stage, n: stage.entered }))
    .sort((a, b) => b.n - a.n);
  return html`
    <p class="muted small">Of the deals that entered a stage ${told}, how many went on.</p>
    <${RowPlot} label="Conversion by stage" rows=${rows} ticks=${TICKS} height=${38} marks=${marks} />
    <ul class="keys small">
      <li class="censored">Open deals count as long as they were seen (Kaplan–Meier), with 95 %</li>
      <li class="resolved">Open deals left out</li>
      <li class="naive">Open deals count as not gone on</li>
    </ul>
    <details><summary>As a table</summary><${StageTable} rows=${rows} /></details>
    ${excluded > 0 && html`<p class="muted small">${excluded.toLocaleString()} deals have no history of stages and count nowhere.</p>`}`;
}

function marks({ name, n, naive, resolved, censored }, x) {
  const { value, low, high } = censored;
  const known = low !== undefined && high !== undefined;
  const title = `${name}: ${percent(value)}${known ? ` (${percent(low)} to ${percent(high)})` : ''} of ${n}`
    + `; naive ${percent(naive)}${resolved === undefined ? '' : `, resolved ${percent(resolved)}`}`;
  return html`
    <title>${title}</title>
    ${known && html`<line class="interval" x1=${x(low)} x2=${x(high)} y1="0" y2="0"></line>`}
    <circle class="naive" cx=${x(naive)} cy="0" r="4.5"></circle>
    <circle class="censored" cx=${x(value)} cy="0" r="6"></circle>
    ${resolved !== undefined && html`<rect class="resolved" x=${x(resolved) - 3.5} y="-3.5" width="7" height="7"></rect>`}`;
}

const COLUMNS = ['n', 'Went on', 'Lost', 'Open', 'Kaplan–Meier', 'Resolved', 'Naive'];

function StageTable({ rows }) {
  const share = (value) => (value === undefined ? '–' : percent(value));
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="Conversion by stage">
      <table>
        <thead><tr><th scope="col">Stage</th>${COLUMNS.map((name) => html`<th key=${name} scope="col" class="number">${name}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`
          <tr key=${row.key}>
            <th scope="row">${row.name}</th>
            ${[row.n, row.reached, row.lost, row.open].map((count) => html`<td class="number">${count.toLocaleString()}</td>`)}
            ${[row.censored.value, row.resolved, row.naive].map((value) => html`<td class="number">${share(value)}</td>`)}
          </tr>`)}
        </tbody>
      </table>
    </div>`;
}
