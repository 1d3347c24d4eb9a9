// Builds elements. Data only ever becomes text nodes and attributes: nothing here reads HTML.

/** el('p', {class: 'note', on: {click: f}}, 'text', child, null): what is null or false is left out. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'on') {
      for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
    } else if (key === 'value') {
      node.value = value;
    } else {
      node.setAttribute(key, value === true ? '' : value);
    }
  }
  append(node, children);
  return node;
}

export function fill(node, ...children) {
  node.replaceChildren();
  append(node, children);
}

const filledWith = new WeakMap();

/** Fills a node with what `build` makes of `data`, only when they are others than before: a focus inside survives. */
export function refill(node, data, build) {
  const signature = JSON.stringify(data);
  if (filledWith.get(node) === signature) return;
  filledWith.set(node, signature);
  fill(node, build(...data));
}

/** Makes the children of a node those of a list, keeping the elements that are there already, and their focus. */
export function reconcile(node, items, keyOf, create, update) {
  const known = new Map([...node.children].map(child => [child.dataset.key, child]));
  let position = node.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let child = known.get(key);
    if (child) {
      known.delete(key);
    } else {
      child = create(item);
      child.dataset.key = key;
    }
    if (update) update(child, item);
    if (child === position) {
      position = position.nextElementSibling;
    } else {
      node.insertBefore(child, position);
    }
  }
  for (const gone of known.values()) gone.remove();
}

function append(node, children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}
