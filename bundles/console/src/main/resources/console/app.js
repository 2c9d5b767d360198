import { html, render, useCallback, useEffect, useMemo, useState } from './vendor/htm-preact.js';
import { Api } from './api.js';
import { Bridge } from './views/bridge.js';
import { SignIn } from './views/signin.js';

const TOKEN = 'binnacle.token';
const REFUSED = 'The token is not accepted: it is unknown, expired or revoked.';
const RETRY = 3000;

/** Asks the platform who the token belongs to, again and again while the platform is starting. */
function identify(api, signedIn, waiting, refused) {
  let timer;
  let current = true;
  const ask = () => api.get('/api/v1/me').then(
    (caller) => {
      if (current) {
        sessionStorage.setItem(TOKEN, api.token);
        signedIn(caller);
      }
    },
    (problem) => {
      if (current && (problem.status === 0 || problem.status === 503)) {
        waiting(problem.message);
        timer = setTimeout(ask, RETRY);
      } else if (current && problem.status !== 401) {
        refused(problem.message);
      }
    },
  );
  ask();
  return () => { current = false; clearTimeout(timer); };
}

function App() {
  const [token, setToken] = useState(() => sessionStorage.getItem(TOKEN));
  const [me, setMe] = useState(null);
  const [notice, setNotice] = useState(null);

  const signOut = useCallback((why = null) => {
    sessionStorage.removeItem(TOKEN);
    setToken(null);
    setMe(null);
    setNotice(why);
  }, []);

  const signedIn = useCallback((caller) => {
    setNotice(null);
    setMe(caller);
  }, []);

  const api = useMemo(
    () => token && new Api(token, () => signOut(REFUSED)),
    [token],
  );

  useEffect(() => (api ? identify(api, signedIn, setNotice, signOut) : undefined), [api]);

  if (api && me) {
    return html`<${Bridge} api=${api} me=${me} signOut=${() => signOut()} refused=${() => signOut(REFUSED)} />`;
  }
  return html`<${SignIn} busy=${Boolean(token)} notice=${notice} signIn=${(entered) => { setNotice(null); setToken(entered); }} />`;
}

render(html`<${App} />`, document.getElementById('app'));
