import { html, useCallback, useState } from '../vendor/htm-preact.js';
import { ago, capital, moment, words } from '../format.js';
import { useResource } from '../hooks.js';
import { Card, Choice } from './card.js';
import { Fact } from './fact.js';

const PAGE = 25;
const MAY_EVALUATE = ['SELLER', 'MANAGER', 'ADMIN'];

/** What needs attention, and why. */
export function InsightsView({ api, me, scope, version }) {
  const [rule, setRule] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const [fact, setFact] = useState(null);
  const rules = useResource((signal) => api.get('/api/v1/insights/rules', {}, signal), [api]);
  const insights = useResource((signal) => api.get('/api/v1/insights', { rule, limit }, signal), [api, version, rule, limit]);
  const options = [{ value: '', label: 'All rules' }]
    .concat((rules.data?.rules ?? rules.data ?? []).map((id) => ({ value: id, label: capital(words(id)) })));
  const items = insights.data?.items ?? [];
  return html`
    <${Card} id="insights" title=${scope.asOf ? 'Needs attention now' : 'Needs attention'} resource=${insights} tools=${html`
      <${Choice} label="Rule" value=${rule} options=${options} onChange=${(value) => { setRule(value); setLimit(PAGE); }} />
      ${MAY_EVALUATE.includes(me.role) && html`<${Evaluate} api=${api} done=${insights.reload} />`}`}>
      ${items.length === 0 && html`<p class="muted">Nothing needs attention${rule && ' by this rule'}.</p>`}
      <ul class="insights scroll" tabindex="0" aria-label="Insights, the most serious first">
        ${items.map((insight) => html`<${InsightItem} key=${insight.id} insight=${insight} show=${setFact} />`)}
        ${insights.data?.next && html`
          <li class="more"><button onClick=${() => setLimit(limit + PAGE)}>Show more</button></li>`}
      </ul>
      ${fact && html`<${Fact} api=${api} evidence=${fact} close=${() => setFact(null)} />`}
    <//>`;
}

function InsightItem({ insight, show }) {
  return html`
    <li class=${`insight ${insight.severity.toLowerCase()}`}>
      <p class="title"><span class="severity">${capital(insight.severity.toLowerCase())}</span> ${insight.title}</p>
      <ul class="evidence">
        ${insight.evidence.map((item, index) => html`
          <li key=${index}><${EvidenceLink} item=${item} show=${show} /></li>`)}
      </ul>
      <p class="muted small">
        ${capital(words(insight.rule))} · first seen${' '}
        <time datetime=${insight.firstSeen} title=${moment(insight.firstSeen)}>${ago(insight.firstSeen)}</time>
      </p>
    </li>`;
}

/** What the API holds is fetched with the token; other addresses open by themselves. */
function EvidenceLink({ item, show }) {
  if (item.uri.startsWith('/api/')) {
    return html`<button class="link" onClick=${() => show(item)}>${item.statement}</button>`;
  }
  if (/^https?:\/\//.test(item.uri)) {
    return html`<a href=${item.uri} target="_blank" rel="noopener noreferrer">${item.statement}</a>`;
  }
  return html`<span>${item.statement}</span>`;
}

function Evaluate({ api, done }) {
  const [state, setState] = useState({});
  const evaluate = useCallback(() => {
    setState({ busy: true });
    api.post('/api/v1/insights:evaluate').then(
      (outcome) => { setState({ problem: outcome.failures?.[0] }); done(); },
      (problem) => setState({ problem: problem.message }),
    );
  }, [api, done]);
  return html`
    <button onClick=${evaluate} disabled=${state.busy}>${state.busy ? 'Checking …' : 'Check now'}</button>
    ${state.problem && html`<span class="problem" role="alert">${state.problem}</span>`}`;
}
