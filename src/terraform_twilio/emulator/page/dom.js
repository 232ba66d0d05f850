// Making elements from values, and asking the emulator. Text is always text: nothing here reads HTML.

export const byId = (id) => document.getElementById(id);

export function make(tag, facts = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

export const text = (tag, kind, content) => make(tag, { class: kind }, String(content));

export async function ask(name, query = {}, method = "GET", body) {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== "" && value != null));
  const answer = await fetch(`/_emulator/${name}?${search}`, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body && JSON.stringify(body),
  });
  if (answer.status === 204) return {};
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.error);
  return found;
}

// Replaces children where they differ, so that nothing moves under a hand, and keeps the focus on the row with the same key.
export function fill(parent, children) {
  if (parent.innerHTML === children.map((child) => child.outerHTML).join("")) return;
  const key = parent.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const { scrollTop } = parent;
  parent.replaceChildren(...children);
  parent.scrollTop = scrollTop;
  if (key) [...parent.querySelectorAll("[data-key]")].find((row) => row.dataset.key === key)?.focus();
}

// On a small screen what was chosen stands below the list that it was chosen from.
export function reveal(element) {
  if (matchMedia("(max-width: 800px)").matches) element.scrollIntoView({ block: "start" });
}

export function facts(pairs) {
  const list = make("dl", { class: "facts" });
  for (const [name, value] of pairs) if (value != null && value !== "") list.append(text("dt", "", name), text("dd", "", value));
  return list;
}

// Whole SIDs inside a path say less than where it leads.
export const shortened = (path) => path.replace(/([A-Z]{2})[0-9a-f]{32}(?=\/)/g, "$1…");

export function pretty(content) {
  try {
    return JSON.stringify(JSON.parse(content), null, 2);
  } catch {
    return content;
  }
}

// What is shown stands in the address: it can be reloaded, kept and gone back from.
export function shown() {
  const [view, query] = location.hash.slice(1).split("?");
  return { view: view || "resources", ...Object.fromEntries(new URLSearchParams(query)) };
}

export function show(view, choice = {}) {
  const query = new URLSearchParams(choice).toString();
  location.hash = view + (query ? `?${query}` : "");
}
