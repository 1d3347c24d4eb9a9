import { select } from '../actions.js';
import { el, fill, reconcile } from '../dom.js';
import { isAgent, state } from '../state.js';
import { channel, customerName, time, urgency } from '../words.js';

let list = null;

/** The work the agent holds. */
export function renderWork() {
  if (!isAgent()) return;
  if (!list) {
    list = el('ul', { class: 'work', 'data-testid': 'work-list' });
    fill(document.getElementById('work'),
      el('h2', {}, 'My work ', el('span', { class: 'count', id: 'work-count' })),
      list,
      el('p', { class: 'empty', id: 'no-work' }, 'You hold no work. Accept an offer to begin.'));
  }
  document.getElementById('work-count').textContent = state.work.size || '';
  document.getElementById('no-work').hidden = state.work.size > 0;
  reconcile(list, state.work.values(), work => work.workItem.workItemId, entry, refresh);
}

function entry({ workItem }) {
  const id = workItem.workItemId;
  return el('li', {}, el('button', {
    type: 'button', class: 'card', 'data-testid': 'work-item', 'data-work-item-id': id, on: { click: () => select(id) },
  }));
}

function refresh(item, { workItem, replies, unread }) {
  const button = item.firstElementChild;
  const [urgent, tone] = urgency(workItem.understanding.urgency);
  const troubled = [...replies.values()].some(reply => ['FAILED', 'UNKNOWN'].includes(reply.outcome));
  button.setAttribute('aria-current', String(workItem.workItemId === state.selected));
  fill(button,
    el('span', { class: 'name' }, customerName(workItem)),
    workItem.customer.standing === 'VIP' && el('span', { class: 'badge vip' }, 'VIP'),
    unread > 0 && el('span', { class: 'badge unread', 'data-testid': 'unread' }, `${unread} new`),
    troubled && el('span', { class: 'badge', 'data-tone': 'high' }, 'answer failed'),
    el('span', { class: 'line' }, `${channel(workItem.channel)} · ${workItem.understanding.topic} · ${time(workItem.arrivedAt)}`),
    el('span', { class: 'line', 'data-tone': tone }, urgent));
}
