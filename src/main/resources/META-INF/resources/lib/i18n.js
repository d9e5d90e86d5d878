// @ts-check
import { en } from './i18n/en.js';
import { Observable } from './observable.js';

/** @typedef {typeof en} Dictionary */
/** @typedef {keyof Dictionary} Key */

/** The languages there are, each in its own words. English is always at hand; the others load when wanted. */
export const LANGUAGES = /** @type {const} */ ({ en: 'English', 'zh-CN': '简体中文' });

/** @typedef {keyof typeof LANGUAGES} Language */

/** @type {Record<Language, () => Promise<Dictionary>>} */
const LOAD = {
  en: async () => en,
  'zh-CN': async () => (await import('./i18n/zh-CN.js')).zhCN,
};

class Locale extends Observable {
  /** @type {Language} */
  language = 'en';
  /** @type {Dictionary} */
  words = en;

  /**
   * @param {Language} language
   */
  async use(language) {
    this.words = await LOAD[language]();
    this.language = language;
    this.changed();
  }
}

/** The language that the page speaks now. */
export const locale = new Locale();

/**
 * The first of the wanted languages that the page speaks; any Chinese is better served by simplified Chinese than
 * by English.
 *
 * @param {readonly string[]} wanted BCP 47 tags, best first
 * @returns {Language}
 */
export function pickLanguage(wanted) {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

/**
 * The words of a key, with each `{name}` replaced.
 *
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return locale.words[key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * The words of a key that is made from what a server said, or null when there are none.
 *
 * @param {string} key
 */
export function maybe(key) {
  return Object.hasOwn(locale.words, key) ? locale.words[/** @type {Key} */ (key)] : null;
}
