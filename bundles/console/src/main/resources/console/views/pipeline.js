import { html, useMemo, useState } from '../vendor/htm-preact.js';
import { capital, compact, day, full, percent, words } from '../format.js';
import { useResource } from '../hooks.js';
import { Card, Choice } from './card.js';
import { HIERARCHIES, RATES } from './choices.js';

const ALL_TIME = 'all';
const LEVELS = { ORG: 'Region, manager, seller', TERRITORY: 'Territory', PRODUCT: 'Product group', INDUSTRY: 'Industry' };

/** A quarter as the API names it. */
export const quarterName = (quarter) => (typeof quarter === 'string' ? quarter : `${quarter.year}-Q${quarter.quarter}`);

/** Quarters to choose from, the last one first. */
export const quarterOptions = (quarters) =>
  quarters.map(quarterName).reverse().map((value) => ({ value, label: value.replace('-', ' ') }));

/** The pipeline summed over regions, managers and sellers. */
export function PipelineView({ api, scope, version }) {
  const [chosen, setChosen] = useState(null);
  const [hierarchy, setHierarchy] = useState('ORG');
  const [rates, setRates] = useState('');
  const quarters = useResource((signal) => api.get('/api/v1/pipeline/quarters', {}, signal), [api, version]);
  const period = chosen ?? quarterAt(scope.asOf, quarters.data ?? []);
  const asked = { period: period === ALL_TIME ? '' : period, currency: scope.currency, asOf: scope.asOf, hierarchy, rates };
  const rollup = useResource(
    (signal) => (quarters.data || chosen ? api.get('/api/v1/pipeline/rollup', asked, signal) : new Promise(() => {})),
    [api, version, period, scope.currency, scope.asOf, hierarchy, rates, Boolean(quarters.data)],
  );
  const everything = useResource(
    (signal) => api.get('/api/v1/pipeline/rollup', { ...asked, period: '' }, signal),
    [api, version, scope.currency, scope.asOf, hierarchy, rates],
  );
  const targets = useResource((signal) => api.get('/api/v1/pipeline/targets', {}, signal), [api, version]);
  const targetOf = useMemo(
    () => targetsOf(targets.data ?? [], period, rollup.data?.currency), [targets.data, period, rollup.data?.currency]);

  const options = [{ value: ALL_TIME, label: 'All time' }]
    .concat(quarterOptions(quarters.data ?? []));
  return html`
    <${Card} id="pipeline" view="rollup" title=${scope.asOf ? `Pipeline as of ${day(scope.asOf)}` : 'Pipeline'}
      resource=${quarters.problem ? quarters : rollup}
      tools=${html`
        <${Choice} label="Along" value=${hierarchy} options=${HIERARCHIES} onChange=${setHierarchy} />
        <${Choice} label="Convert by" value=${rates} options=${RATES} onChange=${setRates} />
        <${Choice} label="Closing in" value=${period} options=${options} onChange=${setChosen} />`}>
      <${CurrencyChoice} problem=${rollup.problem} scope=${scope} />
      ${rollup.data && html`
        <${Figures} rollup=${rollup.data} openInAll=${everything.data?.total.openCount} targetOf=${targetOf} />
        <${RollupTable} rollup=${rollup.data} targetOf=${targetOf} />
        <${Conversion} conversion=${rollup.data.conversion} />`}
    <//>`;
}

/** The quarter of the day that is looked at. */
function quarterAt(asOf, quarters) {
  const date = asOf || new Date().toISOString().slice(0, 10);
  const present = quarters.find((quarter) => quarter.start <= date && date <= quarter.end);
  return present ? quarterName(present) : ALL_TIME;
}

function targetsOf(targets, period, currency) {
  const booked = targets.filter((target) =>
    target.metric === 'BOOKED' && target.quarter === period && target.amount.currency === currency);
  const byNode = new Map(booked.map((target) => [target.node, Number(target.amount.amount)]));
  return (node) => byNode.get(node.id);
}

/** By which rates sums were converted. */
export function Conversion({ conversion }) {
  return conversion && html`
    <p class="muted small">
      Converted by ${words(conversion.policy)} rates: ${conversion.rates.map((rate) => `1 ${rate.from} = ${rate.rate} ${rate.to}`).join(', ')}
    </p>`;
}

/** Sums of several currencies are refused; the refusal names them. */
export function CurrencyChoice({ problem, scope }) {
  const named = problem?.code?.toUpperCase().replace(/-/g, '_') === 'MIXED_CURRENCIES' ? problem.message.match(/\b[A-Z]{3}\b/g) : null;
  if (!named && !scope.currency) {
    return null;
  }
  const options = ['', ...new Set([...(named ?? []), scope.currency].filter(Boolean))];
  return html`<${Choice} label="Currency" value=${scope.currency} onChange=${scope.setCurrency}
    options=${options.map((value) => ({ value, label: value || 'Choose …' }))} />`;
}

function Figures({ rollup, openInAll, targetOf }) {
  const { total, currency } = rollup;
  const target = rollup.roots.map(targetOf).filter((amount) => amount !== undefined).reduce((sum, amount) => sum + amount, 0);
  const won = Number(total.won.amount);
  const decided = total.wonCount + total.lostCount;
  return html`
    <dl class="figures">
      <${Figure} name="Open" value=${compact(total.open.amount, currency)} note=${openNote(total.openCount, openInAll)} />
      <${Figure} name="Won" value=${compact(won, currency)} note=${deals(total.wonCount)} />
      <${Figure} name="Lost" value=${compact(total.lost.amount, currency)} note=${deals(total.lostCount)} />
      <${Figure} name="Win rate" value=${decided ? percent(total.wonCount / decided) : '–'} note="of decided deals" />
      ${target > 0 && html`
        <${Figure} name="Target" value=${compact(target, currency)} note=${`${percent(won / target)} reached`}
          share=${won / target} />`}
    </dl>`;
}

function Figure({ name, value, note, share }) {
  return html`
    <div>
      <dt>${name}</dt>
      <dd>${value}<small>${note}</small>
        ${share !== undefined && html`<progress max="1" value=${Math.min(1, share)} aria-hidden="true"></progress>`}
      </dd>
    </div>`;
}

/** How many of all open deals the chosen quarter has. */
const openNote = (count, all) => (all === undefined || all === count ? deals(count) : `${count} of ${deals(all)}`);

const deals = (count) => `${count.toLocaleString()} ${count === 1 ? 'deal' : 'deals'}`;

function RollupTable({ rollup, targetOf }) {
  const [closed, setClosed] = useState(() => new Set());
  const rows = useMemo(() => flat(rollup.roots, closed), [rollup, closed]);
  const most = Math.max(1, ...rollup.roots.map((root) => Number(root.totals.open.amount)));
  const levels = LEVELS[rollup.hierarchy];
  const toggle = (key) => setClosed((before) => {
    const after = new Set(before);
    return after.delete(key) ? after : after.add(key);
  });
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${`Pipeline by ${levels.toLowerCase()}`}>
      <table class="tree">
        <thead><tr>
          <th scope="col">${levels}</th>
          <th scope="col" class="number">Open</th>
          <th scope="col" class="number">Won</th>
          <th scope="col" class="number wide">Lost</th>
          <th scope="col" class="number wide">Target</th>
        </tr></thead>
        <tbody>
          ${rows.map((row) => html`
            <${RollupRow} key=${row.key} row=${row} currency=${rollup.currency} most=${most}
              target=${targetOf(row.node)} toggle=${() => toggle(row.key)} />`)}
        </tbody>
        <tfoot><tr>
          <th scope="row">All</th>
          <${Sum} count=${rollup.total.openCount} amount=${rollup.total.open} />
          <${Sum} count=${rollup.total.wonCount} amount=${rollup.total.won} />
          <${Sum} count=${rollup.total.lostCount} amount=${rollup.total.lost} wide />
          <td class="wide"></td>
        </tr></tfoot>
      </table>
    </div>
    ${rollup.total.unvalued > 0 && html`
      <p class="muted small">
        ${rollup.total.unvalued === 1 ? 'One deal has no amount yet and counts' : `${rollup.total.unvalued} deals have no amount yet and count`}
        ${' '}as nothing in the sums.
      </p>`}`;
}

/** The rows that are to be seen. Regions stand open at first; a key in `toggled` is the other way round. */
function flat(nodes, toggled, depth = 0, path = '') {
  return nodes.flatMap((node) => {
    const key = path + '/' + (node.id ?? node.name);
    const open = (depth === 0) !== toggled.has(key);
    const row = { key, node, depth, open };
    return [row, ...(open ? flat(node.children, toggled, depth + 1, key) : [])];
  });
}

function RollupRow({ row, currency, most, target, toggle }) {
  const { node, depth, open } = row;
  const { totals } = node;
  const won = Number(totals.won.amount);
  return html`
    <tr class=${`level-${Math.min(depth, 3)}`}>
      <th scope="row">
        ${node.children.length > 0
          ? html`<button class="twist" aria-expanded=${open} onClick=${toggle}>${node.name}</button>`
          : html`<span class="leaf">${node.name}</span>`}
        ${node.kind && depth > 0 && html`<span class="kind">${capital(node.kind.toLowerCase())}</span>`}
      </th>
      <${Sum} count=${totals.openCount} amount=${totals.open} share=${Number(totals.open.amount) / most} />
      <${Sum} count=${totals.wonCount} amount=${totals.won} />
      <${Sum} count=${totals.lostCount} amount=${totals.lost} wide />
      <td class="number wide">
        ${target ? html`${compact(target, currency)}<small class=${won >= target ? 'good' : ''}>${percent(won / target)}</small>` : '–'}
      </td>
    </tr>`;
}

function Sum({ count, amount, share, wide }) {
  return html`
    <td class=${wide ? 'number wide' : 'number'} title=${full(amount.amount, amount.currency)}>
      ${count === 0 ? html`<span class="muted">–</span>` : html`
        ${compact(amount.amount, amount.currency)}<small>${deals(count)}</small>`}
      ${share > 0 && html`<span class="bar" aria-hidden="true" style=${{ width: `${Math.min(100, share * 100)}%` }}></span>`}
    </td>`;
}
