// @ts-check
import { html, nothing, svg } from 'lit';
import { contextFill, largerContext } from '../lib/context.js';
import { number, percent, shortName } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { PageElement } from './page-element.js';

/** From here on a long question may not fit any more. */
const HIGH = 0.8;

/**
 * @typedef {object} ContextState
 * @property {number} used tokens
 * @property {number} size tokens
 * @property {string} model
 * @property {number | null} larger tokens that it could hold instead; null while there is no need
 * @property {number | null} wish tokens that the person asked for
 * @property {number} unseen how many turns are left out
 */

/**
 * @param {import('../lib/conversation.js').Conversation} conversation
 * @param {import('../lib/model-shelf.js').Model | null} model the one that is asked next
 * @returns {ContextState | null} null when there is nothing to tell
 */
export function contextState(conversation, model) {
  const fill = contextFill(conversation, model);
  if (!fill || !model) return null;
  const high = fill.used > fill.size * HIGH;
  return {
    ...fill,
    model: model.name,
    larger: high ? largerContext(fill.used, fill.size, model.contextLength) : null,
    wish: conversation.numCtx,
    unseen: conversation.unseenCount,
  };
}

/** How full the model's context is: a ring, and the numbers on request. */
export class ContextMeter extends PageElement {
  static properties = { state: { attribute: false }, open: { state: true } };

  constructor() {
    super();
    /** @type {ContextState} */
    this.state;
    this.open = false;
  }

  render() {
    const { used, size } = this.state;
    const share = used / size;
    const numbers = { used: number(used), size: number(size) };
    const label = t('context.label', { ...numbers, percent: percent(share) });
    return html`
      <button
        type="button"
        class="meter"
        data-level=${level(share)}
        aria-label=${label}
        title=${label}
        aria-haspopup="dialog"
        aria-expanded=${this.open}
        popovertarget="context"
      >
        ${ring(share)}<span aria-hidden="true">${percent(share)}</span>
      </button>
      <div id="context" class="context menu" popover role="dialog" aria-label=${t('context.title')} @toggle=${this.#toggled}>
        <p class="context-numbers">${t('context.numbers', numbers)}</p>
        <p>${t('context.meaning', { model: shortName(this.state.model) })}</p>
        ${this.#room()} ${this.#unseen()}
      </div>
    `;
  }

  #room() {
    const { larger, wish, model } = this.state;
    if (larger) {
      return html`
        <p>${t('context.promise')}</p>
        <p>${t('context.reload', { model: shortName(model) })}</p>
        <button type="button" class="outlined" @click=${() => this.#say('hold', larger)}>${t('context.hold', { size: number(larger) })}</button>
      `;
    }
    return html`
      <p>${t('context.promise')}</p>
      ${wish ? html`<p role="status">${t('context.held')}</p>` : nothing}
    `;
  }

  #unseen() {
    const { unseen } = this.state;
    if (!unseen) return nothing;
    return html`
      <p>${t('context.unseen', { count: number(unseen) })}</p>
      <button type="button" class="outlined" @click=${() => this.#say('show-all')}>${t('context.showAll')}</button>
    `;
  }

  /** @param {ToggleEvent} event */
  #toggled(event) {
    this.open = event.newState === 'open';
  }

  /**
   * @param {string} wish
   * @param {number} [detail]
   */
  #say(wish, detail) {
    this.dispatchEvent(new CustomEvent(wish, { detail, bubbles: true }));
  }
}

/** @param {number} share */
function level(share) {
  if (share > 1) return 'over';
  return share > HIGH ? 'high' : 'fine';
}

/** @param {number} share drawn as a part of the whole circle */
function ring(share) {
  const drawn = Math.min(100, Math.max(1, Math.round(share * 100)));
  return html`
    <svg class="ring" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      ${svg`<circle cx="10" cy="10" r="7.5"/><circle cx="10" cy="10" r="7.5" pathLength="100" stroke-dasharray=${`${drawn} 100`}/>`}
    </svg>
  `;
}

customElements.define('context-meter', ContextMeter);
