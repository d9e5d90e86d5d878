// @ts-check
import { html, nothing } from 'lit';
import { t } from '../lib/i18n.js';
import { mark } from './icons.js';
import './ollama-guide.js';
import { PageElement } from './page-element.js';

/** @typedef {import('../lib/i18n.js').Key} Key */

/** @type {Key[]} */
const SUGGESTIONS = ['suggest.explain', 'suggest.write', 'suggest.compare', 'suggest.plan'];
/** @type {Key[]} */
const DEMO_SUGGESTIONS = ['suggest.demo.what', 'suggest.demo.code', 'suggest.demo.table', 'suggest.demo.think'];

/** What is there before the first question: a greeting, a few ways to begin, and a guide when Ollama is missing. */
export class WelcomeScreen extends PageElement {
  static properties = { shelf: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../lib/model-shelf.js').ModelShelf} */
    this.shelf;
  }

  willUpdate() {
    this.watch({ shelf: this.shelf });
  }

  render() {
    const { ollama, chosen, stocked } = this.shelf;
    const missing = ollama !== null && !stocked;
    return html`
      <div class="welcome column" ?data-guided=${missing}>
        ${mark}
        <p class="greeting">${t('welcome.greeting')}</p>
        <p class="welcome-lead">${t('welcome.local')}</p>
        ${missing ? html`<ollama-guide .ollama=${ollama}></ollama-guide>` : nothing}
        ${missing && chosen ? html`<p class="demo-offer">${t('guide.demo')}</p>` : nothing}
        ${chosen ? this.#suggestions(chosen.builtIn ? DEMO_SUGGESTIONS : SUGGESTIONS) : nothing}
      </div>
    `;
  }

  /** @param {Key[]} keys */
  #suggestions(keys) {
    return html`
      <ul class=${keys === DEMO_SUGGESTIONS ? 'suggestions short' : 'suggestions'} aria-label=${t('welcome.suggestions')}>
        ${keys.map((key) => html`<li><button type="button" @click=${() => this.#suggest(t(key))}>${t(key)}</button></li>`)}
      </ul>
    `;
  }

  /** @param {string} text */
  #suggest(text) {
    this.dispatchEvent(new CustomEvent('suggest', { detail: text, bubbles: true }));
  }
}

customElements.define('welcome-screen', WelcomeScreen);
