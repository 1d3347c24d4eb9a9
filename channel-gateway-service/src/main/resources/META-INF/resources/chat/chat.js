// Connects the parts of the page: what is remembered, what is on the wire, what is seen.
import { Memory } from "./memory.js";
import { Line } from "./line.js";
import { View } from "./view.js";

const widget = location.pathname.split("/")[2];
const memory = new Memory(widget);
const view = new View(document);

const line = new Line(widget, memory, {
  state: (state) => view.state(state),
  acknowledged: (id) => settle(id, "sent"),
  refused: (id, reason) => settle(id, "refused", reason),
  reply: (reply) => {
    if (memory.addReply(reply)) {
      view.show(memory.messages());
    }
  },
});

function settle(id, state, reason) {
  memory.settle(id, state, reason);
  view.show(memory.messages());
}

view.onSend((text) => {
  const message = memory.addOwn(text);
  view.show(memory.messages());
  line.send(message);
});

// Another tab of the same browser wrote or read something.
addEventListener("storage", () => view.show(memory.messages()));
addEventListener("online", () => line.connectNow());

view.show(memory.messages());
line.connectNow();
