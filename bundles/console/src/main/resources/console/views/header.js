import { html } from '../vendor/htm-preact.js';
import { capital } from '../format.js';

const CONNECTION = {
  live: { text: 'Live', explanation: 'Changes appear as they happen.' },
  waiting: { text: 'Connecting', explanation: 'The stream of changes is interrupted; the page reconnects by itself.' },
};

const PAGES = [['', 'Overview'], ['health', 'Pipeline health'], ['imports', 'Imports']];

/** Who is signed in, whether the page is live, and the day it looks at. */
export function Header({ me, connection, scope, page, signOut }) {
  const state = CONNECTION[connection];
  return html`
    <header class="top">
      <div class="brand"><img src="icon.svg" alt="" width="30" height="30" /><h1>Binnacle</h1></div>
      <nav class="pages" aria-label="Pages">
        ${PAGES.map(([name, title]) => html`<a key=${name} href=${`#/${name}`} aria-current=${name === page ? 'page' : undefined}>${title}</a>`)}
      </nav>
      <span class=${`live ${connection}`} role="status" title=${state.explanation}>${state.text}</span>
      <div class="asof">
        <label for="asof">As of</label>
        <input id="asof" type="date" value=${scope.asOf} max="2199-12-31"
          onChange=${(event) => scope.setAsOf(event.target.value)} />
        ${scope.asOf && html`<button class="plain" onClick=${() => scope.setAsOf('')}>Back to now</button>`}
      </div>
      <div class="me">
        <span class="who" title="Signed in as"><b>${me.name}</b> <span class="role">${capital(me.role.toLowerCase())}</span></span>
        <button onClick=${signOut}>Sign out</button>
      </div>
    </header>`;
}
