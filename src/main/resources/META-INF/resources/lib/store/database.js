// @ts-check
import { openDB } from 'idb';

/** @typedef {import('idb').IDBPDatabase<import('./records.js').Schema>} Database */

/**
 * What each version of the layout adds to the one before. An entry that was released is never changed: browsers out
 * there have run it.
 *
 * @type {((database: Database) => void)[]}
 */
const MIGRATIONS = [
  (database) => {
    const conversations = database.createObjectStore('conversations', { keyPath: 'id' });
    conversations.createIndex('changed', 'changed');
    const messages = database.createObjectStore('messages', { keyPath: 'id' });
    messages.createIndex('conversation', 'conversation');
    // Only answers that have not ended carry this key, so the index lists just them.
    messages.createIndex('running', 'running');
  },
];

/**
 * Opens the database, and brings it up to date. Fails where the browser allows none, or where a newer page than this
 * one has changed it.
 *
 * @param {{onNewer: () => void, onEnd: () => void}} listener told when a newer page needs the database, which this one
 *   has left by then, and when the browser has taken it away
 * @returns {Promise<Database>}
 */
export async function openDatabase({ onNewer, onEnd }) {
  /** @type {Database} */
  const database = await openDB('quollama', MIGRATIONS.length, {
    upgrade(opening, from) {
      for (const migrate of MIGRATIONS.slice(from)) migrate(opening);
    },
    blocking() {
      database.close();
      onNewer();
    },
    terminated: onEnd,
  });
  return database;
}
