import { el, fill, refill } from '../dom.js';
import { selectedWork, state } from '../state.js';
import { channel, customerMarks, customerName, language, sentiment, time, urgency } from '../words.js';
import { notebook, story } from './story.js';
import { saidBy, systems } from './systems.js';
import { likely, members } from './whoiswho.js';

let shown = null;
let parts = null;

/** Who the customer is, what they mean, and what was said before on any channel. */
export function renderCustomer() {
  const home = document.getElementById('customer');
  const work = selectedWork();
  if (!work) {
    shown = null;
    fill(home);
    return;
  }
  const id = work.workItem.customer.customerId;
  if (shown !== id) {
    shown = id;
    parts = layOut(home, id);
  }
  refresh(work.workItem, id, state.customers.get(id));
}

/** What is typed into the notebook stays there while the rest is drawn anew. */
function layOut(home, id) {
  const section = testId => el('section', { 'data-testid': testId });
  const laid = {
    person: section('customer-panel'), meaning: section('understanding'), likely: section('suggestions'),
    members: section('members'), systems: section('systems'), notebook: el('section', {}, notebook(id)), story: section('history'),
  };
  fill(home, Object.values(laid));
  return laid;
}

function refresh(workItem, id, known) {
  refill(parts.person, [workItem, known?.profile, known?.attributes ?? []], person);
  refill(parts.likely, [id, known?.suggestions ?? []], likely);
  refill(parts.members, [id, known?.members ?? []], members);
  refill(parts.meaning, [workItem.understanding, known?.saidBefore], understanding);
  refill(parts.systems, [known?.attributes ?? [], known?.live ?? [], workItem.handle], systems);
  refill(parts.story, [id, known], story);
  parts.likely.hidden = !known?.suggestions?.length;
  parts.systems.hidden = parts.systems.childElementCount === 0;
  parts.members.hidden = !(known?.members?.length > 1);
}

function person(workItem, profile, attributes) {
  const { customer } = workItem;
  const standing = profile?.standing ?? customer.standing;
  const lastAgent = profile?.lastAgent ?? customer.lastAgent;
  return [
    el('h2', {}, 'Customer'),
    el('p', { class: 'name' },
      el('span', { 'data-testid': 'customer-name' }, profile?.name ?? customerName(workItem)), ' ',
      standing === 'VIP' && el('span', { class: 'badge vip', 'data-testid': 'customer-standing' }, 'VIP')),
    marks(profile ?? customer, attributes),
    el('p', { class: 'plain' }, el('span', { class: 'faint' }, channel(workItem.channel)), ' ', workItem.handle),
    lastAgent && el('p', { class: 'faint' }, `Last with ${lastAgent}`),
  ];
}

/** What an agent must know before they write, the gravest first, and who says so. */
function marks(profile, attributes) {
  return el('p', { class: 'tags', 'data-testid': 'customer-marks' }, customerMarks(profile).map(([text, tone, field]) =>
    el('span', { class: 'badge', 'data-tone': tone, title: saidBy(attributes.find(one => one.field === field)) }, text)));
}

function understanding(meaning, saidBefore) {
  const [mood, moodTone] = sentiment(meaning.polarity);
  const [urgent, urgentTone] = urgency(meaning.urgency);
  const mark = (title, value, tone) => el('span', { class: 'badge', title, 'data-tone': tone }, value);
  return [
    el('h2', {}, 'What it is about'),
    el('p', { class: 'tags' },
      mark('Topic', meaning.topic),
      mark('Kind', String(meaning.relevance).toLowerCase()),
      mark('Mood', mood, moodTone),
      mark('Urgency', urgent, urgentTone),
      mark('Language', language(meaning.language))),
    saidBefore && el('p', { 'data-testid': 'said-before', 'data-tone': 'medium' }, repeat(saidBefore)),
  ];
}

function repeat({ times, first, channels }) {
  const often = times === 1 ? 'once' : `${times} times`;
  return `Came about this ${often} before, first on ${time(first)}, by ${channels.map(channel).join(' and ')}.`;
}
