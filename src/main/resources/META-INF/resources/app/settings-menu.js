// @ts-check
import { html } from 'lit';
import { LANGUAGES, locale, t } from '../lib/i18n.js';
import { icons } from './icons.js';
import { PageElement } from './page-element.js';

/** What a person may set about the page: its language and its light. */
export class SettingsMenu extends PageElement {
  static properties = { preferences: { attribute: false }, open: { state: true } };

  constructor() {
    super();
    /** @type {import('../lib/preferences.js').Preferences} */
    this.preferences;
    this.open = false;
  }

  willUpdate() {
    this.watch({ preferences: this.preferences });
  }

  render() {
    return html`
      <button
        type="button"
        class="quiet"
        aria-haspopup="dialog"
        aria-expanded=${this.open}
        aria-label=${t('settings.open')}
        title=${t('settings.open')}
        popovertarget="settings"
      >
        ${icons.settings}
      </button>
      <div id="settings" class="settings menu" popover role="dialog" aria-label=${t('settings.open')} @toggle=${this.#toggled}>
        ${this.#theme()} ${this.#language()}
      </div>
    `;
  }

  #theme() {
    const { theme } = this.preferences;
    return choice('theme', t('settings.theme'), theme ?? 'system', [
      ['system', t('settings.system'), () => (this.preferences.theme = null)],
      ['light', t('settings.light'), () => (this.preferences.theme = 'light')],
      ['dark', t('settings.dark'), () => (this.preferences.theme = 'dark')],
    ]);
  }

  #language() {
    return choice(
      'language',
      t('settings.language'),
      locale.language,
      Object.entries(LANGUAGES).map(([tag, name]) => [tag, name, () => (this.preferences.language = tag)]),
    );
  }

  /** @param {ToggleEvent} event */
  #toggled(event) {
    this.open = event.newState === 'open';
    if (this.open) /** @type {HTMLElement | null} */ (this.querySelector('input:checked'))?.focus();
  }
}

/**
 * @param {string} name
 * @param {string} legend
 * @param {string} current
 * @param {[value: string, words: string, choose: () => void][]} options
 */
function choice(name, legend, current, options) {
  return html`
    <fieldset class="choice">
      <legend>${legend}</legend>
      <div class="segments">
        ${options.map(
          ([value, words, choose]) => html`
            <label>
              <input type="radio" name=${name} value=${value} .checked=${value === current} @change=${choose} />
              <span lang=${name === 'language' ? value : ''}>${words}</span>
            </label>
          `,
        )}
      </div>
    </fieldset>
  `;
}

customElements.define('settings-menu', SettingsMenu);
