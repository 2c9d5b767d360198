// The platform's HTTP API. Every failure becomes a Problem whose message is a sentence for a person.

export class Problem extends Error {
  constructor(status, document = {}) {
    super(document.detail || document.title || `The platform answered with status ${status}.`);
    this.status = status;
    this.code = document.code || String(document.type || '').split(/[/:]/).pop();
  }
}

const UNREACHABLE = { detail: 'The platform does not answer. It may be starting or stopped; this page tries again by itself.' };

export class Api {
  #token;
  #refused;

  /** @param refused is called when the token is no longer accepted */
  constructor(token, refused = () => {}) {
    this.#token = token;
    this.#refused = refused;
  }

  get token() {
    return this.#token;
  }

  get(path, parameters = {}, signal = undefined) {
    return this.#send('GET', path + query(parameters), { signal });
  }

  /** @param more {parameters, body, headers} */
  post(path, { parameters = {}, ...more } = {}) {
    return this.#send('POST', path + query(parameters), more);
  }

  async #send(method, address, { signal, body: sent, headers: more }) {
    const headers = { Authorization: `Bearer ${this.#token}`, Accept: 'application/json', ...more };
    const response = await reach(() => fetch(address, { method, headers, signal, body: sent, cache: 'no-store' }));
    const body = await reach(() => response.text());
    if (response.ok) {
      return body ? JSON.parse(body) : null;
    }
    if (response.status === 401) {
      this.#refused();
    }
    throw new Problem(response.status, parsed(body));
  }
}

async function reach(action) {
  try {
    return await action();
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Problem(0, UNREACHABLE);
  }
}

function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}

/** The parameters that have a value. */
export function query(parameters) {
  const present = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return present.length ? '?' + new URLSearchParams(present) : '';
}
