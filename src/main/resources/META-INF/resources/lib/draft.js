// @ts-check

/** Long texts are pasted too: writing them down with every key would be felt. */
const PAUSE_MS = 300;

/** What was typed and not sent yet; it outlives a reload. */
export class Draft {
  #memory;
  #text;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {import('./tab-memory.js').TabMemory} memory */
  constructor(memory) {
    this.#memory = memory;
    this.#text = memory.get('draft') ?? '';
  }

  get text() {
    return this.#text;
  }

  set text(text) {
    this.#text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), PAUSE_MS);
  }

  /** Writes it down now: the page may be about to go. */
  keep() {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#memory.set('draft', this.#text);
  }
}
