import { handOver, loadConversation, sendAgain } from '../actions.js';
import { el, fill } from '../dom.js';
import { selectedWork, state } from '../state.js';
import { channel, customerName, size, time } from '../words.js';
import { composer, refreshComposer } from './composer.js';

let shownWork = null;
let shownMessages = null;

/** What was said, and the box to answer. The box is built once per work, so that nothing disturbs who types. */
export function renderConversation() {
  const home = document.getElementById('conversation');
  const work = selectedWork();
  if (!work) {
    shownWork = null;
    shownMessages = null;
    fill(home, el('p', { class: 'empty big' }, state.work.size > 0
      ? 'Choose work on the left to see the conversation.'
      : 'Nothing to answer now. Accepted work opens here.'));
    return;
  }
  if (shownWork !== work.workItem.workItemId) {
    shownWork = work.workItem.workItemId;
    shownMessages = null;
    build(home, work.workItem);
  }
  refreshMessages(work);
  refreshComposer(work.workItem);
}

function build(home, workItem) {
  fill(home,
    el('header', { class: 'who' },
      el('h1', {}, customerName(workItem)),
      el('span', { class: 'badge' }, channel(workItem.channel)),
      workItem.visibility === 'PUBLIC' && el('span', { class: 'badge', 'data-tone': 'medium' }, 'public'),
      workItem.latest.subject && el('p', { class: 'subject' }, workItem.latest.subject)),
    el('ol', { class: 'messages', id: 'messages', 'data-testid': 'conversation', tabindex: '0', 'aria-label': 'Messages', role: 'log' }),
    composer(workItem));
}

function refreshMessages(work) {
  const known = state.conversations.get(work.workItem.conversationId);
  const messages = known?.messages ?? [];
  const bubbles = [...messages.map(message => said(message, work)), ...onTheirWay(messages, work)];
  const signature = JSON.stringify([bubbles, known?.problem ?? null, known === undefined]);
  if (signature === shownMessages) return;
  shownMessages = signature;
  const list = document.getElementById('messages');
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  fill(list,
    known === undefined && el('li', { class: 'empty' }, 'Reading…'),
    known?.problem && el('li', { class: 'empty' }, known.problem, ' ',
      el('button', { type: 'button', class: 'quiet', on: { click: () => loadConversation(work.workItem.conversationId) } }, 'Try again')),
    bubbles.map(bubble));
  if (atEnd || list.scrollTop === 0) list.scrollTop = list.scrollHeight;
}

/** A message of the story, with the latest that is known of an answer. */
function said(message, work) {
  const live = work.replies.get(message.messageId);
  return {
    id: message.messageId,
    workItemId: work.workItem.workItemId,
    direction: message.direction,
    who: message.direction === 'out' ? message.agent ?? 'answer' : message.handleName ?? message.handle ?? 'customer',
    signedIn: message.signedIn === true,
    text: message.text,
    at: message.at,
    channel: message.channel,
    attachments: message.attachments ?? [],
    state: message.direction === 'out' ? (live?.outcome ?? outcome(message.reply?.state)) : null,
    reason: live?.reason ?? message.reply?.reason ?? null,
  };
}

/** Answers that the story does not tell yet. */
function onTheirWay(messages, work) {
  const told = new Set(messages.map(message => message.messageId));
  const mine = [...state.outbox.values()].filter(sent => sent.workItemId === work.workItem.workItemId && !told.has(sent.replyId));
  const others = [...work.replies.values()].filter(reply => !told.has(reply.replyId) && !state.outbox.has(reply.replyId));
  return [
    ...mine.map(sent => {
      const live = work.replies.get(sent.replyId);
      return {
        id: sent.replyId, workItemId: sent.workItemId, direction: 'out', who: state.me.agent, text: sent.text, at: sent.at,
        channel: work.workItem.channel, attachments: [],
        state: live?.outcome ?? (sent.problem ? 'NOT_TAKEN' : 'PENDING'), reason: live?.reason ?? sent.problem,
      };
    }),
    ...others.map(reply => ({
      id: reply.replyId, workItemId: work.workItem.workItemId, direction: 'out', who: state.me.agent, text: null, at: reply.at,
      channel: work.workItem.channel, attachments: [], state: reply.outcome, reason: reply.reason ?? null,
    })),
  ];
}

const outcome = word => ({ requested: 'PENDING', sent: 'SENT', failed: 'FAILED', unknown: 'UNKNOWN' })[word] ?? null;

const STATES = {
  PENDING: 'sending…', SENT: 'sent', FAILED: 'not delivered', UNKNOWN: 'perhaps delivered', NOT_TAKEN: 'not sent yet',
};

function bubble(b) {
  return el('li', { class: `bubble ${b.direction}`, 'data-testid': `message-${b.direction}`, 'data-message-id': b.id },
    el('p', { class: 'meta' }, el('span', {}, b.who),
      b.signedIn && [' ', el('span', { class: 'badge', 'data-testid': 'signed-in', title: 'The website says who this is' }, 'signed in')],
      ' · ', channel(b.channel), ' · ', el('time', { datetime: b.at }, time(b.at))),
    b.text ? el('p', { class: 'text' }, b.text) : b.direction === 'out' && el('p', { class: 'text faint' }, 'An answer from another window.'),
    b.attachments.map(attachment),
    b.state && el('p', { class: 'state', 'data-testid': 'reply-state', 'data-state': b.state },
      STATES[b.state], b.reason && `: ${b.reason}`),
    choices(b));
}

function choices(b) {
  if (b.state === 'NOT_TAKEN') {
    return el('button', { type: 'button', class: 'quiet', 'data-testid': 'resend', on: { click: () => handOver(b.id) } }, 'Send now');
  }
  if (!b.text || !['FAILED', 'UNKNOWN'].includes(b.state)) return null;
  return el('p', { class: 'row' },
    b.state === 'UNKNOWN' && el('span', { class: 'faint' }, 'The customer may have it already.'),
    el('button', { type: 'button', class: 'quiet', 'data-testid': 'resend', on: { click: () => sendAgain(b.workItemId, b.id, b.text) } },
      b.state === 'FAILED' ? 'Send again' : 'Send again anyway'));
}

function attachment(file) {
  return el('p', { class: 'attachment', 'data-testid': 'attachment' },
    'Attached: ', file.name ?? file.contentType, ' ', el('span', { class: 'faint' },
      [file.contentType, size(file.size), file.problem && `not kept: ${file.problem}`].filter(Boolean).join(' · ')));
}
