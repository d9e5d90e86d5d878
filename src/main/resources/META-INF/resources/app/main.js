// @ts-check
import { LANGUAGES, locale, pickLanguage } from '../lib/i18n.js';
import { loadTranscript } from './late-transcript.js';
import { startServices } from './services.js';

const services = startServices();
const { preferences } = services;

/** Brings the document in line with what the person prefers. */
async function apply() {
  const { theme, language } = preferences;
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;

  const wanted = language && Object.hasOwn(LANGUAGES, language) ? [language] : navigator.languages;
  const picked = pickLanguage(wanted);
  if (picked !== locale.language) {
    try {
      await locale.use(picked);
    } catch {
      // Its words could not be fetched: the page goes on in the language that it has, and tries again when reloaded.
    }
  }
  document.documentElement.lang = locale.language;
}

preferences.watch(apply);
await Promise.all([apply(), services.ready]);

// Its elements are defined only now, so that the first thing drawn is in the right language, and where one left off.
if (services.chat.conversation.last) await loadTranscript();
const app = /** @type {import('./quollama-app.js').QuollamaApp} */ (document.querySelector('quollama-app'));
app.services = services;
await import('./quollama-app.js');
