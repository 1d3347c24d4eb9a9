import { accept, decline } from '../actions.js';
import { el, fill, reconcile } from '../dom.js';
import { isAgent, now, state } from '../state.js';
import { channel, customerMarks, customerName, language, urgency } from '../words.js';

let list = null;

/** Offers with their countdown, and why they came to this agent. */
export function renderOffers() {
  const home = document.getElementById('offers');
  if (!isAgent()) return;
  if (!list) {
    list = el('div', { class: 'offers' });
    fill(home, el('h2', {}, 'Offers ', el('span', { class: 'count', id: 'offer-count' })), list, el('p', { class: 'empty', id: 'no-offers', 'data-testid': 'no-offers' }));
  }
  document.getElementById('offer-count').textContent = state.offers.size || '';
  const empty = document.getElementById('no-offers');
  empty.hidden = state.offers.size > 0;
  empty.textContent = state.presence === 'AVAILABLE'
    ? 'Nothing waits for you. The next fitting message shows up here.'
    : 'Set yourself Available to be offered work.';
  reconcile(list, state.offers.values(), offer => offer.offerId, card, refresh);
  tickOffers();
}

export function tickOffers() {
  for (const clock of document.querySelectorAll('[data-expires]')) {
    const left = Math.ceil((Date.parse(clock.dataset.expires) - now()) / 1000);
    clock.textContent = left > 0 ? `${left} s` : 'ran out';
    clock.dataset.soon = String(left <= 5);
  }
}

function card({ offerId, expiresAt, workItem, explanation }) {
  const [urgent, tone] = urgency(workItem.understanding.urgency);
  return el('article', { class: 'card offer', 'data-testid': 'offer-card', 'data-offer-id': offerId, 'data-work-item-id': workItem.workItemId },
    el('header', {},
      el('h3', { 'data-testid': 'offer-customer' }, customerName(workItem)),
      workItem.customer.standing === 'VIP' && el('span', { class: 'badge vip' }, 'VIP'),
      el('span', { class: 'clock', 'data-expires': expiresAt, 'data-testid': 'offer-countdown', role: 'timer' })),
    el('p', { class: 'tags' },
      el('span', { class: 'badge' }, channel(workItem.channel)),
      el('span', { class: 'badge' }, language(workItem.understanding.language)),
      el('span', { class: 'badge', 'data-tone': tone }, urgent),
      el('span', { class: 'badge' }, workItem.understanding.topic),
      customerMarks(workItem.customer).filter(([, tone]) => tone === 'high')
        .map(([text, tone]) => el('span', { class: 'badge', 'data-tone': tone }, text))),
    explanation.reasons.length > 0 && el('details', { open: true, 'data-testid': 'explanation' },
      el('summary', {}, 'Why me?'),
      el('ul', {}, explanation.reasons.map(reason => el('li', {}, reason)))),
    el('div', { class: 'row' },
      el('button', { type: 'button', class: 'primary', 'data-testid': 'accept', on: { click: () => accept(offerId) } }, 'Accept'),
      el('button', { type: 'button', 'data-testid': 'decline', on: { click: () => decline(offerId) } }, 'Decline')));
}

function refresh(element, { offerId }) {
  const idle = !state.answered.has(offerId) && state.connection === 'live';
  for (const button of element.querySelectorAll('button')) button.disabled = !idle;
}
