import { html, useMemo } from '../vendor/htm-preact.js';
import { number } from '../format.js';
import { useResource, useWidth } from '../hooks.js';
import { Card } from './card.js';

const ROW = 34;
const TOP = 26;
const FARTHEST = 3;
const GRID = [0, 1, 2, FARTHEST];
const SHOWN = 12;

/** How long open deals have been in their stages, against what three in four won deals needed at most. */
export function AgeingView({ api, version, node, asOf, names }) {
  const deals = useResource(
    (signal) => api.get('/api/v1/pipeline/metrics/deals', { node, asOf }, signal), [api, version, node, asOf]);
  const aged = useMemo(() => (deals.data ?? []).filter((deal) => deal.ageing), [deals.data]);
  return html`
    <${Card} id="ageing" title="Ageing" resource=${deals}>
      ${deals.data && (aged.length === 0 ? html`<p class="muted">No open deal has a history of its stages.</p>` : html`<${Aged} deals=${aged} names=${names} />`)}
    <//>`;
}

function Aged({ deals, names }) {
  const stages = useMemo(() => byStage(deals), [deals]);
  const stalled = deals.filter((deal) => deal.ageing.stalled).sort((a, b) => ratio(b) - ratio(a));
  return html`
    <p class="lead"><b>${stalled.length.toLocaleString()}</b> of ${deals.length.toLocaleString()} open deals have been in their stage for longer than they should</p>
    <${Strips} stages=${stages} />
    <p class="muted small">A dot is a deal: its days in the stage as a part of the limit, the 75th percentile of won deals of the stage and size (or the tenant's limit where too few were won).</p>
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
  return [...stages.values()].sort((a, b) => b.deals.length - a.deals.length);
}

function Strips({ stages }) {
  const [ref, width] = useWidth();
  const left = width < 520 ? 104 : 170;
  const x = (part) => left + (Math.min(part, FARTHEST) / FARTHEST) * (width - left - 16);
  const height = TOP + stages.length * ROW;
  return html`
    <div ref=${ref} class="plot">
      ${width > 0 && html`
        <svg width=${width} height=${height} role="img" aria-label="Days in stage of open deals by stage; the table below has the numbers">
          ${GRID.map((part) => html`
            <g key=${part} class=${part === 1 ? 'grid limit' : 'grid'}>
              <line x1=${x(part)} x2=${x(part)} y1=${TOP - 6} y2=${height}></line>
              <text x=${x(part)} y="13" text-anchor=${part === FARTHEST ? 'end' : 'middle'}>${part === 1 ? 'limit' : part === FARTHEST ? `≥ ${FARTHEST}×` : `${part}×`}</text>
            </g>`)}
          ${stages.map((stage, index) => html`<${Strip} key=${stage.key} stage=${stage} x=${x} y=${TOP + (index + 0.5) * ROW} />`)}
        </svg>`}
    </div>`;
}

function Strip({ stage, x, y }) {
  return html`
    <g>
      <text x="0" y=${y}>${stage.name}</text><text class="faint" x="0" y=${y + 13}>n = ${stage.deals.length.toLocaleString()}</text>
      ${stage.deals.map((deal, index) => html`
        <circle key=${deal.id} class=${deal.ageing.stalled ? 'stalled' : 'fresh'} cx=${x(ratio(deal))} cy=${y + scattered(index)} r="3.2">
          <title>${`${deal.name}: ${deal.ageing.daysInStage} days in ${deal.stage}, limit ${number(deal.ageing.limitDays)}`}</title>
        </circle>`)}
    </g>`;
}

/** Up and down by the golden section, so that dots on one spot are told apart. */
const scattered = (index) => (((index * 0.618034) % 1) - 0.5) * (ROW - 14);

function Longest({ deals, names }) {
  return html`
    <table>
      <thead><tr><th scope="col">Deal</th><th scope="col">Stage</th><th scope="col" class="wide">Owner</th><th scope="col" class="number">Days</th><th scope="col" class="number">Limit</th></tr></thead>
      <tbody>${deals.map((deal) => html`
        <tr key=${deal.id}><th scope="row">${deal.name}</th><td>${deal.stage}</td><td class="wide">${names.get(deal.owner) ?? '–'}</td>
          <td class="number">${deal.ageing.daysInStage.toLocaleString()}</td><td class="number">${number(deal.ageing.limitDays)}</td></tr>`)}
      </tbody>
    </table>`;
}

function StageTable({ stages }) {
  return html`
    <table>
      <thead><tr><th scope="col">Stage</th><th scope="col" class="number">Open deals</th><th scope="col" class="number">Over the limit</th><th scope="col" class="number">Most days</th></tr></thead>
      <tbody>${stages.map(({ key, name, deals }) => html`
        <tr key=${key}><th scope="row">${name}</th><td class="number">${deals.length.toLocaleString()}</td>
          <td class="number">${deals.filter((deal) => deal.ageing.stalled).length.toLocaleString()}</td>
          <td class="number">${Math.max(...deals.map((deal) => deal.ageing.daysInStage)).toLocaleString()}</td></tr>`)}
      </tbody>
    </table>`;
}
