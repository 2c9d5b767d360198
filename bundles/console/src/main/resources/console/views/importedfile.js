import { html } from '../vendor/htm-preact.js';
import { exact } from '../format.js';

const SHOWN = 50;

/** How one file was understood, and which of its rows are bad. */
export function ImportedFile({ file }) {
  const { detected } = file;
  return html`
    <section class="file" aria-label=${file.name}>
      <h3>${file.name} <span class="badge holds">${file.format}</span></h3>
      <p class="small">
        <b>${file.accepted.toLocaleString()}</b> of ${file.rows.toLocaleString()} rows are good
        ${file.totals.map((total) => `, ${exact(total.amount, total.currency)}`)}.
      </p>
      <dl class="detected small">
        <div><dt>Encoding</dt><dd>${file.encoding}</dd></div>
        <div><dt>Delimiter</dt><dd>${file.delimiter}</dd></div>
        <div><dt>Decimals</dt><dd>${detected.decimal}</dd></div>
        <div><dt>Dates</dt><dd>${detected.dates}</dd></div>
        <div><dt>Header</dt><dd>line ${detected.headerLine}${detected.headerLine > 1 && `, ${detected.headerLine - 1} before it left out`}</dd></div>
        ${detected.footerLines.length > 0 && html`<div><dt>Footer</dt><dd>${detected.footerLines.length} lines left out</dd></div>`}
      </dl>
      <${Problems} title=${badRows(file.errors)} problems=${file.errors} kind="critical" />
      <${Problems} title="To be looked at" problems=${file.warnings} kind="warning" />
      <details><summary>How the ${detected.columns.length} columns are read</summary><${Columns} columns=${detected.columns} /></details>
    </section>`;
}

/** A row may be bad in several columns. */
function badRows(errors) {
  const rows = new Set(errors.map((error) => error.line)).size;
  return rows === 1 ? '1 bad row, left out' : `${rows.toLocaleString()} bad rows, left out`;
}

function Problems({ title, problems, kind }) {
  return problems.length > 0 && html`
    <p class=${`small ${kind}`}><b>${title}</b></p>
    <div class="scroll rows" tabindex="0" role="region" aria-label=${title}>
      <table>
        <thead><tr>
          <th scope="col" class="number">Line</th><th scope="col">Column</th><th scope="col">Value</th><th scope="col">What to know</th>
        </tr></thead>
        <tbody>${problems.slice(0, SHOWN).map((problem, index) => html`
          <tr key=${index}>
            <td class="number">${problem.line}</td><td>${problem.field}</td><td>${problem.value}</td>
            <td>${problem.detail} <small class="muted">${problem.code}</small></td>
          </tr>`)}
        </tbody>
      </table>
    </div>`;
}

function Columns({ columns }) {
  return html`
    <div class="scroll rows" tabindex="0" role="region" aria-label="Columns">
      <table>
        <thead><tr><th scope="col">Column</th><th scope="col">Read as</th><th scope="col">First value</th></tr></thead>
        <tbody>${columns.map((column, index) => html`
          <tr key=${index}>
            <th scope="row">${column.header}</th>
            <td>${column.field ?? html`<span class="muted">left out</span>`}</td>
            <td>${column.sample ?? '–'}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>`;
}
