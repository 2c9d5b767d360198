import { html, useMemo, useState } from '../vendor/htm-preact.js';
import { capital, compact, full, words } from '../format.js';
import { useResource } from '../hooks.js';
import { Card, Choice } from './card.js';
import { BucketDeals } from './waterfalldeals.js';
import { WaterfallChart } from './waterfallchart.js';

const WEEKS = 4;
const MODES = [{ value: 'endpoint', label: 'Start and end' }, { value: 'path', label: 'Every change' }];
const LESS = new Set(['decreased', 'won', 'lost', 'pushed', 'movedEarlier', 'transferredOut', 'removed']);

export const bucketName = (key) => (key === 'fx' ? 'Exchange rates' : capital(words(key)));

/** How the pipeline of a quarter went from one day to another, and the deals behind each step. */
export function WaterfallView({ api, scope, version }) {
  const [node, setNode] = useState('');
  const [mode, setMode] = useState('endpoint');
  const [start, setStart] = useState('');
  const [end, setEnd] = useState('');
  const [bucket, setBucket] = useState('');
  const to = end || scope.asOf;
  const from = start || weeksBefore(to || new Date().toISOString().slice(0, 10));
  const query = { from, to, node, mode, currency: scope.currency };
  const inputs = [api, version, from, to, node, mode, scope.currency];
  const nodes = useResource((signal) => api.get('/api/v1/pipeline/hierarchy', {}, signal), [api, version]);
  const waterfall = useResource((signal) => api.get('/api/v1/pipeline/waterfall', query, signal), inputs);
  const options = [{ value: '', label: 'Everybody' }]
    .concat((nodes.data ?? []).map((place) => ({ value: place.id, label: place.name })));
  return html`
    <${Card} id="waterfall" title="Waterfall" resource=${waterfall}
      tools=${html`
        <${Day} label="From" value=${from} onChange=${setStart} />
        <${Day} label="to" value=${to} onChange=${setEnd} />
        <${Choice} label="Of" value=${node} options=${options} onChange=${setNode} />
        <${Choice} label="By" value=${mode} options=${MODES} onChange=${setMode} />`}>
      ${waterfall.data && html`
        <${Told} waterfall=${waterfall.data} bucket=${bucket} pick=${setBucket} goTo=${setNode} />
        ${bucket && html`<${BucketDeals} api=${api} query=${query} inputs=${inputs} bucket=${bucket} close=${() => setBucket('')} />`}`}
    <//>`;
}

function Day({ label, value, onChange }) {
  return html`
    <label class="choice"><span>${label}</span>
      <input type="date" value=${value} max="2199-12-31" onChange=${(event) => onChange(event.target.value)} /></label>`;
}

function weeksBefore(iso) {
  const date = new Date(iso + 'T00:00:00Z');
  date.setUTCDate(date.getUTCDate() - 7 * WEEKS);
  return date.toISOString().slice(0, 10);
}

function Told({ waterfall, bucket, pick, goTo }) {
  const steps = useMemo(() => stepsOf(waterfall.top.buckets), [waterfall]);
  return html`
    <p class="lead">
      <b>${compact(steps[0].amount, waterfall.currency)}</b> to <b>${compact(steps[steps.length - 1].amount, waterfall.currency)}</b>
      ${' '}closing in ${waterfall.period.name.replace('-', ' ')}${waterfall.top.id && `, at ${waterfall.top.name}`}
      ${' '}<${Proof} checks=${waterfall.checks} />
    </p>
    <${WaterfallChart} steps=${steps} currency=${waterfall.currency} pick=${pick} />
    <div class="halves">
      <${Steps} steps=${steps} currency=${waterfall.currency} bucket=${bucket} pick=${pick} />
      <${Below} top=${waterfall.top} currency=${waterfall.currency} goTo=${goTo} />
    </div>
    ${waterfall.limits.map((limit) => html`<p key=${limit.code} class="muted small">${limit.deals.toLocaleString()} ${limit.deals === 1 ? 'deal' : 'deals'}: ${limit.detail}</p>`)}`;
}

/** The buckets that have deals, each with the level before and after it. */
function stepsOf(buckets) {
  let level = 0;
  return Object.entries(buckets)
    .filter(([key, part]) => part.count > 0 || key === 'opening' || key === 'closing')
    .map(([key, part]) => {
      const amount = Number(part.amount.amount);
      const before = key === 'closing' ? 0 : level;
      level = before + (LESS.has(key) ? -amount : amount);
      return { key, name: bucketName(key), amount, count: part.count, before, after: level, falls: level < before };
    });
}

function Proof({ checks }) {
  const holds = checks.identity && checks.additivity;
  return html`
    <span class=${holds ? 'badge holds' : 'badge fails'}
      title="Opening and all steps make closing, and the nodes below add up to the one above, to the cent">
      ${holds ? `✓ Adds up at ${checks.nodes} ${checks.nodes === 1 ? 'node' : 'nodes'}` : `Does not add up: ${checks.violations.join(', ')}`}
    </span>`;
}

function Steps({ steps, currency, bucket, pick }) {
  return html`
    <table class="steps">
      <caption class="muted small">Choose a step to see its deals</caption>
      <thead><tr><th scope="col">Step</th><th scope="col" class="number">Amount</th><th scope="col" class="number">Deals</th></tr></thead>
      <tbody>${steps.map((step) => html`
        <tr key=${step.key} class=${step.key === bucket ? 'chosen' : ''}>
          <th scope="row"><button class="link" data-bucket=${step.key} aria-pressed=${step.key === bucket} onClick=${() => pick(step.key)}>${step.name}</button></th>
          <td class="number">${step.falls ? '−' : ''}${full(step.amount, currency)}</td>
          <td class="number">${step.count.toLocaleString()}</td>
        </tr>`)}
      </tbody>
    </table>`;
}

function Below({ top, currency, goTo }) {
  return top.children.length > 0 && html`
    <table>
      <caption class="muted small">${top.id ? `Below ${top.name}` : 'At the top'}</caption>
      <thead><tr><th scope="col">Node</th><th scope="col" class="number">Opening</th><th scope="col" class="number">Closing</th></tr></thead>
      <tbody>${top.children.map((child) => html`
        <tr key=${child.id ?? child.name}>
          <th scope="row">${child.id ? html`<button class="link" onClick=${() => goTo(child.id)}>${child.name}</button>` : child.name}</th>
          <td class="number">${full(child.buckets.opening.amount.amount, currency)}</td>
          <td class="number">${full(child.buckets.closing.amount.amount, currency)}</td>
        </tr>`)}
      </tbody>
    </table>`;
}
