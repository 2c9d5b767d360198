import { html, useState } from '../vendor/htm-preact.js';
import { useResource } from '../hooks.js';
import { AgeingView } from './ageing.js';
import { Choice, Part } from './card.js';
import { ConversionView } from './conversion.js';
import { CoverageView } from './coverage.js';
import { HygieneView } from './hygiene.js';
import { quarterName, quarterOptions } from './pipeline.js';
import { VelocityView } from './velocity.js';

/** Whether there is enough in the pipeline, whether it moves, and whether it is clean. */
export function HealthPage({ api, me, scope, version }) {
  const [node, setNode] = useState('');
  const [chosen, setChosen] = useState('');
  const nodes = useResource((signal) => api.get('/api/v1/pipeline/hierarchy', { asOf: scope.asOf }, signal), [api, version, scope.asOf]);
  const quarters = useResource((signal) => api.get('/api/v1/pipeline/quarters', {}, signal), [api, version]);
  const names = new Map((nodes.data ?? []).map((place) => [place.id, place.name]));
  const people = [{ value: '', label: 'Everybody' }, ...[...names].map(([value, label]) => ({ value, label }))];
  const periods = quarterOptions(quarters.data ?? []);
  const period = chosen || current(quarters.data ?? [], scope.asOf);
  const of = { api, version, node, period, names, asOf: scope.asOf };
  return html`
    <div class="filters" role="group" aria-label="What the page is about">
      <${Choice} label="Of" value=${node} options=${people} onChange=${setNode} />
      <${Choice} label="Target of" value=${period} options=${periods} onChange=${setChosen} />
    </div>
    <div class="column">
      <${Part} name="Conversion"><${ConversionView} ...${of} /><//>
      <${Part} name="Ageing"><${AgeingView} ...${of} /><//>
      <${Part} name="Hygiene"><${HygieneView} ...${of} me=${me} /><//>
    </div>
    <div class="column">
      <${Part} name="Coverage"><${CoverageView} ...${of} /><//>
      <${Part} name="Velocity"><${VelocityView} ...${of} scope=${scope} /><//>
    </div>`;
}

/** The quarter of the day that is looked at, or the last one. */
function current(quarters, asOf) {
  const date = asOf || new Date().toISOString().slice(0, 10);
  const present = quarters.find((quarter) => quarter.start <= date && date <= quarter.end) ?? quarters[quarters.length - 1];
  return present ? quarterName(present) : '';
}
