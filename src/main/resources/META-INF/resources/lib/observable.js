// @ts-check

/** Something that says `change` when its state is another. What it holds is read from its properties. */
export class Observable extends EventTarget {
  /** Tells everyone who watches. */
  changed() {
    this.dispatchEvent(new Event('change'));
  }

  /**
   * Calls `listener` after every change.
   *
   * @param {() => void} listener
   * @returns {() => void} ends the watching
   */
  watch(listener) {
    this.addEventListener('change', listener);
    return () => this.removeEventListener('change', listener);
  }
}
