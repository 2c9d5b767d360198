import { html, useEffect, useRef } from '../vendor/htm-preact.js';
import { capital, day, moment, words } from '../format.js';
import { useResource } from '../hooks.js';

const HIDDEN = new Set(['id', 'externalRefs', 'version']);

/** The fact that an insight rests on, as the API tells it now. */
export function Fact({ api, evidence, close }) {
  const dialog = useRef(null);
  const resource = useResource((signal) => api.get(evidence.uri, {}, signal), [api, evidence.uri]);
  useEffect(() => dialog.current.showModal(), []);
  return html`
    <dialog ref=${dialog} onClose=${close} aria-labelledby="fact-title">
      <header><h2 id="fact-title">${evidence.statement}</h2>
        <button aria-label="Close" onClick=${() => dialog.current.close()}>✕</button></header>
      <p class="muted small">Read ${moment(evidence.retrievedAt)} from <code>${evidence.uri}</code>; this is how it stands now:</p>
      ${resource.problem && html`<p class="problem">${resource.problem.message}</p>`}
      <div class="scroll" tabindex="0">${resource.data && html`<${Value} value=${resource.data} />`}</div>
    </dialog>`;
}

/** Any JSON as nested lists of names and values; always as text. */
function Value({ value }) {
  if (Array.isArray(value)) {
    return html`<ol class="values">${value.map((item, index) => html`<li key=${index}><${Value} value=${item} /></li>`)}</ol>`;
  }
  if (value !== null && typeof value === 'object') {
    const money = value.amount !== undefined && value.currency !== undefined;
    return money ? `${Number(value.amount).toLocaleString()} ${value.currency}` : html`<${Fields} value=${value} />`;
  }
  return /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : String(value);
}

function Fields({ value }) {
  return html`
    <dl class="values">
      ${Object.entries(value).filter(([name]) => !HIDDEN.has(name)).map(([name, field]) => html`
        <div key=${name}><dt>${capital(words(name))}</dt><dd><${Value} value=${field} /></dd></div>`)}
    </dl>`;
}
