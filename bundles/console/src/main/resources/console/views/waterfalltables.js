import { html } from '../vendor/htm-preact.js';
import { full } from '../format.js';

/** The steps of a waterfall, each of which may be chosen. */
export function Steps({ steps, currency, bucket, pick }) {
  return html`
    <table class="steps">
      <caption class="muted small">Choose a step to see its deals</caption>
      <thead><tr><th scope="col">Step</th><th scope="col" class="number">Amount</th><th scope="col" class="number">Deals</th></tr></thead>
      <tbody>${steps.map((step) => html`
        <tr key=${step.key} class=${step.key === bucket ? 'chosen' : ''}>
          <th scope="row"><button class="link" data-bucket=${step.key} aria-pressed=${step.key === bucket} onClick=${() => pick(step.key)}>${step.name}</button></th>
          <td class="number">${step.falls ? '−' : ''}${full(Math.abs(step.amount), currency)}</td>
          <td class="number">${step.count.toLocaleString()}</td>
        </tr>`)}
      </tbody>
    </table>`;
}

/** The nodes right below, each of which may be gone to. */
export function Below({ top, currency, goTo }) {
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
