// @ts-check

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address to link to, or null when it is none that a model may offer: another scheme, or relative, which would
 * point into this very service.
 *
 * @param {string} address as written, entities decoded
 */
export function safeLink(address) {
  try {
    const url = new URL(address.trim());
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
