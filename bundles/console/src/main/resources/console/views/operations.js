import { html, useEffect, useRef, useState } from '../vendor/htm-preact.js';
import { ago, capital, moment, words } from '../format.js';
import { useResource } from '../hooks.js';
import { Card } from './card.js';

const WHILE_RUNNING = 1500;
const WHILE_QUIET = 10000;
const SHOWN = 4;

/** Long work: what is running now, and how the last ones ended. */
export function OperationsView({ api, onEnd }) {
  const [round, setRound] = useState(0);
  const resource = useResource((signal) => api.get('/api/v1/operations', { limit: SHOWN }, signal), [api, round]);
  const operations = (resource.data?.items ?? resource.data ?? []).slice(0, SHOWN);
  const running = operations.filter((operation) => operation.state === 'RUNNING').length;
  const before = useRef(0);

  useEffect(() => {
    const timer = setTimeout(() => setRound(round + 1), running ? WHILE_RUNNING : WHILE_QUIET);
    return () => clearTimeout(timer);
  }, [round, running]);
  useEffect(() => {
    if (running < before.current) {
      onEnd();
    }
    before.current = running;
  }, [running]);

  return html`
    <${Card} id="operations" title="Operations" resource=${resource}>
      ${operations.length === 0 && html`<p class="muted">No operation has run in the last days.</p>`}
      <ul class="operations">
        ${operations.map((operation) => html`<${OperationItem} key=${operation.id} operation=${operation} />`)}
      </ul>
    <//>`;
}

function OperationItem({ operation }) {
  const running = operation.state === 'RUNNING';
  const name = capital(words(operation.kind.replace('.', ' ')));
  const problem = operation.problem?.detail ?? operation.problem?.title;
  return html`
    <li>
      <p><b>${name}</b> <span class=${`state ${operation.state.toLowerCase()}`}>${running ? `${operation.percent} %` : capital(operation.state.toLowerCase())}</span></p>
      ${running && html`<progress max="100" value=${operation.percent} aria-label=${name}></progress>`}
      <p class="muted small">${problem ?? operation.message} · ${operation.startedBy} ·${' '}
        <time datetime=${operation.startedAt} title=${moment(operation.startedAt)}>${ago(operation.startedAt)}</time></p>
    </li>`;
}
