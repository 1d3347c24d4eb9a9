// What an agent does.

import * as api from './api.js';
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

/** Says what was seen last: routing refuses when the customer has written since. */
export function complete(workItemId, disposition) {
  const lastSeen = state.work.get(workItemId)?.workItem.latest?.messageId;
  const request = { type: 'complete', workItemId, ...(disposition ? { disposition } : {}), ...(lastSeen ? { lastSeen } : {}) };
  if (ask(request)) keepDraft(workItemId, '');
}

export function release(workItemId) {
  ask({ type: 'release', workItemId });
}

/** The answer stays in the outbox until the customer has it; the same id twice is the same answer. */
export function reply(workItemId, text) {
  const replyId = newId();
  state.outbox.set(replyId, { replyId, workItemId, text, at: new Date().toISOString(), taken: false, problem: null });
  keepDraft(workItemId, '');
  saveOutbox();
  handOver(replyId);
}

export function handOver(replyId) {
  const sent = state.outbox.get(replyId);
  if (!sent) return;
  const { workItemId, text } = sent;
  const gone = connection.send({ type: 'reply', replyId, workItemId, text, requestId: replyId });
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

export async function loadCustomer(id) {
  try {
    const [profile, history] = await Promise.all([api.customer(id), api.history(id)]);
    state.customers.set(id, { profile, history, problem: null });
  } catch (failure) {
    state.customers.set(id, { ...state.customers.get(id), problem: problem(failure) });
  }
  changed();
}

function problem(failure) {
  if (failure instanceof api.Refused && failure.status === 404) return 'Nothing is known yet.';
  return 'This cannot be read just now.';
}
