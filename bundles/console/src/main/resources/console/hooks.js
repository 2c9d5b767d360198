// State that comes from the platform.

import { useCallback, useEffect, useRef, useState } from './vendor/htm-preact.js';

const RETRY = 5000;
const POLL = 400;

/**
 * Loads something and again whenever `inputs` change. The last answer stays until the next one is there, so
 * that nothing flickers; an answer that comes too late is dropped. When the platform is out of reach it is
 * tried again.
 *
 * @param load (signal) => Promise
 * @returns {data, problem, loading, reload}
 */
export function useResource(load, inputs) {
  const [state, setState] = useState({ loading: true });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((count) => count + 1), []);

  useEffect(() => {
    const stopping = new AbortController();
    let timer;
    setState((before) => ({ ...before, loading: true }));
    load(stopping.signal).then(
      (data) => setState({ data, loading: false }),
      (problem) => {
        if (problem.name !== 'AbortError') {
          setState((before) => ({ data: before.data, problem, loading: false }));
          timer = problem.status === 0 || problem.status === 503 ? setTimeout(reload, RETRY) : undefined;
        }
      },
    );
    return () => { clearTimeout(timer); stopping.abort(); };
  }, [...inputs, round]);

  return { ...state, reload };
}

/**
 * Long work that is started and followed to its end.
 *
 * @returns {operation, problem, busy, start, clear}; `start` takes what asks the platform for the operation
 */
export function useOperation(api, done = () => {}) {
  const [state, setState] = useState({});
  const round = useRef(0);
  const start = async (ask) => {
    const mine = ++round.current;
    const show = (next) => mine === round.current && setState(next);
    show({ busy: true });
    try {
      let operation = await ask();
      while (operation.state === 'RUNNING' && mine === round.current) {
        show({ busy: true, operation });
        await new Promise((resolve) => setTimeout(resolve, POLL));
        operation = await api.get(`/api/v1/operations/${operation.id}`);
      }
      show({ operation, problem: operation.problem?.detail ?? operation.problem?.title });
      if (mine === round.current) {
        done();
      }
    } catch (problem) {
      show({ problem: problem.message });
    }
  };
  const clear = () => { round.current++; setState({}); };
  useEffect(() => () => { round.current++; }, []);
  return { ...state, start, clear };
}

/** The page that the address names behind its `#/`; other fragments leave the page as it is. */
export function usePage() {
  const named = () => (location.hash.startsWith('#/') || location.hash === '' ? location.hash.slice(2) : null);
  const [page, setPage] = useState(named() ?? '');
  useEffect(() => {
    const changed = () => setPage((before) => named() ?? before);
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return page;
}

/** How many pixels wide an element is, as it changes; the element gets the returned `ref`. */
export function useWidth() {
  const ref = useRef(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

/** Counts up when the colour scheme of the system changes, for what is drawn and not styled. */
export function useColourScheme() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const changed = () => setCount((before) => before + 1);
    scheme.addEventListener('change', changed);
    return () => scheme.removeEventListener('change', changed);
  }, []);
  return count;
}
