import { html, render, useCallback, useEffect, useMemo, useState } from './vendor/htm-preact.js';
import { Api } from './api.js';
import { Bridge } from './views/bridge.js';
import { SignIn } from './views/signin.js';

const TOKEN = 'binnacle.token';

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

  const api = useMemo(
    () => token && new Api(token, () => signOut('The token is not accepted: it is unknown, expired or revoked.')),
    [token],
  );

  useEffect(() => {
    let current = true;
    if (api) {
      api.get('/api/v1/me').then(
        (caller) => {
          if (current) {
            sessionStorage.setItem(TOKEN, api.token);
            setMe(caller);
          }
        },
        (problem) => current && problem.status !== 401 && signOut(problem.message),
      );
    }
    return () => { current = false; };
  }, [api]);

  if (api && me) {
    return html`<${Bridge} api=${api} me=${me} signOut=${() => signOut()} />`;
  }
  return html`<${SignIn} busy=${Boolean(token)} notice=${notice} signIn=${(entered) => { setNotice(null); setToken(entered); }} />`;
}

render(html`<${App} />`, document.getElementById('app'));
