// What the desk knows. Views read it and are told when it changed.

import { keepOutbox, outbox } from './drafts.js';

export const state = {
  connection: 'connecting',
  retryIn: 0,
  me: null,               // {agent, tenant, centre, roles}
  presence: 'OFFLINE',
  presenceReason: null,
  wishedPresence: null,   // what was asked for and is not yet confirmed
  clockSkew: 0,           // server's clock minus ours, ms
  offers: new Map(),      // offerId -> {offerId, expiresAt, workItem, explanation}
  answered: new Set(),    // offers that were just accepted or declined
  work: new Map(),        // workItemId -> {workItem, replies: Map, unread}
  selected: null,         // workItemId
  conversations: new Map(), // conversationId -> {messages, problem}
  customers: new Map(),   // customerId -> {profile, entries, next, saidBefore, members, version, suggestions, attributes, live, problem}
  outbox: outbox(),       // replyId -> {replyId, workItemId, text, at, taken, problem}
  board: null,
  boardAway: false,
  view: 'desk',
};

const listeners = new Set();
let scheduled = false;

export function onChange(listener) {
  listeners.add(listener);
}

/** Tells the views, once for everything that changes in one go. */
export function changed() {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    for (const listener of listeners) listener(state);
  });
}

export const selectedWork = () => state.work.get(state.selected) ?? null;
export const isSupervisor = () => state.me?.roles.includes('supervisor') ?? false;
export const isAgent = () => state.me?.roles.includes('agent') ?? false;
export const now = () => Date.now() + state.clockSkew;

/** Takes a message of the server into the state. */
export function apply(message) {
  handlers[message.type]?.(message);
  changed();
}

const handlers = {
  snapshot(m) {
    state.me = { agent: m.agent, tenant: m.tenant, centre: m.centre, roles: m.roles };
    state.clockSkew = Date.parse(m.serverTime) - Date.now();
    setPresence(m);
    state.offers = new Map(m.offers.map(offer => [offer.offerId, offer]));
    state.answered.clear();
    const before = state.work;
    state.work = new Map(m.work.map(({ workItem, replies }) => [workItem.workItemId, {
      workItem,
      replies: new Map(replies.map(reply => [reply.replyId, reply])),
      unread: before.get(workItem.workItemId)?.unread ?? 0,
    }]));
    for (const { replies } of state.work.values()) replies.forEach(settleOutbox);
    leaveGoneWork();
  },
  offer(m) {
    state.offers.set(m.offerId, m);
  },
  'offer-gone'(m) {
    state.offers.delete(m.offerId);
    state.answered.delete(m.offerId);
  },
  work({ workItem }) {
    const known = state.work.get(workItem.workItemId);
    state.work.set(workItem.workItemId, known ? { ...known, workItem } : { workItem, replies: new Map(), unread: 0 });
  },
  message(m) {
    const work = state.work.get(m.workItemId);
    if (work && m.workItemId !== state.selected) work.unread += 1;
  },
  'work-gone'(m) {
    state.work.delete(m.workItemId);
    leaveGoneWork();
  },
  reply(m) {
    state.work.get(m.workItemId)?.replies.set(m.replyId, m);
    settleOutbox(m);
  },
  presence: setPresence,
  board(m) {
    state.board = m;
    state.boardAway = false;
  },
  'board-away'() {
    state.boardAway = true;
  },
};

function setPresence({ presence, presenceReason, reason }) {
  state.presence = presence;
  state.presenceReason = presenceReason ?? reason ?? null;
  state.wishedPresence = null;
}

/** The server has the answer; its text is kept until the customer has it too. */
function settleOutbox(reply) {
  const sent = state.outbox.get(reply.replyId);
  if (!sent) return;
  sent.taken = true;
  sent.problem = null;
  if (reply.outcome === 'SENT') sent.arrived = true;
  saveOutbox();
}

export function saveOutbox() {
  keepOutbox(state.outbox);
}

function leaveGoneWork() {
  if (state.selected && !state.work.has(state.selected)) {
    state.selected = state.work.keys().next().value ?? null;
  }
  for (const [id, sent] of state.outbox) {
    if (!state.work.has(sent.workItemId)) state.outbox.delete(id);
  }
  saveOutbox();
}
