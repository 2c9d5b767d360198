import { html, useMemo } from '../vendor/htm-preact.js';
import { number } from '../format.js';
import { useResource } from '../hooks.js';
import { Card } from './card.js';
import { RowPlot } from './rowplot.js';

const FARTHEST = 3;
const TICKS = [
  { at: 0, label: '0×' }, { at: 1 / FARTHEST, label: 'limit', kind: 'limit' },
  { at: 2 / FARTHEST, label: '2×' }, { at: 1, label: `≥ ${FARTHEST}×` }];
const ROW = 34;
const SHOWN = 12;

/** How long open deals have been in their stages, against what three in four won deals needed at most. */
export function AgeingView({ api, version, node, asOf, names }) {
  const deals = useResource(
    (signal) => api.get('/api/v1/pipeline/metrics/deals', { node, asOf }, signal), [api, version, node, asOf]);
  const aged = useMemo(() => (deals.data ?? []).filter((deal) => deal.ageing), [deals.data]);
  return html`
    <${Card} id="ageing" title="Ageing" resource=${deals}>
      ${deals.data && (aged.length === 0
        ? html`<p class="muted">No open deal has a history of its stages.</p>`
        : html`<${Aged} deals=${aged} names=${names} />`)}
    <//>`;
}

function Aged({ deals, names }) {
  const stages = useMemo(() => byStage(deals), [deals]);
  const stalled = deals.filter((deal) => deal.ageing.stalled).sort((a, b) => ratio(b) - ratio(a));
  return html`
    <p class="lead">
      <b>${stalled.length.toLocaleString()}</b> of ${deals.length.toLocaleString()} open deals have been in their stage for longer than they should
    </p>
    <${RowPlot} label="Days in stage of open deals" rows=${stages} ticks=${TICKS} height=${ROW} marks=${marks} />
    <p class="muted small">
      A dot is a deal: its days in the stage as a part of the limit, the 75th percentile of won deals of the stage
      and size (or the tenant's limit where too few were won).
    </p>
    ${stalled.length > 0 && html`
      <details><summary>The longest</summary><${Longest} deals=${stalled.slice(0, SHOWN)} names=${names} /></details>`}
    <details><summary>As a table</summary><${StageTable} stages=${stages} /></details>`;
}

const ratio = (deal) => deal.ageing.daysInStage / Math.max(deal.ageing.limitDays, 1);

function byStage(deals) {
  const stages = new Map();
  for (const deal of deals) {
    const key = `${deal.pipeline} ${deal.stage}`;
    const stage = stages.get(key) ?? { key, name: deal.stage, deals: [] };
    stage.deals.push(deal);
    stages.set(key, stage);
  }
  return [...stages.values()]
    .map((stage) => ({ ...stage, n: stage.deals.length }))
    .sort((a, b) => b.n - a.n);
}

function marks({ deals }, x) {
  return deals.map((deal, index) => html`
    <circle key=${deal.id} class=${deal.ageing.stalled ? 'stalled' : 'fresh'}
      cx=${x(Math.min(ratio(deal) / FARTHEST, 1))} cy=${scattered(index)} r="3.2">
      <title>${`${deal.name}: ${deal.ageing.daysInStage} days in ${deal.stage}, limit ${number(deal.ageing.limitDays)}`}</title>
    </circle>`);
}

/** Up and down by the golden section, so that dots on one spot are told apart. */
const scattered = (index) => (((index * 0.618034) % 1) - 0.5) * (ROW - 14);

function Longest({ deals, names }) {
  return html`
    <table>
      <thead><tr>
        <th scope="col">Deal</th><th scope="col">Stage</th><th scope="col" class="wide">Owner</th>
        <th scope="col" class="number">Days</th><th scope="col" class="number">Limit</th>
      </tr></thead>
      <tbody>${deals.map((deal) => html`
        <tr key=${deal.id}>
          <th scope="row">${deal.name}</th><td>${deal.stage}</td><td class="wide">${names.get(deal.owner) ?? '–'}</td>
          <td class="number">${deal.ageing.daysInStage.toLocaleString()}</td><td class="number">${number(deal.ageing.limitDays)}</td>
        </tr>`)}
      </tbody>
    </table>`;
}

function StageTable({ stages }) {
  return html`
    <table>
      <thead><tr>
        <th scope="col">Stage</th><th scope="col" class="number">Open deals</th>
        <th scope="col" class="number">Over the limit</th><th scope="col" class="number">Most days</th>
      </tr></thead>
      <tbody>${stages.map(({ key, name, n, deals }) => html`
        <tr key=${key}>
          <th scope="row">${name}</th><td class="number">${n.toLocaleString()}</td>
          <td class="number">${deals.filter((deal) => deal.ageing.stalled).length.toLocaleString()}</td>
          <td class="number">${Math.max(...deals.map((deal) => deal.ageing.daysInStage)).toLocaleString()}</td>
        </tr>`)}
      </tbody>
    </table>`;
}
