import { html } from '../vendor/htm-preact.js';
import { useWidth } from '../hooks.js';

const TOP = 26;
const NARROW = 520;

/**
 * Rows over one horizontal scale. The drawing is an image to assistive technology; the caller shows the same
 * numbers as a table.
 *
 * @param rows {key, name, n}, drawn by `marks` (row, x) around their middle line
 * @param ticks {at, label, kind}, with `at` from 0 to 1
 */
export function RowPlot({ label, rows, ticks, height, marks }) {
  const [ref, width] = useWidth();
  const left = width < NARROW ? 104 : 170;
  const x = (part) => left + part * (width - left - 22);
  const bottom = TOP + rows.length * height;
  return html`
    <div ref=${ref} class="plot">
      ${width > 0 && html`
        <svg width=${width} height=${bottom} role="img" aria-label=${`${label}; the table below has the numbers`}>
          ${ticks.map((tick) => html`
            <g key=${tick.at} class=${`grid ${tick.kind ?? ''}`}>
              <line x1=${x(tick.at)} x2=${x(tick.at)} y1=${TOP - 6} y2=${bottom}></line>
              <text x=${x(tick.at)} y="13" text-anchor="middle">${tick.label}</text>
            </g>`)}
          ${rows.map((row, index) => html`
            <g key=${row.key} transform=${`translate(0 ${TOP + (index + 0.5) * height})`}>
              <text x="0" y="0">${row.name}</text>
              <text class="faint" x="0" y="13">n = ${row.n.toLocaleString()}</text>
              ${marks(row, x)}
            </g>`)}
        </svg>`}
    </div>`;
}
