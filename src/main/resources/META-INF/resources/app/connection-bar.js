// @ts-check
import { html, nothing } from 'lit';
import { t } from '../lib/i18n.js';
import { PageElement } from './page-element.js';

/** A connection that comes sooner than this needs no word. */
const PATIENCE_MS = 1_000;
/** How long it is worth saying that all is well again. */
const RELIEF_MS = 2_500;

/** Says that the connection is lost, and that it is back; says nothing while it holds. */
export class ConnectionBar extends PageElement {
  static properties = { connection: { attribute: false }, shown: { state: true } };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {() => void} */
  #unwatch = () => {};

  constructor() {
    super();
    /** @type {import('../lib/reopening-socket.js').ReopeningSocket} */
    this.connection;
    /** @type {'' | 'connecting' | 'lost' | 'back'} */
    this.shown = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#timer = setTimeout(() => this.#look(), PATIENCE_MS);
    this.#unwatch = this.connection.watch(() => this.#look());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#unwatch();
  }

  render() {
    return html`
      <div role="status" class="connection" data-state=${this.shown || 'fine'}>
        ${this.shown ? html`<span class="connection-dot" aria-hidden="true"></span><span>${t(`connection.${this.shown}`)}</span>` : nothing}
      </div>
      ${this.shown === 'lost' ? html`<button type="button" class="quiet" @click=${() => this.connection.connect()}>${t('connection.retry')}</button>` : nothing}
    `;
  }

  #look() {
    clearTimeout(this.#timer);
    const { state } = this.connection;
    if (state !== 'open') this.shown = state;
    else if (this.shown) this.#relieve();
  }

  #relieve() {
    this.shown = 'back';
    this.#timer = setTimeout(() => (this.shown = ''), RELIEF_MS);
  }
}

customElements.define('connection-bar', ConnectionBar);
