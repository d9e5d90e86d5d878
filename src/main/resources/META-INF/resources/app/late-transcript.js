// @ts-check

/** By then the page stands and the network is idle: time to fetch what the first question will need. */
const QUIET_MS = 3_000;

/** @type {Promise<unknown> | null} */
let loading = null;

/**
 * Fetches what shows answers, Markdown and all. It is half of the page, and not needed before there is something to
 * show, so that it need not delay the first keystroke. Where the network is away, the next call tries again.
 */
export function loadTranscript() {
  loading ??= import('./chat-transcript.js').catch(() => {
    loading = null;
  });
  return loading;
}

/** Fetches it when the page has become quiet, so that it is there also if the network is not, later. */
export function loadTranscriptSoon() {
  setTimeout(loadTranscript, QUIET_MS);
}
