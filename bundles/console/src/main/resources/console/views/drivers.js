import { html, useMemo } from '../vendor/htm-preact.js';
import { compact, full, moment, month } from '../format.js';
import { Choice } from './card.js';
import { WaterfallChart } from './waterfallchart.js';

const NAMES = { CORRECTED_HISTORY: 'Corrected history', NEW_ACTUALS: 'New actuals', MODEL: 'Other model' };

/** A change of less than this share of the whole would hardly be seen on a scale that begins at nothing. */
const SMALL = 0.25;

/** What moved the forecast since an earlier one, as a waterfall from that one to this one. */
export function Drivers({ change, earlier, compareWith, currency }) {
  const steps = useMemo(() => stepsOf(change), [change]);
  const floor = useMemo(() => floorOf(steps), [steps]);
  const { periods } = change;
  return html`
    <div class="pickers">
      <${Choice} label="Compared with" value=${change.against.id} onChange=${compareWith}
        options=${earlier.map((run) => ({ value: run.id, label: `${run.model.id} of ${moment(run.madeAt)}, from ${month(run.firstPeriod)}` }))} />
    </div>
    <p class="lead">
      <b>${compact(change.before, currency)}</b> to <b>${compact(change.after, currency)}</b>
      ${' '}for ${month(periods[0].period)} to ${month(periods[periods.length - 1].period)}, which both forecast
    </p>
    <${WaterfallChart} steps=${steps} currency=${currency} floor=${floor} height=${230} />
    ${floor !== 0 && html`<p class="muted small">The scale begins at ${compact(floor, currency)}.</p>`}
    <${StepTable} steps=${steps} currency=${currency} />
    ${change.parts.filter((part) => part.merged).map((part) => html`
      <p key=${part.drivers} class="muted small">${nameOf(part)} cannot be told apart: ${part.merged}</p>`)}
    ${change.settings.map((sentence) => html`<p key=${sentence} class="muted small">${sentence}</p>`)}
    <${Actuals} actuals=${change.actuals} currency=${currency} />
    <${Corrected} corrected=${change.corrected} currency=${currency} />`;
}

const nameOf = (part) => part.drivers.map((driver) => NAMES[driver] ?? driver).join(' and ');

function stepsOf({ before, after, parts }) {
  const steps = [{ key: 'opening', name: 'Earlier forecast', before: 0, after: before, amount: before }];
  let level = before;
  for (const part of parts) {
    steps.push({
      key: part.drivers.join(), name: nameOf(part), before: level, after: level + part.total, amount: part.total, falls: part.total < 0,
    });
    level += part.total;
  }
  return [...steps, { key: 'closing', name: 'This forecast', before: 0, after, amount: after }];
}

/** Where the scale begins: at nothing, or nearer to the levels where the steps between them are small. */
function floorOf(steps) {
  const levels = steps.map((step) => step.after);
  const least = Math.min(...levels);
  const spread = Math.max(...levels) - least;
  if (least > 0 && spread < SMALL * least) {
    return Math.max(0, least - 2 * spread);
  }
  return Math.min(0, least * 1.06);
}

function StepTable({ steps, currency }) {
  return html`
    <table class="drivers">
      <thead><tr><th scope="col">Driver</th><th scope="col" class="number">Amount</th></tr></thead>
      <tbody>${steps.map((step) => html`
        <tr key=${step.key} data-driver=${step.key}>
          <th scope="row">${step.name}</th><td class="number">${full(step.amount, currency)}</td>
        </tr>`)}
      </tbody>
    </table>`;
}

function Actuals({ actuals, currency }) {
  return actuals.length > 0 && html`
    <details>
      <summary>${`What came since: ${actuals.length} ${actuals.length === 1 ? 'month' : 'months'}`}</summary>
      <table>
        <thead><tr><th scope="col">Month</th><th scope="col" class="number">Forecast</th><th scope="col" class="number">Won</th></tr></thead>
        <tbody>${actuals.map((point) => html`
          <tr key=${point.at}>
            <th scope="row">${month(point.period)}</th>
            <td class="number">${amount(point.forecast, currency)}</td><td class="number">${full(point.value, currency)}</td>
          </tr>`)}
        </tbody>
      </table>
    </details>`;
}

function Corrected({ corrected, currency }) {
  return corrected.length > 0 && html`
    <details>
      <summary>${`What was corrected: ${corrected.length} ${corrected.length === 1 ? 'month' : 'months'}`}</summary>
      <table>
        <thead><tr><th scope="col">Month</th><th scope="col" class="number">Was</th><th scope="col" class="number">Is</th></tr></thead>
        <tbody>${corrected.map((point) => html`
          <tr key=${point.at}>
            <th scope="row">${month(point.period)}</th>
            <td class="number">${amount(point.before, currency)}</td><td class="number">${amount(point.after, currency)}</td>
          </tr>`)}
        </tbody>
      </table>
    </details>`;
}

const amount = (value, currency) => (value === undefined ? '–' : full(value, currency));
