// @ts-check
import { Observable } from './observable.js';

/**
 * @typedef {object} Model
 * @property {string} name
 * @property {number} size bytes; 0 when it has none
 * @property {string | null} family
 * @property {string | null} parameters such as `3.2B`
 * @property {string | null} quantisation such as `Q4_K_M`
 * @property {number} contextLength tokens it can hold at most; 0 when not known
 * @property {number} [loadedContext] tokens it is loaded with now; 0 when it is not loaded
 * @property {string[] | null} capabilities null when not known
 * @property {boolean} builtIn the demo model
 *
 * @typedef {{code: string, message: string, hint?: string}} Problem
 * @typedef {{url: string, version: string | null, problem: Problem | null}} OllamaState
 */

/** How soon Ollama should be noticed after it was started. */
const LOOK_AGAIN_MS = 5_000;

/** The models that can be asked, and how Ollama is doing, as `GET /api/models` tells. */
export class ModelShelf extends Observable {
  /** @type {Model[]} */
  models = [];
  /** @type {OllamaState | null} null before the first answer */
  ollama = null;

  #defaultModel = '';
  #preferences;
  #fetch;
  #visible;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #last = '';

  /**
   * @param {import('./preferences.js').Preferences} preferences
   * @param {() => boolean} visible whether anyone can see the page
   * @param {typeof fetch} fetcher
   */
  constructor(preferences, visible, fetcher = (...request) => fetch(...request)) {
    super();
    this.#preferences = preferences;
    this.#visible = visible;
    this.#fetch = fetcher;
  }

  /** @returns {Model | null} the one picked by hand if it is there, else the default, else the first */
  get chosen() {
    return this.named(this.#preferences.model) ?? this.named(this.#defaultModel) ?? this.models[0] ?? null;
  }

  /**
   * @param {string | null} name
   * @returns {Model | null}
   */
  named(name) {
    return this.models.find((model) => model.name === name) ?? null;
  }

  /** @param {string} name */
  choose(name) {
    this.#preferences.model = name;
    this.changed();
  }

  /** Whether there is a model of Ollama's own. */
  get stocked() {
    return this.models.some((model) => !model.builtIn);
  }

  /** Looks now, and again and again for as long as there is nothing of Ollama's to choose. */
  async refresh() {
    clearTimeout(this.#timer);
    if (this.#visible()) await this.#load();
    clearTimeout(this.#timer);
    if (!this.stocked) this.#timer = setTimeout(() => this.refresh(), LOOK_AGAIN_MS);
  }

  async #load() {
    try {
      const response = await this.#fetch('/api/models', { headers: { Accept: 'application/json' } });
      if (response.ok) this.#take(await response.text());
    } catch {
      // The service itself is away: the connection bar says so, and what was known stays.
    }
  }

  /** @param {string} text */
  #take(text) {
    if (text === this.#last) return;
    const { ollama, defaultModel, models } = JSON.parse(text);
    this.#last = text;
    this.ollama = ollama;
    this.#defaultModel = defaultModel ?? '';
    this.models = models ?? [];
    this.changed();
  }
}
