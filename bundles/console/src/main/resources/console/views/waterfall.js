import { html, useMemo, useState } from '../vendor/htm-preact.js';
import { compact } from '../format.js';
import { useResource } from '../hooks.js';
import { stepsOf } from './buckets.js';
import { Card, Choice, Day } from './card.js';
import { HIERARCHIES, RATES } from './choices.js';
import { Flow } from './flow.js';
import { Conversion, CurrencyChoice, quarterOptions } from './pipeline.js';
import { WaterfallChart } from './waterfallchart.js';
import { BucketDeals, LinkDeals } from './waterfalldeals.js';
import { Below, Steps } from './waterfalltables.js';

const WEEKS = 4;
const PICTURES = [{ value: 'steps', label: 'Steps' }, { value: 'flow', label: 'Flow' }];
const MODES = [{ value: 'endpoint', label: 'Start and end' }, { value: 'path', label: 'Every change' }];
const HISTORIES = [{ value: 'as_was', label: 'As it was' }, { value: 'as_is', label: 'As at the end' }];
const ASKED = { from: '', to: '', period: '', node: '', mode: 'endpoint', hierarchy: 'ORG', history: 'as_was', rates: '', knownAt: '' };

/** What is asked for: one state, changed by field. */
function useQuery(scope) {
  const [asked, setAsked] = useState(ASKED);
  const set = (more) => setAsked((before) => ({ ...before, ...more }));
  const to = asked.to || scope.asOf;
  const from = asked.from || weeksBefore(to || new Date().toISOString().slice(0, 10));
  return [{ ...asked, from, to, currency: scope.currency }, set];
}

/** How the pipeline of a quarter went from one day to another, and the deals behind each step. */
export function WaterfallView({ api, scope, version }) {
  const [query, set] = useQuery(scope);
  const [picture, setPicture] = useState('steps');
  const inputs = [api, version, ...Object.values(query)];
  const waterfall = useResource((signal) => api.get('/api/v1/pipeline/waterfall', query, signal), inputs);
  return html`
    <${Card} id="waterfall" title="Waterfall" resource=${waterfall}
      tools=${html`
        <${Day} label="From" value=${query.from} onChange=${(from) => set({ from })} />
        <${Day} label="to" value=${query.to} onChange=${(to) => set({ to })} />
        <${Choice} label="Picture" value=${picture} options=${PICTURES} onChange=${setPicture} />`}>
      <${Pickers} api=${api} version=${version} query=${query} set=${set} />
      <${CurrencyChoice} problem=${waterfall.problem} scope=${scope} />
      ${waterfall.data && html`
        <${Told} waterfall=${waterfall.data} />
        ${picture === 'flow'
          ? html`<${FlowAndDeals} api=${api} query=${query} inputs=${inputs} />`
          : html`<${StepsAndDeals} api=${api} query=${query} inputs=${inputs} waterfall=${waterfall.data} goTo=${(node) => set({ node })} />`}
        <${Conversion} conversion=${waterfall.data.conversion} />
        <${Limits} limits=${waterfall.data.limits} />`}
    <//>`;
}

function Pickers({ api, version, query, set }) {
  const tree = useResource(
    (signal) => api.get(`/api/v1/pipeline/hierarchies/${query.hierarchy}`, { asOf: query.to }, signal),
    [api, version, query.hierarchy, query.to]);
  const nodes = [{ value: '', label: 'Everything' }]
    .concat((tree.data?.nodes ?? []).map((node) => ({ value: node.id, label: node.name })));
  const quarters = useResource((signal) => api.get('/api/v1/pipeline/quarters', {}, signal), [api, version]);
  const periods = [{ value: '', label: 'Quarter of the end' }]
    .concat(quarterOptions(quarters.data ?? []));
  return html`
    <div class="pickers">
      <${Choice} label="Along" value=${query.hierarchy} options=${HIERARCHIES} onChange=${(hierarchy) => set({ hierarchy, node: '' })} />
      <${Choice} label="Of" value=${query.node} options=${nodes} onChange=${(node) => set({ node })} />
      <${Choice} label="Closing in" value=${query.period} options=${periods} onChange=${(period) => set({ period })} />
      <details>
        <summary>More choices</summary>
        <div class="pickers">
          <${Choice} label="Compare" value=${query.mode} options=${MODES} onChange=${(mode) => set({ mode })} />
          <${Choice} label="Hierarchy" value=${query.history} options=${HISTORIES} onChange=${(history) => set({ history })} />
          <${Choice} label="Convert by" value=${query.rates} options=${RATES} onChange=${(rates) => set({ rates })} />
          <${Day} label="Known by" value=${query.knownAt} onChange=${(knownAt) => set({ knownAt })} />
        </div>
      </details>
    </div>`;
}

function weeksBefore(iso) {
  const date = new Date(iso + 'T00:00:00Z');
  date.setUTCDate(date.getUTCDate() - 7 * WEEKS);
  return date.toISOString().slice(0, 10);
}

function Told({ waterfall }) {
  const { opening, closing } = waterfall.top.buckets;
  return html`
    <p class="lead">
      <b>${compact(opening.amount.amount, waterfall.currency)}</b> to <b>${compact(closing.amount.amount, waterfall.currency)}</b>
      ${' '}closing in ${waterfall.period.name.replace('-', ' ')}${waterfall.top.id && `, at ${waterfall.top.name}`}
      ${waterfall.history === 'AS_IS' && ', restated by the hierarchy of the end'}
      ${' '}<${Proof} checks=${waterfall.checks} />
    </p>`;
}

function Proof({ checks }) {
  const holds = checks.identity && checks.additivity;
  return html`
    <span class=${holds ? 'badge holds' : 'badge fails'}
      title="Opening and all steps make closing, and the nodes below add up to the one above, to the cent">
      ${holds ? `✓ Adds up at ${checks.nodes} ${checks.nodes === 1 ? 'node' : 'nodes'}` : `Does not add up: ${checks.violations.join(', ')}`}
    </span>`;
}

function StepsAndDeals({ api, query, inputs, waterfall, goTo }) {
  const [bucket, setBucket] = useState('');
  const steps = useMemo(() => stepsOf(waterfall.top.buckets), [waterfall]);
  return html`
    <${WaterfallChart} steps=${steps} currency=${waterfall.currency} pick=${setBucket} />
    <div class="halves">
      <${Steps} steps=${steps} currency=${waterfall.currency} bucket=${bucket} pick=${setBucket} />
      <${Below} top=${waterfall.top} currency=${waterfall.currency} goTo=${goTo} />
    </div>
    ${bucket && html`<${BucketDeals} api=${api} query=${query} inputs=${inputs} bucket=${bucket} close=${() => setBucket('')} />`}`;
}

function FlowAndDeals({ api, query, inputs }) {
  const [link, setLink] = useState(null);
  const flow = useResource((signal) => api.get('/api/v1/pipeline/waterfall/flow', query, signal), inputs);
  return html`
    ${flow.problem && html`<p class="problem" role="alert">${flow.problem.message}</p>`}
    ${flow.data && html`<${Flow} flow=${flow.data} chosen=${link} pick=${setLink} />`}
    ${link && html`<${LinkDeals} api=${api} query=${query} inputs=${inputs} link=${link} close=${() => setLink(null)} />`}`;
}

function Limits({ limits }) {
  return limits.map((limit) => html`
    <p key=${limit.code} class="muted small">${limit.deals.toLocaleString()} ${limit.deals === 1 ? 'deal' : 'deals'}: ${limit.detail}</p>`);
}
