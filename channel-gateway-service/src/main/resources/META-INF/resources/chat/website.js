// The page around this one: it says who has signed in, hands over a new identity when asked, and says when they sign out.
const IDENTITY = "switchboard.identity";
const NEEDED = "switchboard.identity-needed";
const REFUSED = "switchboard.identity-refused";
const AGAIN = 15000;

export class Website {
  #waiting = [];

  /** `on.signIn(identity)` when somebody has signed in, `on.signOut()` when nobody has any longer. */
  constructor(on) {
    addEventListener("message", ({ source, data }) => {
      // Which pages may be around this one says the policy it is served with.
      if (window.parent === window || source !== window.parent || data?.type !== IDENTITY) {
        return;
      }
      const waiting = this.#waiting.splice(0);
      if (typeof data.identity !== "string") {
        waiting.forEach(({ reject }) => reject(new Error("signed out")));
        on.signOut();
      } else if (waiting.length > 0) {
        waiting.forEach(({ resolve }) => resolve(data.identity));
      } else {
        on.signIn(data.identity);
      }
    });
  }

  /** Asks for an identity: who is there is the website's to say, at any time. */
  ask() {
    this.#tell({ type: NEEDED });
  }

  /** Asks for a new identity until it comes. */
  async next() {
    const asking = setInterval(() => this.ask(), AGAIN);
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.push({ resolve, reject });
        this.ask();
      });
    } finally {
      clearInterval(asking);
    }
  }

  refused(reason) {
    this.#tell({ type: REFUSED, reason });
  }

  #tell(what) {
    if (window.parent !== window) {
      window.parent.postMessage(what, "*");
    }
  }
}
