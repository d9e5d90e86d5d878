// @ts-check
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { number, shortName, speed } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { visibleText } from '../lib/markdown/visible-text.js';
import { waitingWords } from '../lib/waiting.js';
import './copy-button.js';
import './failure-note.js';
import { icons, mark } from './icons.js';
import './markdown-view.js';
import { PageElement } from './page-element.js';
import './thinking-pane.js';

/** One answer: what it waits for, what was thought, what was said, how it ended, and what can be done with it. */
export class ChatAnswer extends PageElement {
  static properties = {
    answer: { attribute: false },
    latest: { type: Boolean },
    connected: { type: Boolean },
    offer: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../lib/answer.js').Answer} */
    this.answer;
    /** Whether it answers the last question, which alone can be asked again. */
    this.latest = false;
    this.connected = false;
    /** What can be done when the conversation does not fit, or null. */
    /** @type {import('../lib/context.js').ContextOffer | null} */
    this.offer = null;
  }

  willUpdate() {
    this.watch({ answer: this.answer });
  }

  render() {
    const { answer } = this;
    const model = shortName(answer.model);
    return html`
      <h2 class="visually-hidden">${t('turn.answer', { model })}</h2>
      <p class="answer-model" aria-hidden="true">${mark}<bdi>${model}</bdi></p>
      <div class="answer-body" aria-busy=${answer.running} data-phase=${answer.phase}>
        ${keyed(answer.rewritten, this.#text())}
        ${answer.phase === 'waiting' ? this.#waiting() : nothing}
        ${answer.running ? nothing : this.#end()}
      </div>
      ${answer.running ? nothing : this.#actions()}
    `;
  }

  #text() {
    const { answer } = this;
    return html`
      ${answer.thinking ? html`<thinking-pane .answer=${answer}></thinking-pane>` : nothing}
      ${answer.content ? html`<markdown-view .source=${answer.content}></markdown-view>` : nothing}
    `;
  }

  #waiting() {
    const words = waitingWords(this.answer, this.connected);
    return html`
      <p class="waiting"><span class="spots" aria-hidden="true"><i></i><i></i><i></i></span><span>${words}</span></p>
    `;
  }

  #end() {
    const { phase, failure, reason, content, continuable, addedNothing } = this.answer;
    if (phase === 'failed') {
      return html`
        <failure-note .failure=${failure} .retry=${this.latest} .continuable=${continuable} .offer=${this.offer}></failure-note>
      `;
    }
    if (phase === 'stopped') return this.#ending(t('turn.stopped'));
    if (addedNothing) return this.#ending(t('turn.nothingAdded'));
    if (reason === 'length') return this.#ending(t('turn.length'));
    return content ? nothing : this.#ending(t('turn.empty'));
  }

  /** @param {string} words */
  #ending(words) {
    return html`
      <p class="ending">
        <span>${words}</span>
        ${this.latest && this.answer.continuable
          ? html`<button type="button" class="outlined" @click=${() => this.#ask('go-on')}>${icons.more}${t('turn.continue')}</button>`
          : nothing}
      </p>
    `;
  }

  #actions() {
    const { content, phase } = this.answer;
    return html`
      <div class="answer-actions">
        ${content ? html`<copy-button .label=${t('turn.copy')} .text=${() => visibleText(content)}></copy-button>` : nothing}
        ${this.latest && phase !== 'failed'
          ? html`<button type="button" class="quiet" aria-label=${t('turn.regenerate')} title=${t('turn.regenerate')} @click=${() => this.#ask('regenerate')}>${icons.again}</button>`
          : nothing}
        ${this.#stats()}
      </div>
    `;
  }

  #stats() {
    const { stats, part } = this.answer;
    if (!stats?.tokens) return nothing;
    const rate = speed(stats);
    // Of an answer that went on, only the last part was counted.
    const words = [
      part ? null : t('turn.tokens', { count: number(stats.tokens) }),
      rate ? t('turn.speed', { speed: number(rate) }) : null,
    ];
    return html`<span class="answer-stats">${words.filter(Boolean).join(' · ')}</span>`;
  }

  /** @param {string} wish */
  #ask(wish) {
    this.dispatchEvent(new Event(wish, { bubbles: true }));
  }
}

customElements.define('chat-answer', ChatAnswer);
