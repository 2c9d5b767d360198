import { html, useMemo } from '../vendor/htm-preact.js';
import { compact, full } from '../format.js';
import { useWidth } from '../hooks.js';
import { bucketName } from './buckets.js';
import { layOut } from './sankey.js';

const NARROW = 520;
const KINDS = { opening: 'held', closing: 'held', won: 'gained', lost: 'gone', removed: 'gone' };

/** What came into the pipeline at the left, where it went at the right; a ribbon or a row leads to its deals. */
export function Flow({ flow, chosen, pick }) {
  const { currency } = flow.waterfall;
  const [ref, width] = useWidth();
  const narrow = width < NARROW;
  const drawing = useMemo(
    () => layOut(flow.links.map((link) => ({ ...link, value: Number(link.amount.amount) })), width, narrow ? 92 : 150),
    [flow, width, narrow]);
  if (flow.links.length === 0) {
    return html`<p class="muted" ref=${ref}>Nothing was in the pipeline, so nothing flowed.</p>`;
  }
  return html`
    <div ref=${ref} class="flow">
      ${width > 0 && html`
        <svg width=${width} height=${drawing.height} role="group" aria-label="Flow of the pipeline; the table below has the numbers">
          ${drawing.ribbons.map((ribbon) => html`
            <${Ribbon} key=${keyOf(ribbon.link)} ribbon=${ribbon} currency=${currency} chosen=${chosen} pick=${pick} />`)}
          ${drawing.bars.map((bar) => html`<${Bar} key=${bar.side + bar.key} bar=${bar} currency=${currency} />`)}
        </svg>`}
    </div>
    <details><summary>As a table</summary><${LinkTable} links=${flow.links} currency=${currency} pick=${pick} /></details>`;
}

const keyOf = (link) => `${link.source} ${link.target}`;

const told = (link, currency) => `${bucketName(link.source)} to ${bucketName(link.target)}: `
  + `${full(link.amount.amount, currency)}, ${link.count} ${link.count === 1 ? 'deal' : 'deals'}`;

function Ribbon({ ribbon, currency, chosen, pick }) {
  const { link, path } = ribbon;
  const pressed = chosen?.source === link.source && chosen?.target === link.target;
  const onKeyDown = (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      pick(link);
    }
  };
  return html`
    <path class=${`ribbon ${KINDS[link.target] ?? 'moved'}`} d=${path} data-link=${`${link.source}-${link.target}`}
      role="button" tabindex="0" aria-pressed=${pressed} aria-label=${told(link, currency)} onClick=${() => pick(link)} onKeyDown=${onKeyDown}>
      <title>${told(link, currency)}</title>
    </path>`;
}

function Bar({ bar, currency }) {
  const left = bar.side === 'source';
  const x = left ? bar.x - 8 : bar.x + bar.width + 8;
  const anchor = left ? 'end' : 'start';
  const middle = bar.y + bar.height / 2;
  return html`
    <g class="node">
      <rect class=${KINDS[bar.key] ?? 'moved'} x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height} rx="2"></rect>
      <text x=${x} y=${middle - 2} text-anchor=${anchor}>${bucketName(bar.key)}</text>
      <text class="amount" x=${x} y=${middle + 12} text-anchor=${anchor}>${compact(bar.value, currency)}</text>
    </g>`;
}

function LinkTable({ links, currency, pick }) {
  return html`
    <table>
      <thead><tr>
        <th scope="col">From</th><th scope="col">To</th><th scope="col" class="number">Amount</th><th scope="col" class="number">Deals</th>
      </tr></thead>
      <tbody>${links.map((link) => html`
        <tr key=${keyOf(link)}>
          <td>${bucketName(link.source)}</td>
          <td><button class="link" onClick=${() => pick(link)}>${bucketName(link.target)}</button></td>
          <td class="number">${full(link.amount.amount, currency)}</td>
          <td class="number">${link.count.toLocaleString()}</td>
        </tr>`)}
      </tbody>
    </table>`;
}
