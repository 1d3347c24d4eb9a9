// What the desk reads by REST. The session cookie goes along by itself.

export class SessionOver extends Error {}

export class Refused extends Error {
  constructor(status) {
    super(`status ${status}`);
    this.status = status;
  }
}

/** Reads JSON. Fails with SessionOver when the person must sign in again, else with Refused or a network error. */
export async function read(path) {
  const response = await fetch(path, {
    // Tells the server that a script asks: it answers 499 instead of sending the script to the sign-in page.
    headers: { Accept: 'application/json', 'X-Requested-With': 'JavaScript' },
    credentials: 'same-origin',
  });
  if (response.status === 401 || response.status === 499) throw new SessionOver();
  if (!response.ok) throw new Refused(response.status);
  return response.json();
}

export const me = () => read('/api/v1/agents/me');
export const conversation = id => read(`/api/v1/conversations/${encodeURIComponent(id)}/messages`);
export const customer = id => read(`/api/v1/customers/${encodeURIComponent(id)}`);
export const history = id => read(`/api/v1/customers/${encodeURIComponent(id)}/messages`);
