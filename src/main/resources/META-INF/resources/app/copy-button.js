// @ts-check
import { html, nothing } from 'lit';
import { t } from '../lib/i18n.js';
import { copyText } from './copy-text.js';
import { icons } from './icons.js';
import { PageElement } from './page-element.js';

/** Long enough to be seen, short enough to copy again. */
const SAID_MS = 1_600;

/** Copies what `text` gives when it is pressed, and says so. */
export class CopyButton extends PageElement {
  static properties = { text: { attribute: false }, label: {}, worded: { type: Boolean }, outcome: { state: true } };

  constructor() {
    super();
    /** @type {() => string} */
    this.text = () => '';
    this.label = '';
    /** Whether the word stands beside the sign. */
    this.worded = false;
    /** @type {'' | 'done' | 'failed'} */
    this.outcome = '';
  }

  render() {
    const words = this.outcome === '' ? t('copy.do') : t(`copy.${this.outcome}`);
    return html`
      <button type="button" class="quiet" aria-label=${this.outcome ? words : this.label} title=${this.label} @click=${this.#copy}>
        ${this.outcome === 'done' ? icons.done : icons.copy}
        ${this.worded || this.outcome === 'failed' ? html`<span>${words}</span>` : nothing}
      </button>
      <span class="visually-hidden" role="status">${this.outcome ? words : ''}</span>
    `;
  }

  async #copy() {
    this.outcome = (await copyText(this.text())) ? 'done' : 'failed';
    setTimeout(() => (this.outcome = ''), SAID_MS);
  }
}

customElements.define('copy-button', CopyButton);
