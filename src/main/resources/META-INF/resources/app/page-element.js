// @ts-check
import { LitElement } from 'lit';
import { locale } from '../lib/i18n.js';

/**
 * What the page's elements share: they render into the page itself (so that labels, selections and one style sheet
 * reach across them), and again when the language changes or something they watch does.
 */
export class PageElement extends LitElement {
  /** @type {(() => void)[]} */
  #unwatch = [];
  /** @type {Map<string, {target: unknown, end: () => void}>} */
  #watched = new Map();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#unwatch.push(locale.watch(() => this.requestUpdate()));
    // Back in the page: what it watched goes on being watched.
    if (this.hasUpdated) this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const { end } of this.#watched.values()) end();
    for (const end of this.#unwatch) end();
    this.#watched.clear();
    this.#unwatch = [];
  }

  /**
   * What this element shows, by name; it renders again after each change of one of them. Elements say it in
   * `willUpdate`, where a property may have brought another.
   *
   * @param {Record<string, import('../lib/observable.js').Observable | null | undefined>} targets
   */
  watch(targets) {
    for (const [name, target] of Object.entries(targets)) {
      const current = this.#watched.get(name);
      if (current?.target === target) continue;
      current?.end();
      this.#watched.delete(name);
      if (target) this.#watched.set(name, { target, end: target.watch(() => this.requestUpdate()) });
    }
  }
}
