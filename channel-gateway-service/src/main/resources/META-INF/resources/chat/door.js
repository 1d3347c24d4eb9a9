// Where a visitor gets a token: as somebody unknown, or as who the website says has signed in.
export async function askIn(widget, who = {}) {
  const answer = await fetch(`/chat/${encodeURIComponent(widget)}/visitors`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(who),
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Refusal(answer.status, problem.reason);
  }
  return answer.json();
}

/** Not let in: a status, and of an identity what is wrong with it. */
export class Refusal extends Error {
  constructor(status, reason) {
    super(`${status} ${reason ?? ""}`);
    this.isFinal = status === 401;
    this.reason = reason;
  }
}
