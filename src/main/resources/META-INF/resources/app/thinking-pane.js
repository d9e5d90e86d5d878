// @ts-check
import { html } from 'lit';
import { duration } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { icons } from './icons.js';
import './markdown-view.js';
import { PageElement } from './page-element.js';

/** What the model thought: open while it thinks, folded once it answers, unless the reader decided otherwise. */
export class ThinkingPane extends PageElement {
  static properties = { answer: { attribute: false }, wish: { state: true } };

  constructor() {
    super();
    /** @type {import('../lib/answer.js').Answer | null} */
    this.answer = null;
    /** What the reader chose, or null. */
    /** @type {boolean | null} */
    this.wish = null;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('answer')) this.wish = null;
    this.watch({ answer: this.answer });
  }

  render() {
    const { thinking, thinkingMs, phase } = /** @type {import('../lib/answer.js').Answer} */ (this.answer);
    const now = phase === 'thinking';
    const open = this.wish ?? now;
    const words = now || thinkingMs === null ? t('thinking.now') : t('thinking.done', { time: duration(thinkingMs) });
    return html`
      <button type="button" class="thinking-toggle" aria-expanded=${open} @click=${() => (this.wish = !open)}>
        ${icons.think}<span class=${now ? 'shimmer' : ''}>${words}</span>${icons.fold}
      </button>
      <div class="thinking-text" ?hidden=${!open}><markdown-view .source=${thinking}></markdown-view></div>
    `;
  }
}

customElements.define('thinking-pane', ThinkingPane);
