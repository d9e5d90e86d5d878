// @ts-check
import { html, svg } from 'lit';

/** @param {unknown} paths drawn on 24 by 24, lines in the text's colour */
const icon = (paths) => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

export const icons = {
  newChat: icon(svg`<path d="M12 20h8M16.5 4.5a2.1 2.1 0 0 1 3 3L8 19l-4 1 1-4Z"/>`),
  settings: icon(svg`<path d="M4 8h9M19 8h1M4 16h1M11 16h9"/><circle cx="16" cy="8" r="2.6"/><circle cx="8" cy="16" r="2.6"/>`),
  send: icon(svg`<path d="M12 19V5M6 11l6-6 6 6"/>`),
  stop: icon(svg`<rect class="solid" x="7" y="7" width="10" height="10" rx="2"/>`),
  copy: icon(svg`<rect x="9" y="9" width="11" height="11" rx="2.5"/><path d="M5.5 15A1.5 1.5 0 0 1 4 13.5V6a2 2 0 0 1 2-2h7.5A1.5 1.5 0 0 1 15 5.5"/>`),
  done: icon(svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`),
  again: icon(svg`<path d="M20 11a8 8 0 1 0-2.3 6.3M20 4.5V11h-6.5"/>`),
  down: icon(svg`<path d="M12 5v14M6 13l6 6 6-6"/>`),
  fold: icon(svg`<path d="M7 10l5 5 5-5"/>`),
  think: icon(svg`<path d="M9.5 18h5M10.5 21h3M8.6 15C6.9 13.9 6 12 6 10a6 6 0 0 1 12 0c0 2-.9 3.9-2.6 5Z"/>`),
  unseen: icon(svg`<path d="M4 4l16 16M9.9 5.2A9.6 9.6 0 0 1 12 5c5.5 0 9 7 9 7a17 17 0 0 1-2.7 3.6M6.3 6.9A16.6 16.6 0 0 0 3 12s3.5 7 9 7a8.9 8.9 0 0 0 4.3-1.1M9.9 9.9a3 3 0 0 0 4.2 4.2"/>`),
  more: icon(svg`<path d="M5 12h13M13 6.5l5.5 5.5-5.5 5.5"/>`),
  alert: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 8v4.5M12 16v.01"/>`),
};

/** The quoll's mark: a speech bubble with two ears and the spots. */
export const mark = html`
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path class="fur" d="M7.2 11.5C4.6 9.6 4.4 5.2 6.6 4.2c2.2-.9 5.3 1 6.4 3.4a14 14 0 0 1 6 0c1.1-2.4 4.2-4.3 6.4-3.4 2.2 1 2 5.4-.6 7.3A9.6 9.6 0 0 1 27 17.6C27 24 22 28 16 28c-1.5 0-2.9-.2-4.2-.7L6.6 29c-.7.2-1.3-.4-1-1.1l1.2-3.6A9.9 9.9 0 0 1 5 17.6c0-2.3.8-4.4 2.2-6.1Z"/>
    <circle class="spot" cx="11" cy="18" r="2.1"/>
    <circle class="spot" cx="16.6" cy="16.4" r="1.5"/>
    <circle class="spot" cx="21.4" cy="19" r="2.4"/>
    <circle class="spot" cx="16" cy="22.6" r="1.7"/>
  </svg>
`;
