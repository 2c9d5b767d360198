import { html, useState } from '../vendor/htm-preact.js';
import { capital, full, month } from '../format.js';
import { useResource } from '../hooks.js';
import { Components } from './components.js';
import { Drivers } from './drivers.js';

/** Why a forecast is what it is; asked for when it is opened. */
export function Explanation({ api, run, currency }) {
  const [open, setOpen] = useState(false);
  return html`
    <details class="why" onToggle=${(event) => event.target === event.currentTarget && setOpen(event.target.open)}>
      <summary>Why this forecast</summary>
      ${open && html`<${Opened} key=${run} api=${api} run=${run} currency=${currency} />`}
    </details>`;
}

function Opened({ api, run, currency }) {
  const [against, setAgainst] = useState('');
  const resource = useResource(
    (signal) => api.get(`/api/v1/forecasting/runs/${run}/explanation`, { against }, signal), [api, run, against]);
  const told = resource.data;
  if (!told) {
    return html`<p class=${resource.problem ? 'problem' : 'muted'}>${resource.problem?.message ?? 'Loading …'}</p>`;
  }
  return html`
    ${resource.problem && html`<p class="problem" role="alert">${resource.problem.message}</p>`}
    <section aria-label="Drivers">
      <h3>What changed</h3>
      ${told.change
        ? html`<${Drivers} change=${told.change} earlier=${told.earlier} compareWith=${setAgainst} currency=${currency} />`
        : html`<p class="muted">${told.unchanged}</p>`}
    </section>
    <section aria-label="Components">
      <h3>What it is made of</h3>
      <p class="muted small">${told.components.remark}
        ${told.components.strength !== undefined && html` Strength of the season: ${told.components.strength} of 1.`}</p>
      <${Components} components=${told.components} outliers=${told.outliers.points} currency=${currency} />
      <${Outliers} outliers=${told.outliers} currency=${currency} />
      <${ComponentTable} components=${told.components} currency=${currency} />
    </section>`;
}

function Outliers({ outliers: { lookedFor, rule, points }, currency }) {
  return html`
    ${lookedFor && html`<h4>${points.length === 0 ? 'No outliers' : `Outliers: ${points.length}`}</h4>`}
    ${points.length > 0 && html`
      <table class="outliers">
        <thead><tr>
          <th scope="col">Month</th><th scope="col" class="number">Won</th>
          <th scope="col" class="number">Expected</th><th scope="col" class="number wide">Unremarkable</th>
        </tr></thead>
        <tbody>${points.map((point) => html`
          <tr key=${point.at}>
            <th scope="row">${month(point.period)}</th>
            <td class="number">${full(point.value, currency)}</td>
            <td class="number">${full(point.expected, currency)}</td>
            <td class="number wide">${full(point.lowest, currency)} – ${full(point.highest, currency)}</td>
          </tr>`)}
        </tbody>
      </table>`}
    <p class="muted small">${rule}</p>`;
}

const PARTS = ['value', 'trend', 'season', 'remainder'];

function ComponentTable({ components: { history, forecast }, currency }) {
  return html`
    <details>
      <summary>Show as a table</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Components by month">
        <table>
          <thead><tr>
            <th scope="col">Month</th>${PARTS.map((part) => html`<th key=${part} scope="col" class="number">${capital(part)}</th>`)}
          </tr></thead>
          <tbody>${[...history, ...forecast].map((point) => html`
            <tr key=${point.at}>
              <th scope="row">${month(point.period)}</th>
              ${PARTS.map((part) => html`<td key=${part} class="number">${full(point[part], currency)}</td>`)}
            </tr>`)}
          </tbody>
        </table>
      </div>
    </details>`;
}
