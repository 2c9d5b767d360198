import { html, useCallback, useEffect, useMemo, useState } from '../vendor/htm-preact.js';
import { debounce, follow } from '../events.js';
import { usePage } from '../hooks.js';
import { Part } from './card.js';
import { Changes } from './changes.js';
import { ForecastView } from './forecast.js';
import { Header } from './header.js';
import { HealthPage } from './health.js';
import { ImportsPage } from './imports.js';
import { InsightsView } from './insights.js';
import { ModelsView } from './models.js';
import { OperationsView } from './operations.js';
import { PipelineView } from './pipeline.js';
import { WaterfallView } from './waterfall.js';
import { WonByQuarter } from './won.js';

const KEPT = 40;
const QUIET = 800;
const LONGEST = 5000;

/** What every part of the page shows: as of when, and in which currency if there are several. */
function useScope() {
  const [asOf, setAsOf] = useState('');
  const [currency, setCurrency] = useState('');
  return useMemo(() => ({ asOf, setAsOf, currency, setCurrency }), [asOf, currency]);
}

/** The page of somebody who is signed in. */
export function Bridge({ api, me, signOut, refused }) {
  const [connection, setConnection] = useState('waiting');
  const [changes, setChanges] = useState([]);
  const [version, setVersion] = useState(0);
  const scope = useScope();
  const page = usePage();
  const refresh = useCallback(() => setVersion((before) => before + 1), []);

  useEffect(() => {
    const refreshSoon = debounce(refresh, QUIET, LONGEST);
    let arrived = [];
    const showSoon = debounce(() => {
      setChanges((before) => [...arrived.reverse(), ...before].slice(0, KEPT));
      arrived = [];
    }, 150, 600);
    const received = (event) => {
      arrived = [...arrived.slice(1 - KEPT), event];
      showSoon();
      refreshSoon();
    };
    return follow(api.token, received, (state) => (state === 'refused' ? refused() : setConnection(state)));
  }, [api]);

  return html`
    <a class="skip" href="#content">Skip to the content</a>
    <${Header} me=${me} connection=${connection} scope=${scope} page=${page} signOut=${signOut} />
    <main id="content" class="bridge" tabindex="-1">
      ${page === 'health' ? html`<${HealthPage} api=${api} me=${me} scope=${scope} version=${version} />`
        : page === 'imports' ? html`<${ImportsPage} api=${api} me=${me} done=${refresh} />`
          : html`
            <${Overview} api=${api} me=${me} scope=${scope} version=${version} changes=${changes} connection=${connection} refresh=${refresh} />`}
    </main>`;
}

function Overview({ api, me, scope, version, changes, connection, refresh }) {
  return html`
    <div class="column">
      <${Part} name="Pipeline"><${PipelineView} api=${api} scope=${scope} version=${version} /><//>
      <${Part} name="Waterfall"><${WaterfallView} api=${api} scope=${scope} version=${version} /><//>
      <${Part} name="Forecast"><${ForecastView} api=${api} scope=${scope} version=${version} /><//>
      <${Part} name="Won by quarter"><${WonByQuarter} api=${api} scope=${scope} version=${version} /><//>
    </div>
    <div class="column">
      <${Part} name="Needs attention"><${InsightsView} api=${api} me=${me} scope=${scope} version=${version} /><//>
      <${Part} name="Latest changes"><${Changes} changes=${changes} connection=${connection} api=${api} /><//>
      <${Part} name="Forecast models"><${ModelsView} api=${api} me=${me} version=${version} /><//>
      <${Part} name="Operations"><${OperationsView} api=${api} onEnd=${refresh} /><//>
    </div>`;
}
