import { html } from '../vendor/htm-preact.js';
import { compact, full, number, percent } from '../format.js';
import { useResource } from '../hooks.js';
import { Card } from './card.js';

/** Whether what was won and what is open reach the target of a quarter. */
export function CoverageView({ api, version, node, period, asOf }) {
  const coverage = useResource(
    (signal) => (period ? api.get('/api/v1/pipeline/coverage', { node, period, asOf }, signal) : new Promise(() => {})),
    [api, version, node, period, asOf]);
  const unset = coverage.problem?.code === 'TARGET_NOT_FOUND';
  return html`
    <${Card} id="coverage" title="Coverage" resource=${unset ? { data: {} } : coverage}>
      ${unset ? html`<p class="muted">${coverage.problem.message}</p>` : coverage.data && html`<${Covered} ...${coverage.data} />`}
    <//>`;
}

function Covered({ quota, won, open, gap, state, onGap, onQuota, attainment, requirement }) {
  const { currency } = quota;
  return html`
    <p class="lead">
      ${state === 'MET' ? html`<b>Met</b> with ${compact(-gap.amount, currency)} to spare`
        : html`<b>${onGap === undefined ? '–' : `${number(onGap)}×`}</b> the gap of ${compact(gap.amount, currency)} is open`}
    </p>
    <${Stretch} quota=${Number(quota.amount)} won=${Number(won.amount)} open=${Number(open.amount)} currency=${currency} />
    <dl class="figures">
      <${Figure} name="Target" amount=${quota} />
      <${Figure} name="Won" amount=${won} part=${attainment !== undefined && `${percent(attainment)} of it`} />
      <${Figure} name="Open" amount=${open} part=${onQuota !== undefined && `${number(onQuota)}× the target`} />
    </dl>
    ${requirement && html`<${Requirement} ...${requirement} />`}`;
}

function Figure({ name, amount, part }) {
  return html`<div><dt>${name}</dt><dd>${compact(amount.amount, amount.currency)}${part && html`<small>${part}</small>`}</dd></div>`;
}

/** Won and open, end to end, against the target. */
function Stretch({ quota, won, open, currency }) {
  const most = Math.max(quota, won + open) || 1;
  const share = (amount) => `${(100 * amount) / most}%`;
  const label = `Won ${full(won, currency)} and open ${full(open, currency)} against a target of ${full(quota, currency)}`;
  return html`
    <div class="stretch" role="img" aria-label=${label}>
      <span class="won" style=${{ width: share(won) }} title=${`Won ${full(won, currency)}`}></span>
      <span class="open" style=${{ width: share(open) }} title=${`Open ${full(open, currency)}`}></span>
      <i style=${{ left: share(quota) }} title=${`Target ${full(quota, currency)}`}></i>
    </div>
    <ul class="keys small"><li class="won">Won</li><li class="open">Open</li><li class="target">Target</li></ul>`;
}

function Requirement({ basis, n, conversion, multiple, required, toCreate, cycleDays, daysLeft, tooLate }) {
  const from = basis === 'GIVEN' ? 'As assumed' : `In this week of former quarters (${n.toLocaleString()} deals)`;
  const late = tooLate && html`, <span class="late">but a deal takes ${number(cycleDays)} days and ${daysLeft} are left</span>`;
  return html`
    <p class="small">
      ${from}, ${percent(conversion)} of the open amount was won in time, so ${number(multiple)}× is needed:
      ${' '}${compact(required.amount, required.currency)}.${' '}
      ${Number(toCreate.amount) > 0
        ? html`<b>${compact(toCreate.amount, toCreate.currency)} has to be created</b>${late}.`
        : 'There is enough.'}
    </p>`;
}
