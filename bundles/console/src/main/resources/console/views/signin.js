import { html, useState } from '../vendor/htm-preact.js';

/** Asks for a token. */
export function SignIn({ busy, notice, signIn }) {
  const [entered, setEntered] = useState('');
  const submit = (event) => {
    event.preventDefault();
    if (entered.trim()) {
      signIn(entered.trim());
    }
  };
  return html`
    <main class="signin">
      <form class="card" onSubmit=${submit}>
        <img src="icon.svg" alt="" width="56" height="56" />
        <h1>Binnacle</h1>
        <p class="muted">The bridge of your strategic account team.</p>
        <label for="token">Access token</label>
        <input id="token" name="token" type="password" autocomplete="off" spellcheck="false" autofocus required
          aria-describedby="token-help" value=${entered} onInput=${(event) => setEntered(event.target.value)} />
        <p id="token-help" class="muted small">
          <code>bin/binnacle token</code> prints the administrator's token and makes others.
          It stays in this browser tab until you sign out or close the tab.
        </p>
        <button class="primary" disabled=${busy}>${busy ? 'Signing in …' : 'Sign in'}</button>
        <p class="problem" role="alert">${notice}</p>
      </form>
    </main>`;
}
