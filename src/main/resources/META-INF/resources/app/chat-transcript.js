// @ts-check
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../lib/i18n.js';
import './chat-turn.js';
import { icons } from './icons.js';
import { PageElement } from './page-element.js';

/** So near to the end, in pixels, the reader wants to see what comes. */
const NEAR_END = 64;

/** The conversation, in a box that follows its end for as long as the reader does not scroll away. */
export class ChatTranscript extends PageElement {
  static properties = {
    conversation: { attribute: false },
    connected: { type: Boolean },
    offer: { attribute: false },
    following: { state: true },
  };

  /** What comes in grows the content; what is typed shrinks the box. Both move the end. */
  #growth = new ResizeObserver(() => this.#follow());
  #lastTop = 0;

  constructor() {
    super();
    /** @type {import('../lib/conversation.js').Conversation} */
    this.conversation;
    this.connected = false;
    /** What can be done when the conversation does not fit, or null. */
    /** @type {import('../lib/context.js').ContextOffer | null} */
    this.offer = null;
    this.following = true;
  }

  willUpdate() {
    this.watch({ conversation: this.conversation });
  }

  firstUpdated() {
    this.#growth.observe(this.#scroller);
    this.#growth.observe(/** @type {Element} */ (this.#scroller.firstElementChild));
  }

  render() {
    const { turns, unseenCount } = this.conversation;
    return html`
      <div class="scroller" tabindex="0" role="region" aria-label=${t('app.conversation')} @scroll=${this.#scrolled}>
        <div class="turns column">
          ${repeat(
            turns,
            (turn) => turn.id,
            (turn, index) => this.#turn(turn, index < unseenCount),
          )}
        </div>
      </div>
      ${this.following
        ? nothing
        : html`<button type="button" class="to-latest" aria-label=${t('turn.latest')} title=${t('turn.latest')} @click=${this.toLatest}>${icons.down}</button>`}
    `;
  }

  /**
   * @param {import('../lib/conversation.js').Turn} turn
   * @param {boolean} unseen
   */
  #turn(turn, unseen) {
    const latest = turn === this.conversation.last;
    const offer = latest ? this.offer : null;
    return html`
      <chat-turn .turn=${turn} .latest=${latest} .connected=${this.connected} .offer=${offer} ?unseen=${unseen}></chat-turn>
    `;
  }

  /** Goes to the end and stays there. */
  toLatest() {
    this.following = true;
    this.#follow();
  }

  /** @returns {HTMLElement} */
  get #scroller() {
    return /** @type {HTMLElement} */ (this.querySelector('.scroller'));
  }

  #follow() {
    const scroller = this.#scroller;
    if (this.following) scroller.scrollTop = scroller.scrollHeight;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const atEnd = scrollHeight - clientHeight - scrollTop < NEAR_END;
    // Only a move upwards is a wish to leave: content that grows leaves the end behind as well.
    if (scrollTop < this.#lastTop && !atEnd) this.following = false;
    else if (atEnd) this.following = true;
    this.#lastTop = scrollTop;
  }
}

customElements.define('chat-transcript', ChatTranscript);
