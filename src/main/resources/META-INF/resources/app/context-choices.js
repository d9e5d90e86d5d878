// @ts-check
import { html, nothing } from 'lit';
import { number, shortName } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { visibleText } from '../lib/markdown/visible-text.js';
import { icons } from './icons.js';
import { PageElement } from './page-element.js';

/**
 * What can be done about a conversation that does not fit: more room, or fewer turns. Nothing is left out before the
 * person has seen what, and said yes.
 */
export class ContextChoices extends PageElement {
  static properties = { offer: { attribute: false }, asking: { state: true } };

  constructor() {
    super();
    /** @type {import('../lib/context.js').ContextOffer} */
    this.offer;
    /** Whether the question what to leave out is open. */
    this.asking = false;
  }

  render() {
    return html`
      <p>${this.#need()}</p>
      ${this.asking ? this.#question() : this.#choices()}
    `;
  }

  #need() {
    const { context, model } = this.offer;
    if (!context) return t('context.full');
    const numbers = { needed: number(context.needed), available: number(context.available) };
    return t('context.needs', { ...numbers, model: shortName(model) });
  }

  #choices() {
    const { larger, leaveOut } = this.offer;
    return html`
      <p class="failure-actions">
        ${larger
          ? html`<button type="button" class="outlined" @click=${() => this.#say('widen', larger)}>${t('context.hold', { size: number(larger) })}</button>`
          : nothing}
        ${leaveOut.length
          ? html`<button type="button" class="outlined" data-choice="leave-out" @click=${() => this.#ask(true)}>${t('context.leaveOut')}</button>`
          : nothing}
        <button type="button" class="outlined" @click=${() => this.#say('again')}>${icons.again}${t('failure.retry')}</button>
      </p>
      <p class="failure-detail">${this.#limits()}</p>
    `;
  }

  /** What more room costs, or why there is none. */
  #limits() {
    const { larger, leaveOut, most } = this.offer;
    const model = shortName(this.offer.model);
    if (larger) return t('context.reload', { model });
    const limit = most ? t('context.most', { model, size: number(most) }) : '';
    return leaveOut.length ? limit : `${limit} ${t('context.alone')}`;
  }

  #question() {
    return html`
      <div class="leave-out" role="group" aria-labelledby="leave-out-title" tabindex="-1">
        <p id="leave-out-title">${t('context.ask')}</p>
        <ol>
          ${this.offer.leaveOut.map(({ question }) => html`<li><span dir="auto">${visibleText(question)}</span></li>`)}
        </ol>
        <p class="failure-detail">${t('context.askDetail')}</p>
        <p class="failure-actions">
          <button type="button" class="outlined" @click=${this.#confirm}>${t('context.confirm')}</button>
          <button type="button" class="outlined" @click=${() => this.#ask(false)}>${t('context.keep')}</button>
        </p>
      </div>
    `;
  }

  /** @param {boolean} asking */
  async #ask(asking) {
    this.asking = asking;
    await this.updateComplete;
    // The button that was pressed is gone.
    const next = this.querySelector(asking ? '.leave-out' : '[data-choice=leave-out]');
    /** @type {HTMLElement | null} */ (next)?.focus();
  }

  #confirm() {
    this.#say('leave-out', this.offer.leaveOut.length);
  }

  /**
   * @param {string} wish
   * @param {number} [detail]
   */
  #say(wish, detail) {
    this.dispatchEvent(new CustomEvent(wish, { detail, bubbles: true }));
  }
}

customElements.define('context-choices', ContextChoices);
