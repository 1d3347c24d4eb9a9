// How things are called on the screen.

const CHANNELS = {
  messenger: 'Messenger', instagram: 'Instagram', whatsapp: 'WhatsApp', x: 'X', email: 'E-mail',
  webchat: 'Chat', voice: 'Phone', sms: 'SMS', post: 'Letter',
};

export const PRESENCES = [
  ['AVAILABLE', 'Available'], ['BUSY', 'Busy'], ['AWAY', 'Away'], ['OFFLINE', 'Offline'],
];

const REFUSALS = {
  'unknown-offer': 'That offer is no longer yours.',
  'unknown-work-item': 'You no longer hold that work.',
  'not-a-request': 'The desk sent something the server does not understand. Reload the page.',
  'customer-wrote-again': 'The customer has just written again. Read it before you complete.',
  'too-many-requests': 'That was too fast. Please try again.',
  'try-again': 'The server could not take that just now. Please try again.',
};

const OFFERS_GONE = {
  declined: null,
  accepted: null,
  expired: 'An offer ran out before you answered. It went back to the queue.',
};

const SYSTEM_LANGUAGE = navigator.language || 'en';
const languages = new Intl.DisplayNames([SYSTEM_LANGUAGE], { type: 'language' });
const clock = new Intl.DateTimeFormat(SYSTEM_LANGUAGE, { hour: '2-digit', minute: '2-digit' });
const dayAndClock = new Intl.DateTimeFormat(SYSTEM_LANGUAGE, {
  day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
});

export const channel = name => CHANNELS[name] ?? name;
export const presence = name => new Map(PRESENCES).get(name) ?? (name === 'NOT_RESPONDING' ? 'Not responding' : name);
export const refusal = reason => REFUSALS[reason] ?? `Not done: ${String(reason).replaceAll('-', ' ')}.`;
export const offerGone = reason => (reason in OFFERS_GONE ? OFFERS_GONE[reason] : `An offer was withdrawn: ${String(reason).replaceAll('-', ' ')}.`);

export function language(code) {
  if (!code || code === 'und') return 'not told';
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

/** What is known of a customer as [words, tone]; the gravest first. */
export function customerMarks(customer) {
  const open = customer.openMatters ?? 0;
  const risk = customer.churnRisk ?? 0;
  return [
    customer.doNotContact && ['do not contact', 'high', 'doNotContact'],
    customer.vulnerable && ['vulnerable', 'high', 'vulnerable'],
    risk >= 0.5 && ['may leave', risk >= 0.75 ? 'high' : 'medium'],
    open > 1 && [`${open} open matters`, 'medium'],
    customer.tier && [customer.tier, 'low', 'tier'],
    customer.language && [language(customer.language), 'low', 'language'],
  ].filter(Boolean);
}

const REASONS = {
  'same-name': 'has the same name', 'similar-address': 'has a similar address', 'same-device': 'wrote from the same device',
  'names-email': 'is at an address that was named in a message', 'names-phone': 'has a number that was named in a message',
  'names-handle': 'writes under a name that was mentioned in a message', 'names-account': 'has an account number that was named in a message',
};

/** Why two customers may be one. */
export const likeness = kind => REASONS[kind] ?? String(kind).replaceAll('-', ' ');

const KINDS = { email: 'E-mail', phone: 'Phone', account: 'Account' };

/** An address as a person reads it: what a channel calls people among machines says nothing. */
export function address({ kind, account, value, name }) {
  if (kind === 'source') return `${account}: ${value}`; // a record of another system
  const words = KINDS[kind] ? value : name;
  return words ? `${KINDS[kind] ?? channel(kind)} ${words}` : channel(kind);
}

/** How likely it is that two are one. */
export function likelihood(score) {
  if (score >= 0.8) return 'very likely';
  if (score >= 0.6) return 'likely';
  return 'perhaps';
}

/** A step of a customer's work, as one reads it after the one before. */
export function step({ step: name, agent, target, reason }) {
  const to = target ? ` to ${String(target).replace(/^[a-z]+:/, '')}` : '';
  const words = {
    queued: 'waits', offered: `offered to ${agent}`, accepted: `accepted by ${agent}`, declined: `declined by ${agent}`,
    expired: `not answered by ${agent}`, withdrawn: `taken back from ${agent}`, assigned: `given to ${agent}`,
    released: `given back by ${agent}`, transferred: `transferred${to}`, deferred: 'put off', overflowed: `passed on${to}`,
    completed: agent ? `completed by ${agent}` : 'completed', cancelled: 'ended',
  }[name] ?? name;
  return reason && ['completed', 'declined', 'transferred', 'cancelled', 'released'].includes(name) ? `${words} (${reason})` : words;
}

export function urgency(value) {
  if (value >= 0.75) return ['very urgent', 'high'];
  if (value >= 0.5) return ['urgent', 'medium'];
  if (value >= 0.25) return ['soon', 'low'];
  return ['can wait', 'low'];
}

export function sentiment(polarity) {
  if (polarity <= -0.6) return ['very unhappy', 'high'];
  if (polarity <= -0.2) return ['unhappy', 'medium'];
  if (polarity < 0.2) return ['neutral', 'low'];
  if (polarity < 0.6) return ['happy', 'good'];
  return ['very happy', 'good'];
}

export function time(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return at.toDateString() === new Date().toDateString() ? clock.format(at) : dayAndClock.format(at);
}

export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

export function size(bytes) {
  if (!bytes) return '';
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export const customerName = item => item.customer?.name || item.handleName || item.handle;
