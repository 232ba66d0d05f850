// Which view is shown, what keys do, and asking the emulator once a second.

import { ask, byId, show, shown } from "./dom.js";
import * as faults from "./faults.js";
import * as requests from "./requests.js";
import * as resources from "./resources.js";

const VIEWS = ["resources", "requests", "faults"];
const DRAW = { resources: resources.refresh, requests: requests.draw, faults: faults.refresh };
const SECOND = 1000;
let seen = 0;
let isDrawn = false;

async function draw() {
  const { view } = shown();
  for (const name of VIEWS) {
    byId(name).hidden = name !== view;
    byId(`tab-${name}`).setAttribute("aria-selected", name === view);
    byId(`tab-${name}`).tabIndex = name === view ? 0 : -1;
  }
  if (DRAW[view]) await DRAW[view]();
  else show("resources");
}

async function tick() {
  if (!document.hidden) {
    try {
      const health = await ask("health");
      if (health.requests < seen) requests.restart();
      seen = health.requests;
      const isNew = await requests.poll();
      if (isNew || shown().view !== "requests" || !isDrawn) await draw();
      isDrawn = true;
      state("", `${health.requests} requests · ${health.operations} operations`);
    } catch (failure) {
      isDrawn = false;
      state("lost", `The emulator does not answer (${failure.message})`);
    }
  }
  setTimeout(tick, SECOND);
}

function state(kind, words) {
  byId("status").className = kind;
  if (byId("status").textContent !== words) byId("status").textContent = words;
}

// Arrows move within a list and between the tabs; numbers choose a view; / goes to the filter, Escape out of it.
function onKey(event) {
  const list = event.target.closest("[data-list]");
  const steps = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  const isTyping = event.target.matches("input:not([type=checkbox]), select");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping) {
    if (event.key === "Escape") event.target.blur();
  } else if (list && steps[event.key]) {
    move([...list.querySelectorAll("[data-key]")], event.target, steps[event.key]);
    event.preventDefault();
  } else if (event.target.role === "tab" && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
    move([...document.querySelectorAll("[role=tab]")], event.target, event.key === "ArrowRight" ? 1 : -1)?.click();
  } else if (VIEWS[Number(event.key) - 1]) {
    show(VIEWS[Number(event.key) - 1]);
  } else if (event.key === "/") {
    byId(shown().view)?.querySelector("[data-search]")?.focus();
    event.preventDefault();
  }
}

function move(rows, from, step) {
  const next = rows[Math.min(Math.max(rows.indexOf(from) + step, 0), rows.length - 1)];
  next?.focus();
  return next;
}

for (const name of VIEWS) byId(`tab-${name}`).addEventListener("click", () => show(name));
addEventListener("hashchange", draw);
addEventListener("keydown", onKey);
byId("member-filter").addEventListener("input", resources.refresh);
byId("request-filters").addEventListener("input", requests.draw);
byId("request-filters").addEventListener("submit", (event) => event.preventDefault());
byId("clear-requests").addEventListener("click", requests.forget);
byId("fault-form").addEventListener("submit", (event) => {
  event.preventDefault();
  faults.add(event.target.elements);
});
tick();
