// State that comes from the platform.

import { useCallback, useEffect, useState } from './vendor/htm-preact.js';

const RETRY = 5000;

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
