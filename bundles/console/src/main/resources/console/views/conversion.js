import { html } from '../vendor/htm-preact.js';
import { day, percent } from '../format.js';
import { useResource, useWidth } from '../hooks.js';
import { Card } from './card.js';

const ROW = 38;
const TOP = 24;
const GRID = [0, 0.25, 0.5, 0.75, 1];

/** How many deals went on from each stage, by three estimates that are never mixed. */
export function ConversionView({ api, version, node, asOf }) {
  const conversion = useResource(
    (signal) => api.get('/api/v1/pipeline/conversion', { node, asOf }, signal), [api, version, node, asOf]);
  const stages = [...(conversion.data?.stages ?? [])].sort((a, b) => b.entered - a.entered);
  return html`
    <${Card} id="conversion" title="Conversion" resource=${conversion}>
      ${conversion.data && (stages.length === 0
        ? html`<p class="muted">No deal entered a stage from ${day(conversion.data.window.from)} to ${day(conversion.data.window.to)}.</p>`
        : html`
          <p class="muted small">Of the deals that entered a stage from ${day(conversion.data.window.from)} to ${day(conversion.data.window.to)}, how many went on.</p>
          <${Intervals} stages=${stages} />
          <ul class="keys small"><li class="censored">Open deals count as long as they were seen (Kaplan–Meier), with 95 %</li><li class="resolved">Open deals left out</li><li class="naive">Open deals count as not gone on</li></ul>
          <details><summary>As a table</summary><${StageTable} stages=${stages} /></details>
          ${conversion.data.excluded > 0 && html`<p class="muted small">${conversion.data.excluded.toLocaleString()} deals have no history of stages and count nowhere.</p>`}`)}
    <//>`;
}

function Intervals({ stages }) {
  const [ref, width] = useWidth();
  const left = width < 520 ? 104 : 170;
  const x = (share) => left + share * (width - left - 22);
  const height = TOP + stages.length * ROW;
  return html`
    <div ref=${ref} class="plot">
      ${width > 0 && html`
        <svg width=${width} height=${height} role="img" aria-label="Conversion by stage; the table below has the numbers">
          ${GRID.map((share) => html`
            <g key=${share} class="grid"><line x1=${x(share)} x2=${x(share)} y1=${TOP - 4} y2=${height}></line><text x=${x(share)} y="13" text-anchor="middle">${percent(share)}</text></g>`)}
          ${stages.map((stage, index) => html`<${Marks} key=${keyOf(stage)} stage=${stage} x=${x} y=${TOP + (index + 0.5) * ROW} />`)}
        </svg>`}
    </div>`;
}

const keyOf = (stage) => `${stage.pipeline} ${stage.stage}`;

function Marks({ stage, x, y }) {
  const { value, low, high } = stage.censored;
  const between = low === undefined || high === undefined ? '' : ` (${percent(low)} to ${percent(high)})`;
  return html`
    <g>
      <title>${`${stage.stage}: ${percent(value)}${between} of ${stage.entered}; naive ${percent(stage.naive)}${stage.resolved === undefined ? '' : `, resolved ${percent(stage.resolved)}`}`}</title>
      <text x="0" y=${y}>${stage.stage}</text><text class="faint" x="0" y=${y + 13}>n = ${stage.entered.toLocaleString()}</text>
      ${low !== undefined && html`<line class="interval" x1=${x(low)} x2=${x(high)} y1=${y} y2=${y}></line>`}
      <circle class="naive" cx=${x(stage.naive)} cy=${y} r="4.5"></circle>
      <circle class="censored" cx=${x(value)} cy=${y} r="6"></circle>
      ${stage.resolved !== undefined && html`<rect class="resolved" x=${x(stage.resolved) - 3.5} y=${y - 3.5} width="7" height="7"></rect>`}
    </g>`;
}

function StageTable({ stages }) {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="Conversion by stage">
      <table>
        <thead><tr><th scope="col">Stage</th><th scope="col" class="number">n</th><th scope="col" class="number">Went on</th><th scope="col" class="number">Lost</th><th scope="col" class="number">Open</th>
          <th scope="col" class="number">Kaplan–Meier</th><th scope="col" class="number">Resolved</th><th scope="col" class="number">Naive</th></tr></thead>
        <tbody>${stages.map((stage) => html`
          <tr key=${keyOf(stage)}>
            <th scope="row">${stage.stage}</th>
            ${[stage.entered, stage.reached, stage.lost, stage.open].map((count) => html`<td class="number">${count.toLocaleString()}</td>`)}
            <td class="number">${percent(stage.censored.value)}</td>
            <td class="number">${stage.resolved === undefined ? '–' : percent(stage.resolved)}</td>
            <td class="number">${percent(stage.naive)}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>`;
}
