// @ts-check
import { Observable } from './observable.js';

const PREFIX = 'quollama.';

/** What the person chose, kept in this browser. Where nothing can be kept, it lasts as long as the page. */
export class Preferences extends Observable {
  /** @type {Map<string, string>} */
  #unkept = new Map();

  /** @returns {string | null} the model picked by hand, or null */
  get model() {
    return this.#get('model');
  }

  set model(name) {
    this.#set('model', name);
  }

  /** @returns {string | null} a language of lib/i18n, or null for the browser's */
  get language() {
    return this.#get('language');
  }

  set language(tag) {
    this.#set('language', tag);
  }

  /** @returns {'light' | 'dark' | null} null for the system's */
  get theme() {
    const theme = this.#get('theme');
    return theme === 'light' || theme === 'dark' ? theme : null;
  }

  set theme(theme) {
    this.#set('theme', theme);
  }

  /** @returns {boolean | null} whether models are to think, or null to leave it to them */
  get think() {
    const think = this.#get('think');
    return think === null ? null : think === 'true';
  }

  set think(think) {
    this.#set('think', think === null ? null : String(think));
  }

  /** @param {string} key */
  #get(key) {
    try {
      return localStorage.getItem(PREFIX + key) ?? this.#unkept.get(key) ?? null;
    } catch {
      // Blocked by the browser's settings; not worth a word, the page works without.
      return this.#unkept.get(key) ?? null;
    }
  }

  /**
   * @param {string} key
   * @param {string | null} value
   */
  #set(key, value) {
    if (value === null) this.#unkept.delete(key);
    else this.#unkept.set(key, value);
    try {
      if (value === null) localStorage.removeItem(PREFIX + key);
      else localStorage.setItem(PREFIX + key, value);
    } catch {
      // Full or blocked: #unkept has it.
    }
    this.changed();
  }
}
