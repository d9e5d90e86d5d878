// @ts-check
import { html, nothing } from 'lit';
import { t } from '../lib/i18n.js';
import { icons } from './icons.js';
import { PageElement } from './page-element.js';

/** Says that nothing is kept, and why; once for each reason. Says nothing while all is well. */
export class KeepNote extends PageElement {
  static properties = { store: { attribute: false }, dismissed: { state: true } };

  constructor() {
    super();
    /** @type {import('../lib/store/conversation-store.js').ConversationStore} */
    this.store;
    /** The reason that was read. */
    /** @type {string | null} */
    this.dismissed = null;
  }

  willUpdate() {
    this.watch({ store: this.store });
  }

  render() {
    const { trouble } = this.store;
    const shown = trouble !== this.dismissed ? trouble : null;
    return html`
      <div role="status" class="keep-note" data-trouble=${shown ?? 'none'}>
        ${shown
          ? html`
              ${icons.alert}<span>${t(`keep.${shown}`)}</span>
              <button type="button" class="quiet" @click=${() => (this.dismissed = shown)}>${t('keep.dismiss')}</button>
            `
          : nothing}
      </div>
    `;
  }
}

customElements.define('keep-note', KeepNote);
