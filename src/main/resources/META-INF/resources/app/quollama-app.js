// @ts-check
import { html } from 'lit';
import { contextOffer } from '../lib/context.js';
import { t } from '../lib/i18n.js';
import './chat-composer.js';
import './connection-bar.js';
import { contextState } from './context-meter.js';
import { icons, mark } from './icons.js';
import { loadTranscript, loadTranscriptSoon } from './late-transcript.js';
import './keep-note.js';
import './live-announcer.js';
import './model-picker.js';
import { PageElement } from './page-element.js';
import './settings-menu.js';
import './welcome-screen.js';

/** The page: puts the parts in their places and carries what they say to the chat. */
export class QuollamaApp extends PageElement {
  static properties = { services: { attribute: false } };

  #wasStocked = true;

  constructor() {
    super();
    /** @type {import('./services.js').Services} */
    this.services;
  }

  willUpdate() {
    const { chat, shelf, connection, preferences } = this.services;
    this.watch({ chat, conversation: chat.conversation, shelf, connection, preferences });
    if (chat.conversation.last) loadTranscript();
  }

  render() {
    const { chat, shelf, connection, preferences, store } = this.services;
    const { conversation } = chat;
    const answer = conversation.last?.answer ?? null;
    return html`
      <a class="skip" href="#message">${t('app.skip')}</a>
      <header class="top">
        <h1>${mark}<span>Quollama</span></h1>
        <model-picker .shelf=${shelf} @chosen=${this.#focusComposer}></model-picker>
        <div class="top-end">
          <button type="button" class="quiet" aria-label=${t('app.newChat')} title=${t('app.newChat')} @click=${this.#begin}>${icons.newChat}</button>
          <settings-menu .preferences=${preferences}></settings-menu>
        </div>
      </header>
      <connection-bar .connection=${connection}></connection-bar>
      <main
        @regenerate=${this.#regenerate}
        @go-on=${this.#goOn}
        @without-thinking=${this.#withoutThinking}
        @widen=${this.#widen}
        @leave-out=${this.#leaveOut}
        @again=${this.#again}
        @suggest=${this.#suggest}
      >
        ${answer
          ? html`<chat-transcript
              .conversation=${conversation}
              .connected=${connection.state === 'open'}
              .offer=${contextOffer(conversation, shelf.named(answer.model))}
            ></chat-transcript>`
          : html`<div class="scroller"><welcome-screen .shelf=${shelf}></welcome-screen></div>`}
      </main>
      <footer class="column">
        <keep-note .store=${store}></keep-note>
        <chat-composer
          .model=${shelf.chosen}
          .running=${chat.running !== null}
          .stopping=${chat.running?.stopping ?? false}
          .think=${preferences.think}
          .context=${contextState(conversation, shelf.chosen)}
          @draft=${this.#keepDraft}
          @hold=${this.#hold}
          @show-all=${this.#showAll}
          @send=${this.#ask}
          @stop=${this.#stop}
          @think=${this.#wishThinking}
        ></chat-composer>
      </footer>
      <live-announcer .answer=${answer}></live-announcer>
    `;
  }

  firstUpdated() {
    this.#composer.restore(this.services.draft.text);
    loadTranscriptSoon();
    this.#focusComposer();
  }

  updated() {
    const { shelf } = this.services;
    if (shelf.ollama === null) return;
    if (shelf.stocked && !this.#wasStocked) this.#announcer.say(t('guide.ready'));
    this.#wasStocked = shelf.stocked;
  }

  get #composer() {
    return /** @type {import('./chat-composer.js').ChatComposer} */ (this.querySelector('chat-composer'));
  }

  get #announcer() {
    return /** @type {import('./live-announcer.js').LiveAnnouncer} */ (this.querySelector('live-announcer'));
  }

  /** Not on a phone: a keyboard that slides over the page is not what its reader came for. */
  #focusComposer() {
    if (matchMedia('(pointer: fine)').matches) this.#composer.focusField();
  }

  /** @param {CustomEvent<string>} event */
  async #ask(event) {
    if (!this.services.chat.ask(event.detail.trim())) {
      event.preventDefault();
      return;
    }
    await this.#showLatest();
  }

  #stop() {
    this.services.chat.stop();
    // The button that was pressed is about to be another.
    this.#focusComposer();
  }

  #regenerate() {
    this.services.chat.regenerate();
    this.#showLatest();
  }

  #goOn() {
    this.services.chat.goOn();
    this.#showLatest();
  }

  /** @param {CustomEvent<number>} event tokens */
  #widen(event) {
    this.services.chat.conversation.widen(event.detail);
    this.#again();
  }

  /** @param {CustomEvent<number>} event how many turns */
  #leaveOut(event) {
    this.services.chat.conversation.leaveOut(event.detail);
    this.#again();
  }

  #again() {
    this.services.chat.again();
    this.#showLatest();
  }

  /** @param {CustomEvent<number>} event tokens */
  #hold(event) {
    this.services.chat.conversation.widen(event.detail);
  }

  #showAll() {
    this.services.chat.conversation.showAll();
  }

  /** @param {CustomEvent<string>} event */
  #keepDraft(event) {
    this.services.draft.text = event.detail;
    loadTranscript();
  }

  #withoutThinking() {
    this.services.preferences.think = false;
    this.#regenerate();
  }

  async #showLatest() {
    await Promise.all([this.updateComplete, loadTranscript()]);
    /** @type {import('./chat-transcript.js').ChatTranscript | null} */ (this.querySelector('chat-transcript'))?.toLatest?.();
  }

  /** @param {CustomEvent<boolean>} event */
  #wishThinking(event) {
    this.services.preferences.think = event.detail;
  }

  /** @param {CustomEvent<string>} event */
  #suggest(event) {
    this.#composer.fill(event.detail);
  }

  #begin() {
    this.services.chat.begin();
    this.#focusComposer();
  }
}

customElements.define('quollama-app', QuollamaApp);
