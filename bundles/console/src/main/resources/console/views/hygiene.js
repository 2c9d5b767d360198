import { html, useState } from '../vendor/htm-preact.js';
import { capital, percent, words } from '../format.js';
import { useResource } from '../hooks.js';
import { Card } from './card.js';

const SHOWN = 20;
const MAY_ACCEPT = ['SELLER', 'MANAGER', 'ADMIN'];

/** How clean the open deals are, by whom, and what would mend them. */
export function HygieneView({ api, me, version, node, asOf, names }) {
  const [rule, setRule] = useState('');
  const report = useResource((signal) => api.get('/api/v1/pipeline/hygiene', { node, asOf }, signal), [api, version, node, asOf]);
  const flaws = useResource(
    (signal) => api.get('/api/v1/pipeline/hygiene/flaws', { node, rule, asOf, limit: SHOWN }, signal), [api, version, node, rule, asOf]);
  const mayAccept = MAY_ACCEPT.includes(me.role) && !asOf;
  const reload = () => { report.reload(); flaws.reload(); };
  return html`
    <${Card} id="hygiene" title="Hygiene" resource=${report}>
      ${report.data && html`
        <p class="lead"><b>${share(report.data.all)}</b> of ${report.data.all.n.toLocaleString()} open deals are clean</p>
        <${Rules} flaws=${report.data.flaws} rule=${rule} pick=${setRule} />
        <details><summary>By owner</summary><${Owners} owners=${report.data.owners} names=${names} /></details>`}
      ${flaws.data && html`
        <ul class="insights flaws scroll" tabindex="0" aria-label="Flaws and proposals">
          ${flaws.data.items.map((flaw) => html`
            <${Flaw} key=${flaw.rule + flaw.opportunity} api=${api} flaw=${flaw} mayAccept=${mayAccept} reload=${reload} />`)}
        </ul>
        ${flaws.data.total > SHOWN && html`<p class="muted small">${SHOWN} of ${flaws.data.total.toLocaleString()}.</p>`}`}
    <//>`;
}

const share = (of) => (of.share === undefined ? '–' : percent(of.share));

/** How many deals each rule finds fault with, the most first. */
function Rules({ flaws, rule, pick }) {
  const counts = Object.entries(flaws).sort(([, a], [, b]) => b - a);
  const most = Math.max(1, ...counts.map(([, count]) => count));
  return html`
    <ul class="bars">${counts.map(([id, count]) => html`
      <li key=${id}>
        <button class="plain" aria-pressed=${id === rule} onClick=${() => pick(id === rule ? '' : id)}>${capital(words(id))}</button>
        <span class="track" aria-hidden="true"><span class="warn" style=${{ width: `${(100 * count) / most}%` }}></span></span>
        <span class="count">${count.toLocaleString()}</span>
      </li>`)}
    </ul>`;
}

function Owners({ owners, names }) {
  return html`
    <ul class="bars">${owners.map((of) => html`
      <li key=${of.owner ?? ''}>
        <span>${of.owner ? names.get(of.owner) ?? of.owner : '(no owner)'}</span>
        <span class="track" aria-hidden="true"><span style=${{ width: `${100 * (of.share.share ?? 0)}%` }}></span></span>
        <span class="count">${share(of.share)} of ${of.share.n.toLocaleString()}</span>
      </li>`)}
    </ul>`;
}

function Flaw({ api, flaw, mayAccept, reload }) {
  const [state, setState] = useState({});
  const accept = () => {
    setState({ busy: true });
    const path = `/api/v1/pipeline/opportunities/${flaw.opportunity}/hygiene/${flaw.rule}:accept`;
    api.post(path, { headers: { 'If-Match': `"${flaw.version}"` } }).then(
      () => { setState({}); reload(); },
      (problem) => setState({ problem: problem.message }));
  };
  return html`
    <li class="insight warning">
      <p class="title">${flaw.name}</p>
      <p class="evidence">${capital(flaw.detail)}</p>
      ${flaw.proposal && html`
        <p class="small">${proposed(flaw.proposal.patch)}
          ${mayAccept && html` <button class="plain" disabled=${state.busy} onClick=${accept}>${state.busy ? 'Changing …' : 'Accept'}</button>`}</p>`}
      ${state.problem && html`<p class="problem" role="alert">${state.problem}</p>`}
    </li>`;
}

/** "Proposal: close date 2026-11-30". */
const proposed = (patch) => 'Proposal: '
  + Object.entries(patch).map(([field, value]) => `${words(field)} ${value === null ? 'none' : value}`).join(', ');
