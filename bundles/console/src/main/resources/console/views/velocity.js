import { html } from '../vendor/htm-preact.js';
import { compact, day, number, percent } from '../format.js';
import { useResource } from '../hooks.js';
import { Card } from './card.js';
import { CurrencyChoice } from './pipeline.js';

/** What the pipeline brings a day, and what that is made of; how dates slip; what is committed. */
export function VelocityView({ api, version, node, scope }) {
  const { asOf, currency } = scope;
  const metrics = useResource(
    (signal) => api.get('/api/v1/pipeline/metrics', { node, asOf, currency }, signal), [api, version, node, asOf, currency]);
  return html`
    <${Card} id="velocity" title="Velocity" resource=${metrics}>
      <${CurrencyChoice} problem=${metrics.problem} scope=${scope} />
      ${metrics.data && html`
        <${Speed} ...${metrics.data.velocity} />
        <${Dates} ...${metrics.data.health} />
        <${Committed} ...${metrics.data.commits} />`}
    <//>`;
}

const or = (value, told) => (value === undefined || value === null ? '–' : told(value));
const money = (amount) => compact(amount.amount, amount.currency);

function Speed({ window, open, won, lost, winRate, averageDeal, cycleDays, perDay }) {
  return html`
    <p class="lead"><b>${or(perDay, money)}</b> a day</p>
    <dl class="figures equation">
      <div><dt>Open deals</dt><dd>${open.toLocaleString()}</dd></div>
      <div><dt>× win rate</dt><dd>${or(winRate, percent)}<small>${won.toLocaleString()} of ${(won + lost).toLocaleString()}</small></dd></div>
      <div><dt>× average deal</dt><dd>${or(averageDeal, money)}</dd></div>
      <div><dt>÷ days to win</dt><dd>${or(cycleDays, number)}</dd></div>
    </dl>
    <p class="muted small">Of deals closed from ${day(window.from)} to ${day(window.to)}.</p>`;
}

function Dates({ n, pushed, pushes, slipDays, excluded }) {
  const share = n - excluded > 0 ? pushed / (n - excluded) : 0;
  return html`
    <p class="small">
      <b>${percent(share)}</b> of open deals were put off to a later month (${pushed.toLocaleString()} deals,
      ${' '}${pushes.toLocaleString()} times, ${slipDays.toLocaleString()} days in all)${excluded > 0 && `; ${excluded.toLocaleString()} have no history`}.
    </p>`;
}

function Committed({ n, amount, belowGate, amountBelowGate }) {
  return n > 0 && html`
    <p class="small">
      <b>${money(amount)}</b> is committed in ${n.toLocaleString()} ${n === 1 ? 'deal' : 'deals'};
      ${' '}${belowGate.toLocaleString()} of them, worth ${money(amountBelowGate)}, lack the qualification for it.
    </p>`;
}
