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
    return wait.position ? t('wait.queued', { ordinal: ordinal(wait.position) }) : t('wait.queuedAnywhere');
  }
  if (wait?.phase === 'loading') return t('wait.loading', { model: name });
  if (wait?.phase === 'prompt') return t('wait.prompt');
  return t('wait.sent', { model: name });
}
