// @ts-check

/** The first retry should feel instant after a hiccup, the later ones should not hammer a server that restarts. */
const FIRST_MS = 400;
const LONGEST_MS = 15_000;

/** Delays that double, each drawn at random from its upper half so that many pages do not come back in step. */
export class Backoff {
  #attempt = 0;

  /** @returns {number} milliseconds to wait before the next try */
  next() {
    const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#attempt);
    this.#attempt += 1;
    return full / 2 + Math.random() * (full / 2);
  }

  reset() {
    this.#attempt = 0;
  }
}
