// Follows the stream of changes. EventSource cannot send a token in a header, so the stream is read by fetch.

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30000;

/**
 * Calls `onEvent` for every change and `onState` with 'live', 'waiting' or 'refused'. After an interruption the
 * stream goes on where it stopped.
 *
 * @returns ends it
 */
export function follow(token, onEvent, onState) {
  const stopping = new AbortController();
  run(token, onEvent, onState, stopping.signal);
  return () => stopping.abort();
}

async function run(token, onEvent, onState, signal) {
  const position = { last: null };
  let pause = FIRST_PAUSE;
  while (!signal.aborted) {
    try {
      const response = await open(token, position.last, signal);
      if (response.status === 401 || response.status === 403) {
        onState('refused');
        return;
      }
      if (response.ok) {
        onState('live');
        pause = FIRST_PAUSE;
        await read(response.body, (message) => deliver(message, position, onEvent));
      }
    } catch {
      // An interrupted stream is opened again below, like one that the server has ended.
    }
    if (!signal.aborted) {
      onState('waiting');
      await sleep(pause * (0.75 + Math.random() / 2), signal);
      pause = Math.min(LONGEST_PAUSE, pause * 2);
    }
  }
}

function open(token, last, signal) {
  const headers = { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' };
  if (last) {
    headers['Last-Event-ID'] = last;
  }
  return fetch('/api/v1/events', { headers, signal, cache: 'no-store' });
}

function deliver(message, position, onEvent) {
  if (message.id) {
    position.last = message.id;
  }
  if (message.data) {
    onEvent({ id: message.id, type: message.event, ...JSON.parse(message.data) });
  }
}

async function read(body, onMessage) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const parser = new MessageParser(onMessage);
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    parser.feed(value);
  }
}

/** The format of server-sent events, as far as the platform writes it: id, event, data and comments. */
export class MessageParser {
  #rest = '';
  #message = {};
  #onMessage;

  constructor(onMessage) {
    this.#onMessage = onMessage;
  }

  feed(text) {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    lines.forEach((line) => this.#line(line));
  }

  #line(line) {
    if (line === '') {
      const message = this.#message;
      this.#message = {};
      if (message.id || message.data) {
        this.#onMessage(message);
      }
      return;
    }
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (field === 'data' && this.#message.data) {
      this.#message.data += '\n' + value;
    } else if (field) {
      this.#message[field] = value;
    }
  }
}

function sleep(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}

/** Calls `action` when it has been quiet for `quiet` ms, but at the latest `longest` ms after the first call. */
export function debounce(action, quiet, longest) {
  let timer = null;
  let first = 0;
  return () => {
    const now = Date.now();
    first = timer ? first : now;
    clearTimeout(timer);
    timer = setTimeout(() => { timer = null; action(); }, Math.max(0, Math.min(quiet, first + longest - now)));
  };
}
