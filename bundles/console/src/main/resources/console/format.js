// Numbers, dates and names as people read them, in the reader's own locale.

const compactFormats = new Map();
const fullFormats = new Map();
const exactFormats = new Map();

function currencyFormat(cache, currency, options) {
  if (!cache.has(currency)) {
    cache.set(currency, new Intl.NumberFormat(undefined, { style: 'currency', currency, ...options }));
  }
  return cache.get(currency);
}

/** 1.25 million as "€1.3M". */
export function compact(amount, currency) {
  return currencyFormat(compactFormats, currency, { notation: 'compact', maximumFractionDigits: 1 }).format(amount);
}

/** To the unit: "€1,250,000". */
export function full(amount, currency) {
  return currencyFormat(fullFormats, currency, { maximumFractionDigits: 0 }).format(amount);
}

/** To the cent: "€1,250,000.50". */
export function exact(amount, currency) {
  return currencyFormat(exactFormats, currency, {}).format(amount);
}

const percentFormat = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });

/** 0.317 as "32%". */
export const percent = (share) => percentFormat.format(share);

const numberFormat = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

/** 12.34 as "12.3". */
export const number = (value) => numberFormat.format(value);

const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const momentFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const timeFormat = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const monthFormat = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A date such as 2026-11-02, without a shift by the reader's time zone. */
export const day = (iso) => dateFormat.format(new Date(iso + 'T00:00:00Z'));
export const moment = (iso) => momentFormat.format(new Date(iso));
export const time = (iso) => timeFormat.format(new Date(iso));

/** A month such as 2026-11. */
export const month = (iso) => monthFormat.format(monthStart(iso));

export const monthStart = (iso) => new Date(iso + '-01T00:00:00Z');

/** The month that is `steps` after an ISO month. */
export function plusMonths(iso, steps) {
  const [year, number] = iso.split('-').map(Number);
  const count = year * 12 + number - 1 + steps;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const relativeFormat = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const STEPS = [[60, 'second'], [60, 'minute'], [24, 'hour'], [7, 'day'], [4.35, 'week'], [12, 'month'], [Infinity, 'year']];

/** "3 hours ago". */
export function ago(iso, now = Date.now()) {
  let amount = (new Date(iso).getTime() - now) / 1000;
  for (const [size, unit] of STEPS) {
    if (Math.abs(amount) < size) {
      return relativeFormat.format(Math.round(amount), unit);
    }
    amount /= size;
  }
  return iso;
}

/** "close-date-passed" and "nextStep" as words. */
export const words = (name) => name.replace(/[-_]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
