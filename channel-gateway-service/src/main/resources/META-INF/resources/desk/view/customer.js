import { loadCustomer } from '../actions.js';
import { el, fill } from '../dom.js';
import { selectedWork, state } from '../state.js';
import { channel, customerMarks, customerName, language, sentiment, time, urgency } from '../words.js';

let shown = null;

/** Who the customer is, what they mean, and what was said before on any channel. */
export function renderCustomer() {
  const home = document.getElementById('customer');
  const work = selectedWork();
  if (!work) {
    shown = null;
    fill(home);
    return;
  }
  const { workItem } = work;
  const known = state.customers.get(workItem.customer.customerId);
  const signature = JSON.stringify([workItem, known]);
  if (signature === shown) return;
  shown = signature;
  fill(home, person(workItem, known?.profile), understanding(workItem.understanding), past(workItem, known));
}

function person({ customer, handle, channel: name, ...workItem }, profile) {
  const standing = profile?.standing ?? customer.standing;
  const handles = Array.isArray(profile?.handles) ? profile.handles : [{ channel: name, handle }];
  return el('section', { 'data-testid': 'customer-panel' },
    el('h2', {}, 'Customer'),
    el('p', { class: 'name' },
      el('span', { 'data-testid': 'customer-name' }, profile?.name ?? customerName({ customer, handle, ...workItem })), ' ',
      el('span', { class: standing === 'VIP' ? 'badge vip' : 'badge', 'data-testid': 'customer-standing' }, standing === 'VIP' ? 'VIP' : 'standard')),
    marks(profile ?? customer),
    el('ul', { class: 'plain' }, handles.map(one => el('li', {}, el('span', { class: 'faint' }, channel(one.channel)), ' ', one.handle))),
    (profile?.lastAgent ?? customer.lastAgent) && el('p', { class: 'faint' }, `Last answered by ${profile?.lastAgent ?? customer.lastAgent}`));
}

/** What an agent must know before they write, the gravest first. */
function marks(profile) {
  return el('p', { class: 'tags', 'data-testid': 'customer-marks' }, customerMarks(profile).map(([text, tone]) =>
    el('span', { class: 'badge', 'data-tone': tone }, text)));
}

function understanding(meaning) {
  const [mood, moodTone] = sentiment(meaning.polarity);
  const [urgent, urgentTone] = urgency(meaning.urgency);
  const row = (name, value, tone) => [el('dt', {}, name), el('dd', { 'data-tone': tone }, value)];
  return el('section', { 'data-testid': 'understanding' },
    el('h2', {}, 'What it is about'),
    el('dl', {},
      row('Topic', meaning.topic),
      row('Kind', String(meaning.relevance).toLowerCase()),
      row('Mood', mood, moodTone),
      row('Urgency', urgent, urgentTone),
      row('Language', language(meaning.language))));
}

function past(workItem, known) {
  const history = [...(known?.history ?? [])].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return el('section', { 'data-testid': 'history' },
    el('h2', {}, 'History'),
    known?.problem && el('p', { class: 'empty' }, known.problem, ' ',
      el('button', { type: 'button', class: 'quiet', on: { click: () => loadCustomer(workItem.customer.customerId) } }, 'Try again')),
    known === undefined && el('p', { class: 'empty' }, 'Reading…'),
    known && !known.problem && history.length === 0 && el('p', { class: 'empty' }, 'This is their first message.'),
    el('ol', { class: 'history' }, history.map(message => el('li', { 'data-testid': 'history-item' },
      el('p', { class: 'meta' },
        channel(message.channel), ' · ', time(message.at), ' · ', message.direction === 'out' ? message.agent ?? 'us' : 'customer'),
      message.subject && el('p', { class: 'subject' }, message.subject),
      el('p', { class: 'text' }, message.text || 'No text')))));
}
