// @ts-check
import { html, nothing } from 'lit';
import { t } from '../lib/i18n.js';
import { visibleText } from '../lib/markdown/visible-text.js';
import './chat-answer.js';
import './copy-button.js';
import { icons } from './icons.js';
import { PageElement } from './page-element.js';

/** A question as it was typed, and its answer. */
export class ChatTurn extends PageElement {
  static properties = {
    turn: { attribute: false },
    latest: { type: Boolean },
    connected: { type: Boolean },
    offer: { attribute: false },
    unseen: { type: Boolean },
  };

  constructor() {
    super();
    /** @type {import('../lib/conversation.js').Turn} */
    this.turn;
    this.latest = false;
    this.connected = false;
    /** @type {import('../lib/context.js').ContextOffer | null} */
    this.offer = null;
    /** Whether the model is not shown it any more. */
    this.unseen = false;
  }

  render() {
    const { question, answer } = this.turn;
    return html`
      ${this.unseen ? html`<p class="unseen">${icons.unseen}${t('turn.unseen')}</p>` : nothing}
      <div class="question">
        <h2 class="visually-hidden">${t('turn.you')}</h2>
        <p class="question-text" dir="auto">${visibleText(question)}</p>
        <copy-button .label=${t('turn.copyQuestion')} .text=${() => question}></copy-button>
      </div>
      <chat-answer .answer=${answer} .latest=${this.latest} .connected=${this.connected} .offer=${this.offer}></chat-answer>
    `;
  }
}

customElements.define('chat-turn', ChatTurn);
