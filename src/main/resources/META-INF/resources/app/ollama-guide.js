// @ts-check
import { html, nothing } from 'lit';
import { t } from '../lib/i18n.js';
import './copy-button.js';
import { PageElement } from './page-element.js';

/** A small model that most machines can run; the same that Ollama's own documentation begins with. */
const FIRST_MODEL = 'ollama pull llama3.2';

/** How to get from nothing to a first model: Ollama is not there, or has no model yet. */
export class OllamaGuide extends PageElement {
  static properties = { ollama: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../lib/model-shelf.js').OllamaState | null} */
    this.ollama = null;
  }

  render() {
    if (!this.ollama) return nothing;
    return html`
      <section class="guide" aria-labelledby="guide-title">
        ${this.ollama.problem ? this.#absent(this.ollama) : this.#empty()}
        <p class="guide-looking"><span class="pulse" aria-hidden="true"></span>${t('guide.looking')}</p>
      </section>
    `;
  }

  /** @param {import('../lib/model-shelf.js').OllamaState} ollama */
  #absent({ url, problem }) {
    return html`
      <h2 id="guide-title">${t('guide.title')}</h2>
      <p>${t('guide.lead')}</p>
      <ol class="steps">
        <li><div class="step-head"><h3>${t('guide.install')}</h3><p>${installDetail()}</p></div></li>
        <li><div class="step-head"><h3>${t('guide.start')}</h3></div>${command(problem?.hint || 'ollama serve')}</li>
        <li><div class="step-head"><h3>${t('guide.pull')}</h3><p>${t('guide.pullDetail')}</p></div>${command(FIRST_MODEL)}</li>
      </ol>
      <details class="guide-where">
        <summary>${t('guide.looked', { url })} <u>${t('guide.elsewhere')}</u></summary>
        <p>${t('guide.address')}</p>
        ${command('OLLAMA_HOST=192.168.1.20:11434')}
      </details>
    `;
  }

  #empty() {
    return html`
      <h2 id="guide-title">${t('guide.emptyTitle')}</h2>
      <p>${t('guide.emptyLead')}</p>
      ${command(FIRST_MODEL)}
    `;
  }
}

function installDetail() {
  const [before, after] = t('guide.installDetail').split('{link}');
  return html`${before}<a href="https://ollama.com/download" target="_blank" rel="noopener noreferrer">ollama.com/download</a>${after}`;
}

/** @param {string} words */
function command(words) {
  return html`<p class="command"><code>${words}</code><copy-button .label=${t('copy.do')} .text=${() => words}></copy-button></p>`;
}

customElements.define('ollama-guide', OllamaGuide);
