// @ts-check
import { html, nothing } from 'lit';
import { size } from '../lib/format.js';
import { maybe, t } from '../lib/i18n.js';
import { icons } from './icons.js';

/**
 * One model of the picker's list.
 *
 * @param {import('../lib/model-shelf.js').Model} model
 * @param {{id: string, chosen: boolean, active: boolean, choose: () => void, point: () => void}} how
 */
export function modelOption(model, { id, chosen, active, choose, point }) {
  return html`
    <div
      role="option"
      id=${id}
      class=${active ? 'option active' : 'option'}
      aria-selected=${chosen}
      @click=${choose}
      @pointermove=${point}
    >
      <span class="option-name"><bdi>${model.name}</bdi>${model.builtIn ? badge(t('models.builtIn')) : nothing}</span>
      <span class="option-facts">${facts(model)}</span>
      ${capabilities(model)}
      ${chosen ? icons.done : nothing}
    </div>
  `;
}

/** @param {import('../lib/model-shelf.js').Model} model */
function facts(model) {
  if (model.builtIn) return t('models.demo');
  return [model.parameters, model.size ? size(model.size) : null, model.quantisation].filter(Boolean).join(' · ');
}

/** @param {import('../lib/model-shelf.js').Model} model */
function capabilities(model) {
  if (model.builtIn) return nothing;
  // What every chat model can do has no words here, and so no badge.
  const words = model.capabilities?.map((capability) => maybe(`capability.${capability}`)).filter(Boolean) ?? [];
  return words.length ? html`<span class="badges">${words.map(badge)}</span>` : nothing;
}

/** @param {unknown} words */
function badge(words) {
  return html`<span class="badge">${words}</span>`;
}
