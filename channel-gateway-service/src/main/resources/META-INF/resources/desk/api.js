// What the desk reads and says by REST. The session cookie goes along by itself.

export class SessionOver extends Error {}

export class Refused extends Error {
  constructor(status) {
    super(`status ${status}`);
    this.status = status;
  }
}

/** Fails with SessionOver when the person must sign in again, else with Refused or a network error. */
async function ask(path, { method = 'GET', headers = {}, body } = {}) {
  const response = await fetch(path, {
    method,
    // Tells the server that a script asks: it answers 499 instead of sending the script to the sign-in page.
    headers: { Accept: 'application/json', 'X-Requested-With': 'JavaScript', ...headers },
    credentials: 'same-origin',
    body,
  });
  if (response.status === 401 || response.status === 499) throw new SessionOver();
  if (!response.ok) throw new Refused(response.status);
  return response;
}

/** Reads JSON. */
export const read = async path => (await ask(path)).json();

const say = (path, what, headers = {}) => ask(path, {
  method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(what),
});

const of = id => `/api/v1/customers/${encodeURIComponent(id)}`;

export const me = () => read('/api/v1/agents/me');
export const conversation = id => read(`/api/v1/conversations/${encodeURIComponent(id)}/messages`);
export const customer = id => read(of(id));
export const timeline = (id, before) => read(`${of(id)}/timeline?limit=50${before ? `&before=${encodeURIComponent(before)}` : ''}`);
export const attributes = id => read(`${of(id)}/attributes`);
export const lookups = id => read(`${of(id)}/lookups`);
export const note = (id, noteId, text) => say(`${of(id)}/notes`, { noteId, text });
export const suggestions = id => read(`${of(id)}/suggestions?limit=5`);
export const settle = (id, suggestionId, verdict) => say(`${of(id)}/suggestions/${encodeURIComponent(suggestionId)}/${verdict}`, {});
export const part = (id, version, reason) => say(`${of(id)}/unmerge`, { reason }, { 'If-Match': version });

/** Everybody who is one with a customer, and the version that a change of that must name. */
export async function identity(id) {
  const response = await ask(`${of(id)}/identity`);
  return { ...await response.json(), version: response.headers.get('ETag') };
}
