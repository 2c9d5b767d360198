import { html } from '../vendor/htm-preact.js';
import { day, full } from '../format.js';
import { useResource } from '../hooks.js';
import { bucketName } from './buckets.js';

const SHOWN = 50;

/** The deals of one step, the largest part first. */
export function BucketDeals({ api, query, inputs, bucket, close }) {
  const deals = useResource(
    (signal) => api.get('/api/v1/pipeline/waterfall/deals', { ...query, bucket, limit: SHOWN }, signal), [...inputs, bucket]);
  return html`<${DealList} name=${bucketName(bucket)} deals=${deals} close=${close} />`;
}

/** The deals that went from one bucket to another. */
export function LinkDeals({ api, query, inputs, link, close }) {
  const { source, target } = link;
  const deals = useResource(
    (signal) => api.get('/api/v1/pipeline/waterfall/flow/deals', { ...query, source, target, limit: SHOWN }, signal), [...inputs, source, target]);
  return html`<${DealList} name=${`${bucketName(source)} → ${bucketName(target)}`} deals=${deals} close=${close} />`;
}

function DealList({ name, deals, close }) {
  const items = deals.data?.items ?? [];
  return html`
    <section class="bucket" aria-labelledby="bucket-title" aria-busy=${deals.loading}>
      <header><h3 id="bucket-title">${name}</h3><button aria-label="Close the deals" onClick=${close}>✕</button></header>
      ${deals.problem && html`<p class="problem" role="alert">${deals.problem.message}</p>`}
      <div class="scroll" tabindex="0" role="region" aria-label=${`Deals: ${name}`}>
        <table>
          <thead><tr>
            <th scope="col">Deal</th><th scope="col" class="number">Part</th>
            <th scope="col" class="wide">At the start</th><th scope="col" class="wide">At the end</th>
          </tr></thead>
          <tbody aria-live="polite">${items.map((deal) => html`
            <tr key=${deal.id}>
              <th scope="row">${deal.name}</th>
              <td class="number">${full(deal.part.amount, deal.part.currency)}</td>
              <td class="wide">${stateOf(deal.before)}</td>
              <td class="wide">${stateOf(deal.after)}</td>
            </tr>`)}
          </tbody>
        </table>
      </div>
      ${deals.data && items.length === 0 && html`<p class="muted">There are none.</p>`}
      ${deals.data?.next && html`<p class="muted small">The ${SHOWN} largest; the API has the others.</p>`}
    </section>`;
}

function stateOf(state) {
  if (!state) {
    return html`<span class="muted">–</span>`;
  }
  const parts = [state.status.toLowerCase().replace('_', ' '), state.amount && full(state.amount.amount, state.amount.currency),
    state.closeDate && day(state.closeDate)];
  return parts.filter(Boolean).join(', ');
}
