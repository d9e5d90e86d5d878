// @ts-check

/**
 * Makes the children of `parent`, from the `from`-th on, equal to `wanted`, changing as little as it can: what
 * stays the same stays the same node, so that a selection in it survives and nothing is laid out twice.
 *
 * @param {Node} parent
 * @param {Node[]} wanted consumed: its nodes may end up in the page
 * @param {number} [from]
 */
export function reconcile(parent, wanted, from = 0) {
  for (let i = 0; i < wanted.length; i++) {
    const old = parent.childNodes[from + i];
    if (!old) parent.appendChild(wanted[i]);
    else if (!patch(old, wanted[i])) parent.replaceChild(wanted[i], old);
  }
  while (parent.childNodes.length > from + wanted.length) parent.lastChild?.remove();
}

/**
 * @param {Node} old
 * @param {Node} wanted
 * @returns {boolean} whether `old` could be made equal to `wanted`
 */
function patch(old, wanted) {
  if (old instanceof Text && wanted instanceof Text) {
    patchText(old, wanted.data);
    return true;
  }
  if (!(old instanceof Element) || !(wanted instanceof Element) || old.localName !== wanted.localName) return false;
  patchAttributes(old, wanted);
  // What is inside a custom element is its own.
  if (!old.localName.includes('-')) reconcile(old, [...wanted.childNodes]);
  return true;
}

/**
 * @param {Text} node
 * @param {string} data
 */
function patchText(node, data) {
  if (node.data === data) return;
  if (data.startsWith(node.data)) node.appendData(data.slice(node.data.length));
  else node.data = data;
}

/**
 * @param {Element} old
 * @param {Element} wanted
 */
function patchAttributes(old, wanted) {
  for (const { name } of [...old.attributes]) if (!wanted.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of wanted.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}
