// @ts-check
import { Observable } from '../observable.js';
import { openDatabase } from './database.js';
import { isNewer } from './records.js';

/** @typedef {import('./records.js').ConversationRecord} ConversationRecord */
/** @typedef {import('./records.js').MessageRecord} MessageRecord */

/**
 * What there is to write: messages, and their conversation where its shape has changed.
 *
 * @typedef {{conversation: ConversationRecord | null, messages: MessageRecord[]}} Batch
 */

/**
 * Keeps conversations in this browser, and nowhere else. Where that cannot be done it says why, once, and goes on
 * without: nothing here ever fails.
 */
export class ConversationStore extends Observable {
  /** Why nothing is kept: it is not allowed, there is no room left, or a newer page took over; null while all is well. */
  /** @type {'blocked' | 'full' | 'newer' | null} */
  trouble = null;

  #database = this.#open();

  /**
   * @param {Batch} batch
   */
  async write(batch) {
    try {
      await this.#put(await this.#database, batch);
      this.#become(null);
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * @param {string} id
   * @returns {Promise<{conversation: ConversationRecord, messages: MessageRecord[]} | null>} the branch that is shown,
   *   oldest first, or null when there is no such conversation
   */
  async read(id) {
    try {
      const transaction = (await this.#database).transaction(['conversations', 'messages']);
      const [conversation, messages] = await Promise.all([
        transaction.objectStore('conversations').get(id),
        transaction.objectStore('messages').index('conversation').getAll(id),
      ]);
      return conversation ? { conversation, messages: branch(conversation.head, messages) } : null;
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  #open() {
    const database = openDatabase({
      onNewer: () => this.#become('newer'),
      onEnd: () => this.#become('blocked'),
    });
    // Said before anyone asks for it.
    database.catch((error) => this.#fail(error));
    return database;
  }

  /**
   * @param {import('./database.js').Database} database
   * @param {Batch} batch
   */
  async #put(database, { conversation, messages }) {
    const transaction = database.transaction(['conversations', 'messages'], 'readwrite');
    const kept = transaction.objectStore('messages');
    const writes = messages.map((message) => putMessage(kept, message));
    if (conversation) writes.push(putConversation(transaction.objectStore('conversations'), conversation));
    await Promise.all([...writes, transaction.done]);
  }

  /** @param {unknown} error */
  #fail(error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'QuotaExceededError') this.#become('full');
    else if (name === 'VersionError') this.#become('newer');
    else if (this.trouble === null) this.#become('blocked');
  }

  /** @param {ConversationStore['trouble']} trouble */
  #become(trouble) {
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    this.changed();
  }
}

/**
 * @template {'conversations' | 'messages'} Name
 * @typedef {import('idb').IDBPObjectStore<import('./records.js').Schema, any, Name, 'readwrite'>} Kept
 */

/**
 * @param {Kept<'messages'>} kept
 * @param {MessageRecord} message
 */
async function putMessage(kept, message) {
  if (message.role === 'user') {
    // A question never changes, and may be long.
    if ((await kept.count(message.id)) === 0) await kept.put(message);
    return;
  }
  const before = await kept.get(message.id);
  // Two tabs may write the same answer; the one that has read further is right.
  if (before?.role !== 'assistant' || !isNewer(before, message)) await kept.put(message);
}

/**
 * @param {Kept<'conversations'>} kept
 * @param {ConversationRecord} conversation
 */
async function putConversation(kept, conversation) {
  const before = await kept.get(conversation.id);
  await kept.put({ ...conversation, started: before?.started ?? conversation.started });
}

/**
 * @param {string | null} head
 * @param {MessageRecord[]} messages
 */
function branch(head, messages) {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const path = [];
  for (let message = byId.get(head ?? ''); message; message = byId.get(message.parent ?? '')) {
    path.unshift(message);
    // Whatever became of the records: nobody is their own forefather.
    byId.delete(message.id);
  }
  return path;
}
