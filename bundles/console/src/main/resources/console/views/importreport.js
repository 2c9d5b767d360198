import { html } from '../vendor/htm-preact.js';
import { capital } from '../format.js';
import { ImportedFile } from './importedfile.js';

const KINDS = {
  node: 'Sellers and managers', account: 'Accounts', product: 'Products', opportunity: 'Deals', target: 'Targets',
};

/** A file that can be read in two ways is refused by the import itself. */
export const isAmbiguous = (report) =>
  Boolean(report?.files.some((file) => file.warnings.some((warning) => warning.code === 'AMBIGUOUS')));

/** What an import did, or would do. */
export function Report({ report }) {
  return html`
    <${Outcome} outcome=${report.outcome} />
    ${report.files.map((file) => html`<${ImportedFile} key=${file.name} file=${file} />`)}`;
}

/** What becomes of the records, by kind. */
export function Outcome({ outcome }) {
  const kinds = Object.entries(outcome.counts).filter(([, count]) => count.created + count.changed + count.unchanged > 0);
  return html`
    <table>
      <thead><tr>
        <th scope="col">Records</th><th scope="col" class="number">New</th>
        <th scope="col" class="number">Changed</th><th scope="col" class="number">Unchanged</th>
      </tr></thead>
      <tbody>${kinds.map(([kind, count]) => html`
        <tr key=${kind}>
          <th scope="row">${KINDS[kind] ?? capital(kind)}</th>
          ${[count.created, count.changed, count.unchanged].map((many) => html`<td class="number">${many.toLocaleString()}</td>`)}
        </tr>`)}
      </tbody>
    </table>
    ${outcome.notes.map((note) => html`<p key=${note} class="muted small">${note}</p>`)}`;
}
