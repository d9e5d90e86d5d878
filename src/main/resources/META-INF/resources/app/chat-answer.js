// @ts-check
import { html, nothing } from 'lit';
import { number, shortName, speed } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { visibleText } from '../lib/markdown/visible-text.js';
import './copy-button.js';
import './failure-note.js';
import { icons, mark } from './icons.js';
import './markdown-view.js';
import { PageElement } from './page-element.js';
import './thinking-pane.js';

/** One answer: what it waits for, what was thought, what was said, how it ended, and what can be done with it. */
export class ChatAnswer extends PageElement {
  static properties = { answer: { attribute: false }, latest: { type: Boolean }, connected: { type: Boolean } };

  constructor() {
    super();
    /** @type {import('../lib/answer.js').Answer} */
    this.answer;
    /** Whether it answers the last question, which alone can be asked again. */
    this.latest = false;
    this.connected = false;
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
        ${answer.thinking ? html`<thinking-pane .answer=${answer}></thinking-pane>` : nothing}
        ${answer.content ? html`<markdown-view .source=${answer.content}></markdown-view>` : nothing}
        ${answer.phase === 'waiting' ? this.#waiting() : nothing}
        ${answer.running ? nothing : this.#end()}
      </div>
      ${answer.running ? nothing : this.#actions()}
    `;
  }

  #waiting() {
    return html`
      <p class="waiting"><span class="spots" aria-hidden="true"><i></i><i></i><i></i></span><span>${this.#waitingFor()}</span></p>
    `;
  }

  #waitingFor() {
    const { wait } = this.answer;
    const model = shortName(this.answer.model);
    if (!this.connected) return t('wait.connecting');
    if (wait?.phase === 'queued') {
      return wait.position ? t('wait.queued', { position: wait.position }) : t('wait.queuedAnywhere');
    }
    if (wait?.phase === 'loading') return t('wait.loading', { model });
    if (wait?.phase === 'prompt') return t('wait.prompt');
    return t('wait.sent', { model });
  }

  #end() {
    const { phase, failure, reason, content } = this.answer;
    if (phase === 'failed') return html`<failure-note .failure=${failure} .retry=${this.latest}></failure-note>`;
    if (phase === 'stopped') return html`<p class="ending">${t('turn.stopped')}</p>`;
    if (reason === 'length') return html`<p class="ending">${t('turn.length')}</p>`;
    return content ? nothing : html`<p class="ending">${t('turn.empty')}</p>`;
  }

  #actions() {
    const { content, phase } = this.answer;
    return html`
      <div class="answer-actions">
        ${content ? html`<copy-button .label=${t('turn.copy')} .text=${() => visibleText(content)}></copy-button>` : nothing}
        ${this.latest && phase !== 'failed'
          ? html`<button type="button" class="quiet" aria-label=${t('turn.regenerate')} title=${t('turn.regenerate')} @click=${this.#regenerate}>${icons.again}</button>`
          : nothing}
        ${this.#stats()}
      </div>
    `;
  }

  #stats() {
    const { stats } = this.answer;
    if (!stats?.tokens) return nothing;
    const rate = speed(stats);
    return html`
      <span class="answer-stats">
        ${t('turn.tokens', { count: number(stats.tokens) })}${rate ? html` · ${t('turn.speed', { speed: number(rate) })}` : nothing}
      </span>
    `;
  }

  #regenerate() {
    this.dispatchEvent(new Event('regenerate', { bubbles: true }));
  }
}

customElements.define('chat-answer', ChatAnswer);
