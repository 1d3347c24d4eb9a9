// What an agent does about the customer beside the work: reads their story, notes something, says who is who.

import * as api from './api.js';
import { keepDraft } from './drafts.js';
import { newId } from './ids.js';
import { notify } from './notices.js';
import { changed, selectedWork, state } from './state.js';

function keep(id, what) {
  state.customers.set(id, { ...state.customers.get(id), ...what });
  changed();
}

/** Who is who and what other systems say come beside: the story is there without them. */
export function loadCustomer(id) {
  return Promise.all([loadStory(id), loadWhoIsWho(id), loadTold(id), loadLive(id)]);
}

/** Something was said: other systems know nothing new of it, and what an agent has paged back to stays open. */
export function loadNews(id) {
  return Promise.all([loadStory(id, goneOn), loadWhoIsWho(id)]);
}

/** Who may be one is found after a message has gone on: a quick agent is there before. */
export function lookAgainSoon(id) {
  setTimeout(() => {
    if (selectedWork()?.workItem.customer.customerId === id) loadWhoIsWho(id);
  }, 5_000);
}

/** Reads the newest page; pages says which are shown then, given those that were and the newest. */
async function loadStory(id, pages = (_, newest) => newest) {
  try {
    const [profile, { entries, next, saidBefore }] = await Promise.all([api.customer(id), api.timeline(id)]);
    keep(id, { profile, ...pages(state.customers.get(id), { entries, next }), saidBefore, problem: null });
  } catch (failure) {
    keep(id, { problem: problem(failure) });
  }
}

/** The newest page and what is known from before it; that page alone where so much happened that they don't meet. */
function goneOn(known, newest) {
  const last = newest.entries.at(-1)?.id;
  const met = known?.entries?.findIndex(entry => entry.id === last) ?? -1;
  return met < 0 ? newest : { entries: [...newest.entries, ...known.entries.slice(met + 1)], next: known.next };
}

async function loadWhoIsWho(id) {
  try {
    const [{ members, version }, { suggestions }] = await Promise.all([api.identity(id), api.suggestions(id)]);
    keep(id, { members, version, suggestions });
  } catch {
    keep(id, { members: [], suggestions: [] });
  }
}

async function loadTold(id) {
  try {
    keep(id, { attributes: await api.attributes(id) });
  } catch {
    keep(id, { attributes: [] });
  }
}

/** Systems that are asked now may take a while, and hold nothing else up. */
async function loadLive(id) {
  try {
    keep(id, { live: await api.lookups(id) });
  } catch {
    keep(id, { live: [] });
  }
}

export async function loadEarlier(id) {
  const { entries, next } = state.customers.get(id);
  try {
    const earlier = await api.timeline(id, next);
    keep(id, { entries: [...entries, ...earlier.entries], next: earlier.next });
  } catch (failure) {
    notify(problem(failure));
  }
}

/** The same id until it is written: pressed twice, it is one note. */
const unwritten = new Map();

/** Returns whether it is written down. */
export async function writeNote(id, text) {
  if (!unwritten.has(id)) unwritten.set(id, newId());
  try {
    await api.note(id, unwritten.get(id), text);
  } catch (failure) {
    if (failure instanceof api.Refused && failure.status === 409) unwritten.delete(id);
    notify('The note could not be written down just now. Your text is kept; please try again.');
    return false;
  }
  unwritten.delete(id);
  keepDraft(`note.${id}`, '');
  await loadStory(id, goneOn);
  return true;
}

/** Says that two are one (confirm) or differ (reject). */
export async function settle(id, suggestionId, verdict) {
  await decide(id, () => api.settle(id, suggestionId, verdict));
}

/** Says that somebody who was merged is somebody else after all. */
export async function part(id, member, reason) {
  await decide(id, () => api.part(member, state.customers.get(id).version, reason));
}

async function decide(id, decision) {
  try {
    await decision();
  } catch (failure) {
    const meanwhile = failure instanceof api.Refused && [404, 409, 412].includes(failure.status);
    notify(meanwhile ? 'Somebody decided that meanwhile. This is how it is now.' : 'That could not be done just now. Please try again.');
  }
  await loadCustomer(id);
}

export function problem(failure) {
  if (failure instanceof api.Refused && failure.status === 404) return 'Nothing is known yet.';
  return 'This cannot be read just now.';
}
