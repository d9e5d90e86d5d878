// @ts-check
import { html, nothing } from 'lit';
import { shortName } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import './context-meter.js';
import { icons } from './icons.js';
import { PageElement } from './page-element.js';

/** The key code that browsers report while an input method is composing, also where `isComposing` comes too late. */
const COMPOSING = 229;

/** Where the question is written. It asks with a `send` event and forgets the text only when that was taken. */
export class ChatComposer extends PageElement {
  static properties = {
    model: { attribute: false },
    running: { type: Boolean },
    stopping: { type: Boolean },
    think: { attribute: false },
    context: { attribute: false },
    draft: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../lib/model-shelf.js').Model | null} */
    this.model = null;
    /** Whether an answer is coming; nothing else is asked meanwhile. */
    this.running = false;
    /** Whether it was told to stop and has not yet. */
    this.stopping = false;
    /** What the person wishes about thinking; null leaves it to the model. */
    /** @type {boolean | null} */
    this.think = null;
    /** How full the model's context is, or null when nobody knows. */
    /** @type {import('./context-meter.js').ContextState | null} */
    this.context = null;
    this.draft = '';
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.get('draft') !== undefined) this.#say('draft', this.draft);
  }

  render() {
    return html`
      <form class="composer" @submit=${this.#submit} @click=${this.#clicked}>
        <textarea
          id="message"
          rows="1"
          dir="auto"
          enterkeyhint="send"
          aria-label=${t('composer.label')}
          aria-describedby="composer-keys"
          placeholder=${this.model ? t('composer.placeholder', { model: shortName(this.model.name) }) : t('composer.placeholderAny')}
          .value=${this.draft}
          @input=${this.#typed}
          @keydown=${this.#keyPressed}
        ></textarea>
        <div class="composer-row">
          <div class="composer-tools">
            ${this.#thinkToggle()} ${this.context ? html`<context-meter .state=${this.context}></context-meter>` : nothing}
          </div>
          ${this.running ? this.#stopButton() : this.#sendButton()}
        </div>
      </form>
      <p class="composer-foot"><span id="composer-keys">${t('composer.keys')}</span><span>${t('composer.mistakes')}</span></p>
    `;
  }

  /**
   * Puts a text into the field for the person to go on with.
   *
   * @param {string} text
   */
  async fill(text) {
    await this.restore(text);
    this.#field.focus();
  }

  /**
   * Puts a text into the field, and leaves the focus where it is.
   *
   * @param {string} text
   */
  async restore(text) {
    this.draft = text;
    await this.updateComplete;
    this.#grow();
  }

  async focusField() {
    await this.updateComplete;
    this.#field.focus();
  }

  #thinkToggle() {
    const { model } = this;
    // Not known is not the same as cannot: an older Ollama does not say.
    if (!model || (model.capabilities && !model.capabilities.includes('thinking'))) return nothing;
    const on = this.think !== false;
    return html`
      <button
        type="button"
        class="pill"
        aria-pressed=${on}
        title=${on ? t('composer.thinkOn') : t('composer.thinkOff')}
        @click=${() => this.#say('think', !on)}
      >
        ${icons.think}${t('composer.think')}
      </button>
    `;
  }

  #sendButton() {
    const label = this.model ? t('composer.send') : t('composer.noModel');
    const idle = !this.model || !this.draft.trim();
    return html`<button class="send" aria-label=${label} title=${label} ?disabled=${idle}>${icons.send}</button>`;
  }

  #stopButton() {
    const label = this.stopping ? t('composer.stopping') : t('composer.stop');
    return html`
      <button type="button" class="send stop" aria-label=${label} title=${label} ?disabled=${this.stopping} @click=${() => this.#say('stop')}>
        ${icons.stop}
      </button>
    `;
  }

  /** @returns {HTMLTextAreaElement} */
  get #field() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector('textarea'));
  }

  #typed() {
    this.draft = this.#field.value;
    this.#grow();
  }

  /** As high as its text; the style sheet bounds it. */
  #grow() {
    const field = this.#field;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  /** @param {KeyboardEvent} event */
  #keyPressed(event) {
    if (event.isComposing || event.keyCode === COMPOSING) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'Escape' && this.running) {
      this.#say('stop');
    }
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    this.#send();
  }

  /** @param {Event} event */
  #clicked(event) {
    if (event.target === event.currentTarget) this.#field.focus();
  }

  async #send() {
    if (!this.#say('send', this.draft)) return;
    this.draft = '';
    await this.updateComplete;
    this.#grow();
  }

  /**
   * @param {string} type
   * @param {unknown} [detail]
   * @returns {boolean} whether it was taken
   */
  #say(type, detail) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, cancelable: true }));
  }
}

customElements.define('chat-composer', ChatComposer);
