// @ts-check
import { html, nothing } from 'lit';
import { shortName } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { icons } from './icons.js';
import { modelOption } from './model-option.js';
import { PageElement } from './page-element.js';

/** With so many, finding one by its name is quicker than looking. */
const MANY = 7;

/** The chosen model, and a list to choose another from: a combobox when there are many, else a plain list box. */
export class ModelPicker extends PageElement {
  static properties = {
    shelf: { attribute: false },
    open: { state: true },
    filter: { state: true },
    active: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../lib/model-shelf.js').ModelShelf} */
    this.shelf;
    this.open = false;
    this.filter = '';
    /** The name of the option that Enter would take. */
    this.active = '';
  }

  willUpdate() {
    this.watch({ shelf: this.shelf });
  }

  render() {
    const { chosen, models, ollama } = this.shelf;
    const name = chosen ? shortName(chosen.name) : t(ollama ? 'models.none' : 'models.looking');
    return html`
      <button
        type="button"
        class="picker-button"
        aria-haspopup="dialog"
        aria-expanded=${this.open}
        aria-label=${t('models.current', { model: name })}
        popovertarget="models"
        ?disabled=${models.length === 0}
      >
        <bdi>${name}</bdi>${icons.fold}
      </button>
      <div id="models" class="picker menu" popover role="dialog" aria-label=${t('models.pick')} @toggle=${this.#toggled} @keydown=${this.#keyPressed}>
        ${this.open ? this.#list() : nothing}
      </div>
    `;
  }

  #list() {
    const models = this.#matching;
    const many = this.shelf.models.length >= MANY;
    const active = models.some((model) => model.name === this.active) ? optionId(this.active) : nothing;
    return html`
      ${many
        ? html`<input
            type="search"
            role="combobox"
            aria-expanded="true"
            aria-controls="model-list"
            aria-autocomplete="list"
            aria-activedescendant=${active}
            aria-label=${t('models.filter')}
            placeholder=${t('models.filter')}
            autocomplete="off"
            spellcheck="false"
            .value=${this.filter}
            @input=${this.#filtered}
          />`
        : nothing}
      <div
        id="model-list"
        role="listbox"
        aria-label=${t('models.pick')}
        tabindex=${many ? -1 : 0}
        aria-activedescendant=${many ? nothing : active}
      >
        ${models.map((model) =>
          modelOption(model, {
            id: optionId(model.name),
            chosen: model === this.shelf.chosen,
            active: model.name === this.active,
            choose: () => this.#choose(model.name),
            point: () => (this.active = model.name),
          }),
        )}
      </div>
      ${models.length ? nothing : html`<p class="menu-note" role="status">${t('models.noMatch')}</p>`}
    `;
  }

  get #matching() {
    const words = this.filter.toLowerCase().split(/\s+/);
    return this.shelf.models.filter(({ name, family, parameters }) => {
      const text = `${name} ${family ?? ''} ${parameters ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  /** @param {ToggleEvent} event */
  async #toggled(event) {
    this.open = event.newState === 'open';
    if (!this.open) return;
    this.filter = '';
    this.active = this.shelf.chosen?.name ?? '';
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[role=combobox], [role=listbox]'))?.focus();
    this.#showActive();
  }

  /** @param {Event} event */
  #filtered(event) {
    this.filter = /** @type {HTMLInputElement} */ (event.target).value;
    this.active = this.#matching[0]?.name ?? '';
  }

  /** @param {KeyboardEvent} event */
  #keyPressed(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter' && this.active) {
      event.preventDefault();
      this.#choose(this.active);
    } else if (this.#move(event.key)) {
      event.preventDefault();
    } else if (event.key.length === 1 && !this.querySelector('[role=combobox]')) {
      this.#jumpTo(event.key);
    }
  }

  /**
   * @param {string} key
   * @returns {boolean} whether it was a key that moves
   */
  #move(key) {
    const models = this.#matching;
    const at = models.findIndex((model) => model.name === this.active);
    const last = models.length - 1;
    /** @type {Record<string, number>} */
    const target = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last };
    if (!(key in target)) return false;
    this.#activate(models[target[key]]);
    return true;
  }

  /** @param {string} letter */
  #jumpTo(letter) {
    const { models } = this.shelf;
    const from = models.findIndex((model) => model.name === this.active) + 1;
    const ahead = [...models.slice(from), ...models.slice(0, from)];
    this.#activate(ahead.find((model) => model.name.toLowerCase().startsWith(letter.toLowerCase())));
  }

  /** @param {import('../lib/model-shelf.js').Model | undefined} model */
  #activate(model) {
    if (!model) return;
    this.active = model.name;
    this.updateComplete.then(() => this.#showActive());
  }

  #showActive() {
    this.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {string} name */
  #choose(name) {
    this.shelf.choose(name);
    /** @type {HTMLElement} */ (this.querySelector('#models')).hidePopover();
    this.dispatchEvent(new Event('chosen', { bubbles: true }));
  }
}

/** @param {string} name */
function optionId(name) {
  return `model-${name.replace(/[^\w-]/g, (character) => `_${character.charCodeAt(0)}`)}`;
}

customElements.define('model-picker', ModelPicker);
