import { html, useState } from '../vendor/htm-preact.js';
import { ago, moment } from '../format.js';
import { useResource } from '../hooks.js';
import { Card } from './card.js';

const ALIASES = '/api/v1/forecasting/aliases';

/** Who forecasts what, who runs beside, and which models do not do well. */
export function ModelsView({ api, me, version }) {
  const aliases = useResource((signal) => api.get(ALIASES, {}, signal), [api, version]);
  const models = useResource((signal) => api.get('/api/v1/forecasting/models', {}, signal), [api, version]);
  const ailing = (models.data?.models ?? []).filter((model) => model.state !== 'READY');
  const roles = aliases.data?.aliases ?? [];
  return html`
    <${Card} id="models" title="Forecast models" resource=${aliases}>
      ${roles.length === 0 && html`<p class="muted">Nobody chose a champion yet: the platform chooses by itself.</p>`}
      <ul class="insights" aria-label="Champions">
        ${roles.map((of) => html`
          <${Roles} key=${path(of.scope)} api=${api} of=${of} mayChange=${me.role === 'ADMIN'} reload=${aliases.reload} />`)}
      </ul>
      ${ailing.map((model) => html`
        <p class="problem" key=${model.id}>${model.id} ${model.version} is degraded since${' '}
          <time datetime=${model.since} title=${moment(model.since)}>${ago(model.since)}</time>: ${model.problem}</p>`)}
    <//>`;
}

const path = (scope) => `${encodeURIComponent(scope.metric)}/${encodeURIComponent(scope.segment)}`;

const named = (alias) => (alias ? `${alias.build.id}@${alias.build.version}` : 'platform’s choice');

function Roles({ api, of, mayChange, reload }) {
  const [state, setState] = useState({});
  const rollBack = () => {
    setState({ busy: true });
    api.post(`${ALIASES}/${path(of.scope)}:rollback`).then(
      () => { setState({}); reload(); },
      (problem) => setState({ problem: problem.message }));
  };
  return html`
    <li class=${`insight ${of.withdrawal ? 'warning' : 'info'}`}>
      <p class="title">${of.scope.metric} · ${of.scope.segment}</p>
      <p class="evidence">Champion <b>${named(of.champion)}</b>
        ${of.challenger && html` · challenger <b>${named(of.challenger)}</b>`}
        ${of.shadow && html` · shadow <b>${named(of.shadow)}</b>`}</p>
      ${of.withdrawal && html`<p class="small">${named(of.withdrawal.champion)} lost its place: ${of.withdrawal.why}</p>`}
      ${mayChange && of.champion && html`
        <button class="plain" disabled=${state.busy} onClick=${rollBack}>${state.busy ? 'Rolling back …' : `Roll back to ${named(of.former[0])}`}</button>`}
      ${state.problem && html`<p class="problem" role="alert">${state.problem}</p>`}
    </li>`;
}
