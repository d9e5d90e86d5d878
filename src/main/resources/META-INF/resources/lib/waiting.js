// @ts-check
import { ordinal, shortName } from './format.js';
import { t } from './i18n.js';

/**
 * What an answer waits for, in words.
 *
 * @param {import('./answer.js').Answer} answer
 * @param {boolean} connected
 */
export function waitingWords({ wait, model }, connected) {
  const name = shortName(model);
  if (!connected) return t('wait.connecting');
  if (wait?.phase === 'queued') {
    // The position is how many are ahead.
    return wait.position === undefined ? t('wait.queuedAnywhere') : t('wait.queued', { ordinal: ordinal(wait.position + 1) });
  }
  if (wait?.phase === 'loading') return t('wait.loading', { model: name });
  if (wait?.phase === 'prompt') return t('wait.prompt');
  return t('wait.sent', { model: name });
}
