// @ts-check

const PREFIX = 'quollama.';

/**
 * Short texts that outlive a reload. Each tab has its own; a new one begins with those of the tab that spoke last.
 * Where the browser keeps nothing, they last as long as the page.
 */
export class TabMemory {
  /** @type {Map<string, string>} */
  #unkept = new Map();

  /**
   * @param {string} key
   * @returns {string | null}
   */
  get(key) {
    try {
      return sessionStorage.getItem(PREFIX + key) ?? localStorage.getItem(PREFIX + key) ?? this.#unkept.get(key) ?? null;
    } catch {
      // Blocked by the browser's settings. The store of the conversations says so, once for all.
      return this.#unkept.get(key) ?? null;
    }
  }

  /**
   * @param {string} key
   * @param {string} text
   */
  set(key, text) {
    this.#unkept.set(key, text);
    try {
      sessionStorage.setItem(PREFIX + key, text);
      localStorage.setItem(PREFIX + key, text);
    } catch {
      // Full or blocked: #unkept has it.
    }
  }
}
