// @ts-check
import { html, nothing } from 'lit';
import { maybe, t } from '../lib/i18n.js';
import './context-choices.js';
import './copy-button.js';
import { icons } from './icons.js';
import { PageElement } from './page-element.js';

/** Why an answer failed, in a sentence, and what can be done. */
export class FailureNote extends PageElement {
  static properties = {
    failure: { attribute: false },
    retry: { type: Boolean },
    continuable: { type: Boolean },
    offer: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../lib/answer.js').Failure | null} */
    this.failure = null;
    /** Whether asking again is possible from here. */
    this.retry = false;
    /** Whether there is a text that could be written on. */
    this.continuable = false;
    /** What can be done when the conversation does not fit, or null. */
    /** @type {import('../lib/context.js').ContextOffer | null} */
    this.offer = null;
  }

  render() {
    if (!this.failure) return nothing;
    const { code, message, hint } = this.failure;
    const title = maybe(`failure.${code}`);
    const advice = this.offer ? null : maybe(`advice.${code}`);
    return html`
      <div class="failure" role="group" data-code=${code}>
        ${icons.alert}
        <div class="failure-words">
          <p class="failure-title">${title ?? (message || t('failure.unknown'))}</p>
          ${advice ? html`<p>${advice}</p>` : nothing}
          ${hint ? html`<p class="command"><code>${hint}</code><copy-button .label=${t('copy.do')} .text=${() => hint}></copy-button></p>` : nothing}
          ${title && message && !this.offer?.context ? html`<p class="failure-detail"><span class="visually-hidden">${t('failure.details')}: </span>${message}</p>` : nothing}
          ${this.offer ? html`<context-choices .offer=${this.offer}></context-choices>` : nothing}
          ${this.retry && !this.offer ? this.#actions(code) : nothing}
        </div>
      </div>
    `;
  }

  /** @param {string} code */
  #actions(code) {
    return html`
      <p class="failure-actions">
        ${this.continuable
          ? html`<button type="button" class="outlined" @click=${() => this.#ask('go-on')}>${icons.more}${t('turn.continue')}</button>`
          : nothing}
        <button type="button" class="outlined" @click=${() => this.#ask('regenerate')}>
          ${icons.again}${t(code === 'gone' ? 'turn.regenerate' : 'failure.retry')}
        </button>
        ${code === 'no-capability'
          ? html`<button type="button" class="outlined" @click=${() => this.#ask('without-thinking')}>${t('failure.withoutThinking')}</button>`
          : nothing}
      </p>
    `;
  }

  /** @param {string} wish */
  #ask(wish) {
    this.dispatchEvent(new Event(wish, { bubbles: true }));
  }
}

customElements.define('failure-note', FailureNote);
