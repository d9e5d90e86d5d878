// @ts-check
import { html } from 'lit';
import { t } from '../lib/i18n.js';
import './copy-button.js';
import { PageElement } from './page-element.js';

/** Stands above a piece of code: what language it is in, and a way to take it along. The code is its next sibling. */
export class CodeHead extends PageElement {
  static properties = { language: {} };

  constructor() {
    super();
    this.language = '';
  }

  render() {
    return html`
      <span class="code-language">${this.language || t('code.label')}</span>
      <copy-button .label=${t('code.copy')} .text=${() => this.nextElementSibling?.textContent ?? ''} worded></copy-button>
    `;
  }
}

customElements.define('code-head', CodeHead);
