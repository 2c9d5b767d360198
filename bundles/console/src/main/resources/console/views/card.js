import { html, useErrorBoundary } from '../vendor/htm-preact.js';

/** A titled part of the page; `tools` stand beside the title. */
export function Card({ id, view, title, tools, resource, children }) {
  const problem = resource?.problem;
  return html`
    <section class="card" data-view=${view ?? id} aria-labelledby=${id} aria-busy=${Boolean(resource?.loading)}>
      <header>
        <h2 id=${id}>${title}</h2>
        ${tools && html`<div class="tools">${tools}</div>`}
      </header>
      ${problem && html`<p class="problem" role="alert">${problem.message}</p>`}
      ${resource && !resource.data && !problem ? html`<p class="muted placeholder">Loading …</p>` : children}
    </section>`;
}

/** Keeps a failure of one part of the page from taking the others with it. */
export function Part({ name, children }) {
  const [failure] = useErrorBoundary((error) => console.error(error));
  return failure
    ? html`<section class="card"><p class="problem" role="alert">The part “${name}” failed to draw: ${failure.message}. Reload the page.</p></section>`
    : children;
}

/** A labelled day, such as 2026-11-02. */
export function Day({ label, value, onChange }) {
  return html`
    <label class="choice"><span>${label}</span>
      <input type="date" value=${value} max="2199-12-31" onChange=${(event) => onChange(event.target.value)} /></label>`;
}

/** A labelled choice. `options` are {value, label}. */
export function Choice({ label, value, options, onChange }) {
  return html`
    <label class="choice">
      <span>${label}</span>
      <select value=${value} onChange=${(event) => onChange(event.target.value)}>
        ${options.map((option) => html`
          <option key=${option.value} value=${option.value} selected=${option.value === value}>${option.label}</option>`)}
      </select>
    </label>`;
}
