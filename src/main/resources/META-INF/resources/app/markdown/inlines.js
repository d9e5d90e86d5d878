// @ts-check
import { decodeEntities } from '../../lib/markdown/entities.js';
import { safeLink } from '../../lib/markdown/safe-link.js';

/** @typedef {import('marked').Token} Token */

/** Each kind of inline token to the node it becomes. A kind that is not here is shown as it was written. */
/** @type {Record<string, (token: any) => Node>} */
const INLINE = {
  text: (token) => (token.tokens ? fragment(token.tokens) : text(decodeEntities(token.text))),
  escape: (token) => text(token.text),
  strong: (token) => wrap('strong', token.tokens),
  em: (token) => wrap('em', token.tokens),
  del: (token) => wrap('del', token.tokens),
  codespan: (token) => wrapText('code', token.text),
  br: () => document.createElement('br'),
  checkbox: (token) => checkbox(token.checked),
  html: (token) => html(token.raw),
  link,
  image,
};

/**
 * @param {Token[]} tokens
 * @returns {DocumentFragment}
 */
export function fragment(tokens) {
  const nodes = document.createDocumentFragment();
  for (const token of tokens) nodes.append((INLINE[token.type] ?? asWritten)(token));
  // Text beside text is one node, so that a text grown in steps and a text come at once have the same nodes.
  nodes.normalize();
  return nodes;
}

/** @param {string} value */
function text(value) {
  return document.createTextNode(value);
}

/** @param {{raw: string}} token */
function asWritten(token) {
  return text(token.raw);
}

/**
 * @param {string} name
 * @param {Token[]} tokens
 */
function wrap(name, tokens) {
  const element = document.createElement(name);
  element.append(fragment(tokens));
  return element;
}

/**
 * @param {string} name
 * @param {string} value
 */
function wrapText(name, value) {
  const element = document.createElement(name);
  element.textContent = value;
  return element;
}

/** A sign and not a control: there is nothing to tick in an answer, and screen readers know the sign's name. */
/** @param {boolean} checked */
function checkbox(checked) {
  const box = wrapText('span', checked ? '☑' : '☐');
  box.className = 'checkbox';
  return box;
}

/** HTML stays text, but for the line break: inside a table cell there is no other way to write one. */
/** @param {string} raw */
function html(raw) {
  return /^<br\s*\/?>$/i.test(raw) ? document.createElement('br') : text(raw);
}

/** @param {import('marked').Tokens.Link} token */
function link(token) {
  const anchor = anchorTo(token.href);
  if (!anchor) return text(token.raw);
  anchor.append(fragment(token.tokens));
  return anchor;
}

/** A picture is never fetched, since its address may carry the conversation away; the reader may open it. */
/** @param {import('marked').Tokens.Image} token */
function image(token) {
  const anchor = anchorTo(token.href);
  if (!anchor) return text(token.raw);
  anchor.className = 'image-link';
  anchor.textContent = decodeEntities(token.text) || anchor.href;
  return anchor;
}

/** @param {string} address */
function anchorTo(address) {
  const href = safeLink(decodeEntities(address));
  if (!href) return null;
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer nofollow';
  anchor.title = href;
  return anchor;
}
