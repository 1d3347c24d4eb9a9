// Connects the parts of the page: who chats, what is remembered, what is on the wire, what is seen.
import { askIn } from "./door.js";
import { Line } from "./line.js";
import { forgetSignedIn, Memory, SignedInMemory } from "./memory.js";
import { View } from "./view.js";
import { Website } from "./website.js";

const AGAIN = 3000;
const widget = location.pathname.split("/")[2];
const browser = Memory.ofBrowser(widget);
const view = new View(document);
const website = new Website({ signIn, signOut });
let memory;
let line;
let isAnonymous = true;
/** Counts who comes and goes, so that an answer that comes late is not taken for the next one's. */
let turn = 0;

/** From now on whoever `whose` remembers chats, and nobody else. */
function begin(whose, renew) {
  line?.end();
  memory = whose;
  line = new Line(
    widget,
    whose,
    {
      state: (state) => view.state(state),
      acknowledged: (id) => settle(whose, id, "sent"),
      refused: (id, reason) => settle(whose, id, "refused", reason),
      reply: (reply) => whose.addReply(reply) && show(whose),
    },
    renew,
  );
  view.allow(true);
  show(whose);
  line.connectNow();
}

function show(whose) {
  if (whose === memory) {
    view.show(whose.messages());
  }
}

function settle(whose, id, state, reason) {
  whose.settle(id, state, reason);
  show(whose);
}

/** Returns a token for who the website says is there; tells it when it can't be right. */
async function enter(identity) {
  try {
    return await askIn(widget, { token: browser.token, identity });
  } catch (failure) {
    if (failure.isFinal) {
      website.refused(failure.reason);
    }
    throw failure;
  }
}

/** Nobody chats on as somebody else while it is found out who they are, nor when it can't be. */
async function signIn(identity) {
  const mine = ++turn;
  isAnonymous = false;
  line.end();
  view.allow(false);
  view.show([]);
  view.state("connecting");
  try {
    const welcome = await enter(identity);
    if (mine === turn) {
      signedIn(welcome);
    }
  } catch (failure) {
    if (mine === turn) {
      view.state(failure.isFinal ? "refused" : "closed");
      if (!failure.isFinal) {
        setTimeout(() => mine === turn && signIn(identity), AGAIN);
      }
    }
  }
}

function signedIn(welcome) {
  const mine = turn;
  forgetSignedIn(widget, welcome.visitorId);
  begin(new SignedInMemory(widget, welcome), async () => {
    const again = await enter(await website.next());
    if (mine === turn && again.visitorId !== welcome.visitorId) {
      signedIn(again);
      throw new Error("somebody else has signed in");
    }
    return again;
  });
}

function signOut() {
  turn++;
  forgetSignedIn(widget, null);
  if (!isAnonymous) {
    beAnonymous();
  }
}

function beAnonymous() {
  isAnonymous = true;
  begin(browser, () => askIn(widget));
}

view.onSend((text) => {
  const message = memory.addOwn(text);
  show(memory);
  line.send(message);
});

// Another tab of the same browser wrote or read something.
addEventListener("storage", () => show(memory));
addEventListener("online", () => line.connectNow());

beAnonymous();
website.ask();
