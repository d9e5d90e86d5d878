// @ts-check

/** The other tabs of this page in this browser: each is told when a conversation was changed in one of them. */
export class Tabs {
  /** Whoever shows conversations. */
  /** @type {(conversation: string) => void} */
  onChanged = () => {};

  // Missing in a few embedded browsers; they have no tabs either.
  #channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('quollama') : null;

  constructor() {
    this.#channel?.addEventListener('message', ({ data }) => this.onChanged(String(data)));
  }

  /** @param {string} conversation its id */
  tell(conversation) {
    this.#channel?.postMessage(conversation);
  }
}
