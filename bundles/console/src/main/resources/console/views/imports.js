import { html, useEffect, useState } from '../vendor/htm-preact.js';
import { useOperation } from '../hooks.js';
import { Card, Choice } from './card.js';
import { isAmbiguous, Outcome, Report } from './importreport.js';

const MAY_IMPORT = ['MANAGER', 'ADMIN'];
const FOUND_OUT = { value: '', label: 'Found out' };
const DATES = ['yyyy-MM-dd', 'dd.MM.yyyy', 'M/d/yyyy', 'd/M/yyyy', 'yyyy/M/d', 'dd-MM-yyyy'];
const ON_ERROR = [{ value: 'skip', label: 'bring in the others' }, { value: 'refuse', label: 'bring in nothing' }];
const NOTHING = { dates: '', decimal: '', encoding: '', delimiter: '', onError: 'skip' };

/** Files of other systems: first what would happen, then the import. */
export function ImportsPage({ api, me, done }) {
  return MAY_IMPORT.includes(me.role)
    ? html`<${Import} api=${api} done=${done} />`
    : html`<${Card} id="imports" title="Imports"><p class="muted">A manager or an administrator can import files.</p><//>`;
}

function Import({ api, done }) {
  const [files, setFiles] = useState([]);
  const [choices, setChoices] = useState(NOTHING);
  const trial = useOperation(api);
  const real = useOperation(api, done);
  const start = (operation, dryRun) => {
    const body = new FormData();
    files.forEach((file) => body.append('files', file));
    operation.start(() => api.post('/api/v1/imports', { parameters: { ...choices, dryRun }, body }));
  };
  useEffect(() => {
    real.clear();
    return files.length > 0 ? start(trial, true) : trial.clear();
  }, [files, choices]);
  const unclear = isAmbiguous(trial.operation?.result);
  const ready = trial.operation?.state === 'SUCCEEDED' && !unclear && !real.busy && real.operation?.state !== 'SUCCEEDED';
  return html`
    <div class="column">
      <${Card} id="imports" title="Import files">
        <${Drop} files=${files} setFiles=${setFiles} />
        <${Choices} choices=${choices} set=${(more) => setChoices({ ...choices, ...more })} />
      <//>
      ${files.length > 0 && html`
        <${Card} id="dry-run" title="What would happen">
          <${Running} of=${trial} doing="Reading the files" />
          ${trial.operation?.result && html`<${Report} report=${trial.operation.result} />`}
        <//>`}
    </div>
    <div class="column">
      <${Card} id="import" title="Bring it in">
        <p class="muted spaced">
          ${files.length === 0
            ? 'Choose files first. Nothing is written before you say so.'
            : 'All good rows come in together, or none of them; the same files again change nothing.'}
        </p>
        ${unclear && html`<p class="late spaced">A file can be read in two ways: choose how its dates or decimals are written first.</p>`}
        <button class="primary" disabled=${!ready} onClick=${() => start(real, false)}>Import</button>
        <${Running} of=${real} doing="Importing" />
        ${real.operation?.result && html`
          <p class="good" role="status"><b>Imported.</b></p><${Outcome} outcome=${real.operation.result.outcome} />`}
      <//>
    </div>`;
}

function Drop({ files, setFiles }) {
  const take = (list) => list.length > 0 && setFiles([...list]);
  const dropped = (event) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  return html`
    <div class="drop" onDragOver=${(event) => event.preventDefault()} onDrop=${dropped}>
      <label>CSV files or a zip of them, of Salesforce, Dynamics 365, HubSpot or another known source
        <input type="file" name="files" multiple accept=".csv,.txt,.tsv,.zip,text/csv" onChange=${(event) => take(event.target.files)} /></label>
      <ul class="small muted">
        ${files.map((file) => html`<li key=${file.name}>${file.name}, ${Math.ceil(file.size / 1024).toLocaleString()} kB</li>`)}
      </ul>
    </div>`;
}

function Choices({ choices, set }) {
  const choice = (label, field, values) => html`
    <${Choice} label=${label} value=${choices[field]} onChange=${(value) => set({ [field]: value })}
      options=${[FOUND_OUT, ...values.map((value) => ({ value, label: value }))]} />`;
  return html`
    <div class="pickers">
      ${choice('Dates', 'dates', DATES)}
      ${choice('Decimals', 'decimal', ['point', 'comma'])}
      ${choice('Delimiter', 'delimiter', ['comma', 'semicolon', 'tab'])}
      ${choice('Encoding', 'encoding', ['UTF-8', 'UTF-16', 'windows-1252'])}
      <${Choice} label="With bad rows" value=${choices.onError} onChange=${(onError) => set({ onError })} options=${ON_ERROR} />
    </div>`;
}

function Running({ of, doing }) {
  const { operation, problem, busy } = of;
  return html`
    ${busy && html`
      <p class="muted small" role="status">${operation?.message || doing} …</p>
      <progress max="100" value=${operation?.percent ?? 0} aria-label=${doing}></progress>`}
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}`;
}
