// The live connection: reconnects with growing pauses, and renews itself before the sign-in ends.

import * as api from './api.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const RENEW_BEFORE_END = 45_000;
const SILENCE_WHILE_OPENING = 10_000;

export class DeskConnection {
  #onMessage;
  #onStatus;
  #socket = null;
  #failures = 0;
  #retry = null;
  #renewal = null;
  #over = false;

  /** onStatus is told 'connecting', 'live', 'waiting' (with the milliseconds) or 'signed-out'. */
  constructor(onMessage, onStatus) {
    this.#onMessage = onMessage;
    this.#onStatus = onStatus;
    window.addEventListener('online', () => this.#now());
  }

  start() {
    this.#onStatus('connecting');
    this.#open();
  }

  /** Returns false when there is no connection: nothing was sent. */
  send(message) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #open() {
    const url = new URL('/desk/socket', location.href);
    url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url);
    const giveUp = setTimeout(() => socket.close(), SILENCE_WHILE_OPENING);
    socket.addEventListener('message', event => {
      const message = JSON.parse(event.data);
      if (message.type === 'snapshot') {
        clearTimeout(giveUp);
        this.#take(socket, message);
      }
      if (socket === this.#socket) this.#onMessage(message);
    });
    socket.addEventListener('close', () => {
      clearTimeout(giveUp);
      // An old connection that a new one replaced is no loss.
      if (this.#socket === socket || this.#socket === null) this.#lost();
    });
  }

  /** The connection that has its snapshot is the one in use; the one before it may go. */
  #take(socket, snapshot) {
    const old = this.#socket;
    this.#socket = socket;
    this.#failures = 0;
    if (old && old !== socket) old.close();
    this.#onStatus('live');
    clearTimeout(this.#renewal);
    if (snapshot.sessionExpiresAt) {
      const left = Date.parse(snapshot.sessionExpiresAt) - Date.parse(snapshot.serverTime);
      this.#renewal = setTimeout(() => this.#renew(), Math.max(1_000, left - RENEW_BEFORE_END));
    }
  }

  /** Reading anything by REST renews the session's tokens; the new connection then lasts as long as they do. */
  async #renew() {
    try {
      await api.me();
      this.#open();
    } catch (failure) {
      if (failure instanceof api.SessionOver) this.#signedOut();
    }
  }

  async #lost() {
    this.#socket = null;
    clearTimeout(this.#renewal);
    if (this.#over || this.#retry) return;
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures++);
    const pause = longest / 2 + Math.random() * longest / 2; // so that not every desk comes back at once
    this.#onStatus('waiting', pause);
    this.#retry = setTimeout(() => this.#now(), pause);
  }

  /** The browser does not say why a socket was refused; a read does, and renews the session on the way. */
  async #now() {
    if (this.#over || this.#socket) return;
    clearTimeout(this.#retry);
    this.#retry = null;
    this.#onStatus('connecting');
    try {
      await api.me();
    } catch (failure) {
      if (failure instanceof api.SessionOver) {
        this.#signedOut();
        return;
      }
    }
    this.#open();
  }

  #signedOut() {
    this.#over = true;
    this.#onStatus('signed-out');
  }
}
