import { html, useEffect, useState } from '../vendor/htm-preact.js';
import { capital, moment, time, words } from '../format.js';
import { Card } from './card.js';

const SHOWN = 12;
const NAMED_AT_ONCE = 12;

/** The last changes, as they happen. */
export function Changes({ changes, connection, api }) {
  const shown = changes.slice(0, SHOWN);
  const names = useNames(api, shown);
  return html`
    <${Card} id="changes" view="feed" title="Latest changes">
      ${shown.length === 0 && html`<p class="muted">
        ${connection === 'live' ? 'Nothing has changed since this page was opened. Changes appear here as they happen.' : 'Waiting for the stream of changes.'}</p>`}
      <ol class="changes">
        ${shown.map((change) => html`
          <li key=${change.id}>
            <p><b>${change.patch?.name ?? names.get(change.entity.id) ?? capital(change.entity.type)}</b> ${summary(change)}</p>
            <p class="muted small">
              <time datetime=${change.recordedTime} title=${moment(change.recordedTime)}>${time(change.recordedTime)}</time>
              ${' '}· ${change.actor} · ${change.cause}
            </p>
          </li>`)}
      </ol>
    <//>`;
}

/** "stage Propose, amount 250,000 EUR". */
function summary(change) {
  const fields = Object.entries(change.patch ?? {});
  if (change.seq === 1) {
    return 'is new';
  }
  const told = fields.slice(0, 3).map(([name, value]) => `${words(name)} ${text(value)}`);
  return told.join(', ') + (fields.length > 3 ? ` and ${fields.length - 3} more` : '');
}

function text(value) {
  if (value === null) {
    return 'cleared';
  }
  if (typeof value === 'object') {
    return value.currency ? `${Number(value.amount).toLocaleString()} ${value.currency}` : 'changed';
  }
  return String(value).slice(0, 60);
}

/** The names of the deals that are shown; a change itself tells only what is new. */
function useNames(api, changes) {
  const [names, setNames] = useState(() => new Map());
  const unknown = [...new Set(changes
    .filter((change) => change.entity.type === 'opportunity' && !change.patch?.name && !names.has(change.entity.id))
    .map((change) => change.entity.id))].slice(0, NAMED_AT_ONCE);

  useEffect(() => {
    if (unknown.length === 0) {
      return;
    }
    const lookUp = (id) => api.get(`/api/v1/pipeline/opportunities/${id}`).then((deal) => [id, deal.name], () => [id, undefined]);
    Promise.all(unknown.map(lookUp)).then((found) => setNames((before) => new Map([...before, ...found])));
  }, [unknown.join()]);

  return names;
}
