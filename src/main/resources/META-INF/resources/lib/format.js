// @ts-check
import { locale, t } from './i18n.js';

/**
 * A model's name as people say it: `latest` is what Ollama takes when nothing is said.
 *
 * @param {string} name
 */
export function shortName(name) {
  return name.replace(/:latest$/, '');
}

/** @param {number} bytes */
export function size(bytes) {
  const gigabytes = bytes / 1e9;
  const [value, unit] = gigabytes >= 1 ? [gigabytes, 'gigabyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(locale.language, {
    style: 'unit',
    unit,
    maximumFractionDigits: gigabytes >= 1 ? 1 : 0,
  }).format(value);
}

/** @param {number} value */
export function number(value) {
  return new Intl.NumberFormat(locale.language, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

/** @param {number} milliseconds */
export function duration(milliseconds) {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const part = (/** @type {number} */ value, /** @type {string} */ unit) =>
    new Intl.NumberFormat(locale.language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  if (seconds < 60) return part(seconds, 'second');
  return `${part(Math.floor(seconds / 60), 'minute')} ${part(seconds % 60, 'second')}`;
}

/** Under so many tokens, or so little time, the speed says more about the clock than about the model. */
const FEW_TOKENS = 8;

/**
 * @param {import('./frames.js').Stats} stats
 * @returns {number | null} tokens a second, or null when it would mislead
 */
export function speed({ tokens = 0, generateMs = 0 }) {
  return tokens >= FEW_TOKENS && generateMs > 0 ? tokens / (generateMs / 1000) : null;
}

/** @param {number} share of 1; more than all is said as all */
export function percent(share) {
  return new Intl.NumberFormat(locale.language, { style: 'percent' }).format(Math.min(1, share));
}

/**
 * @param {number} place 1 for the first
 * @returns {string} such as `Third`, or `21st`
 */
export function ordinal(place) {
  const form = new Intl.PluralRules(locale.language, { type: 'ordinal' }).select(place);
  const key = /** @type {import('./i18n.js').Key} */ (`ordinal.${form}`);
  return t('ordinal.words').split(' ')[place - 1] || t(key, { number: number(place) });
}
