// What an agent does.

import * as api from './api.js';
import { loadCustomer, lookAgainSoon, problem } from './customers.js';
import { keepDraft } from './drafts.js';
import { newId } from './ids.js';
import { notify } from './notices.js';
import { changed, saveOutbox, state } from './state.js';

let connection;

export function actThrough(deskConnection) {
  connection = deskConnection;
}

function ask(message) {
  if (connection.send(message)) return true;
  notify('Not connected just now. Please try again in a moment.');
  return false;
}

export function setPresence(presence) {
  if (ask({ type: 'presence', presence })) state.wishedPresence = presence;
  changed();
}

export function accept(offerId) {
  if (ask({ type: 'accept', offerId, requestId: offerId })) state.answered.add(offerId);
  changed();
}

export function decline(offerId) {
  if (ask({ type: 'decline', offerId, requestId: offerId })) state.answered.add(offerId);
  changed();
}

/** The latest message on the screen: what the customer writes later is neither answered nor closed by what is done now. */
const lastSeen = workItemId => state.work.get(workItemId)?.workItem.latest?.messageId;

export function complete(workItemId, disposition) {
  const seen = lastSeen(workItemId);
  const request = { type: 'complete', workItemId, ...(disposition ? { disposition } : {}), ...(seen ? { lastSeen: seen } : {}) };
  if (ask(request)) keepDraft(workItemId, '');
}

export function release(workItemId) {
  ask({ type: 'release', workItemId });
}

/** The answer stays in the outbox until the customer has it; the same id twice is the same answer. */
export function reply(workItemId, text) {
  const replyId = newId();
  const at = new Date().toISOString();
  state.outbox.set(replyId, { replyId, workItemId, text, lastSeen: lastSeen(workItemId), at, taken: false, problem: null });
  keepDraft(workItemId, '');
  saveOutbox();
  handOver(replyId);
}

export function handOver(replyId) {
  const sent = state.outbox.get(replyId);
  if (!sent) return;
  const { workItemId, text, lastSeen: seen } = sent;
  const gone = connection.send({ type: 'reply', replyId, workItemId, text, requestId: replyId, ...(seen ? { lastSeen: seen } : {}) });
  sent.problem = gone ? null : 'Waits for the connection.';
  changed();
}

/** After a lost connection: whatever the server does not have is handed over again, under the same id. */
export function handOverAgain() {
  for (const sent of state.outbox.values()) {
    if (!sent.taken) handOver(sent.replyId);
  }
}

/** An answer that failed goes out as a new one. */
export function sendAgain(workItemId, replyId, text) {
  state.outbox.delete(replyId);
  reply(workItemId, text);
}

export function select(workItemId) {
  const work = state.work.get(workItemId);
  if (!work) return;
  state.selected = workItemId;
  work.unread = 0;
  changed();
  loadConversation(work.workItem.conversationId);
  loadCustomer(work.workItem.customer.customerId);
  lookAgainSoon(work.workItem.customer.customerId);
}

export async function loadConversation(id) {
  const known = state.conversations.get(id);
  try {
    state.conversations.set(id, { messages: await api.conversation(id), problem: null });
  } catch (failure) {
    state.conversations.set(id, { messages: known?.messages ?? null, problem: problem(failure) });
  }
  changed();
}
