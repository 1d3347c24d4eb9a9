// Brings the parts together.

import { actThrough, handOverAgain, loadConversation, select } from './actions.js';
import { loadNews } from './customers.js';
import { listen } from './keys.js';
import { announce, notify } from './notices.js';
import { DeskConnection } from './socket.js';
import { apply, changed, isAgent, isSupervisor, onChange, saveOutbox, selectedWork, state } from './state.js';
import { customerName, offerGone, refusal } from './words.js';
import { renderBar } from './view/bar.js';
import { renderBoard } from './view/board.js';
import { renderConnection } from './view/connection.js';
import { renderConversation } from './view/conversation.js';
import { renderCustomer } from './view/customer.js';
import { showHelp } from './view/help.js';
import { renderOffers, tickOffers } from './view/offers.js';
import { renderWork } from './view/work.js';

const after = {
  snapshot() {
    if (isSupervisor() && !isAgent()) state.view = 'board';
    handOverAgain();
    const open = state.selected ?? state.work.keys().next().value;
    if (open) select(open);
  },
  offer(m) {
    announce(`Offer: ${customerName(m.workItem)}. Alt A accepts, Alt X declines.`);
  },
  'offer-gone'(m) {
    notify(offerGone(m.reason));
  },
  work({ workItem }, isNew) {
    if (isNew && !isWriting()) {
      select(workItem.workItemId);
      requestAnimationFrame(() => document.getElementById('reply-box')?.focus());
    }
  },
  message(m) {
    const work = state.work.get(m.workItemId);
    if (!work) return;
    announce(`${customerName(work.workItem)} wrote again.`);
    told(work);
  },
  'work-gone'() {
    if (state.selected) select(state.selected);
    else document.getElementById('conversation').focus();
  },
  reply(m) {
    const work = state.work.get(m.workItemId);
    if (m.outcome === 'FAILED' || m.outcome === 'UNKNOWN') {
      notify(m.outcome === 'FAILED' ? 'An answer did not reach the customer.' : 'It is not known whether an answer arrived.');
    }
    if (work && m.outcome !== 'PENDING') told(work);
  },
  refused(m) {
    const sent = state.outbox.get(m.requestId);
    if (sent) {
      sent.problem = refusal(m.reason);
      saveOutbox();
    } else if (m.reason !== 'presence-unchanged') {
      // That one is as the agent wished: another window had said it before.
      notify(refusal(m.reason));
    }
    state.answered.delete(m.requestId);
    if (!m.requestId) state.answered.clear();
    state.wishedPresence = null;
    changed();
  },
  'accepted-command'(m) {
    const sent = state.outbox.get(m.commandId);
    if (!sent) return;
    sent.taken = true;
    sent.problem = null;
    saveOutbox();
    changed();
  },
};

/** Something was said: the conversation is told anew, and the story of whom it is beside. */
function told(work) {
  loadConversation(work.workItem.conversationId);
  if (work === selectedWork()) loadNews(work.workItem.customer.customerId);
}

/** New work must not take the place of a sentence that is being written. */
function isWriting() {
  const box = document.getElementById('reply-box');
  return box !== null && box === document.activeElement && box.value.trim() !== '' && selectedWork() !== null;
}

const connection = new DeskConnection(
  message => {
    const isNew = message.type === 'work' && !state.work.has(message.workItem.workItemId);
    apply(message);
    after[message.type]?.(message, isNew);
  },
  (status, pause = 0) => {
    state.connection = status;
    state.retryIn = pause;
    changed();
  },
);

actThrough(connection);
listen(showHelp);
onChange(renderConnection);
onChange(renderBar);
onChange(renderOffers);
onChange(renderWork);
onChange(renderConversation);
onChange(renderCustomer);
onChange(renderBoard);
setInterval(tickOffers, 500);
changed();
connection.start();
