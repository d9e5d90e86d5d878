// @ts-check
import { fragment } from './inlines.js';

/** @typedef {import('marked').Token} Token */

/** An answer's headings stand below the page's own, which take the first two levels; most answers begin at `##`. */
const LEVELS = [3, 3, 4, 5, 6, 6];

/** Deeper than this nobody can read, and the browser's layout slows down. */
const DEEPEST = 40;

/** Each kind of block token to the node it becomes, or null for one that shows nothing. */
/** @type {Record<string, (token: any, depth: number) => Node | null>} */
const BLOCK = {
  space: () => null,
  def: () => null,
  paragraph: (token) => leaf('p', token.tokens),
  text: (token) => fragment(token.tokens ?? [token]),
  checkbox: (token) => fragment([token]),
  heading,
  code,
  list,
  table,
  html: htmlAsText,
  hr: () => document.createElement('hr'),
  blockquote: (token, depth) => container('blockquote', token.tokens, depth),
};

/**
 * @param {Token[]} tokens
 * @param {number} [depth] how many blocks are around these
 * @returns {Node[]}
 */
export function renderBlocks(tokens, depth = 0) {
  if (depth > DEEPEST) return [document.createTextNode(tokens.map((token) => token.raw).join(''))];
  return tokens.flatMap((token) => (BLOCK[token.type] ?? htmlAsText)(token, depth) ?? []);
}

/**
 * @param {string} name
 * @param {Token[]} tokens
 */
function leaf(name, tokens) {
  const element = document.createElement(name);
  // Each block finds its own direction, so that one right-to-left word cannot turn the rest around.
  element.dir = 'auto';
  element.append(fragment(tokens));
  return element;
}

/**
 * @param {string} name
 * @param {Token[]} tokens
 * @param {number} depth
 */
function container(name, tokens, depth) {
  const element = document.createElement(name);
  element.dir = 'auto';
  element.append(...renderBlocks(tokens, depth + 1));
  element.normalize();
  return element;
}

/** @param {import('marked').Tokens.Heading} token */
function heading(token) {
  const element = leaf(`h${LEVELS[token.depth - 1]}`, token.tokens);
  element.className = `heading-${token.depth}`;
  return element;
}

/** @param {import('marked').Tokens.Code} token */
function code(token) {
  const block = document.createElement('div');
  const head = document.createElement('code-head');
  const pre = document.createElement('pre');
  const inner = document.createElement('code');
  const language = token.lang?.trim().split(/\s+/)[0];
  if (language) head.setAttribute('language', language);
  inner.textContent = token.text;
  pre.dir = 'ltr';
  // A box that scrolls must be reachable without a mouse.
  pre.tabIndex = 0;
  pre.append(inner);
  block.className = 'code-block';
  block.append(head, pre);
  return block;
}

/**
 * @param {import('marked').Tokens.List} token
 * @param {number} depth
 */
function list(token, depth) {
  const element = document.createElement(token.ordered ? 'ol' : 'ul');
  if (token.ordered && token.start !== 1) element.setAttribute('start', String(token.start));
  for (const item of token.items) {
    const li = container('li', item.tokens, depth);
    if (item.task) li.className = 'task';
    element.append(li);
  }
  return element;
}

/** @param {import('marked').Tokens.Table} token */
function table(token) {
  const scroller = document.createElement('div');
  scroller.className = 'table-scroll';
  scroller.tabIndex = 0;
  const element = document.createElement('table');
  element.createTHead().append(row('th', token.header));
  element.createTBody().append(...token.rows.map((cells) => row('td', cells)));
  scroller.append(element);
  return scroller;
}

/**
 * @param {'th' | 'td'} name
 * @param {import('marked').Tokens.TableCell[]} cells
 */
function row(name, cells) {
  const element = document.createElement('tr');
  for (const cell of cells) {
    const td = leaf(name, cell.tokens);
    if (cell.align) td.className = `align-${cell.align}`;
    element.append(td);
  }
  return element;
}

/** @param {{raw: string}} token */
function htmlAsText(token) {
  const element = document.createElement('p');
  element.dir = 'auto';
  element.className = 'as-written';
  element.textContent = token.raw.trimEnd();
  return element;
}
