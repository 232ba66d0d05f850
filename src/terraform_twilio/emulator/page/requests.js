// The live log: the newest first, filtered here, one request in full beside it.

import { ask, byId, facts, fill, make, pretty, reveal, shortened, show, shown, text } from "./dom.js";

const KEPT = 500;
let lines = [];
let last = 0;
let revealed = 0;

// Fetches what is new; says whether there was anything.
export async function poll() {
  const filters = byId("request-filters").elements;
  if (filters.paused.checked) return false;
  const { requests } = await ask("requests", { since: last, limit: KEPT });
  lines = [...requests.reverse(), ...lines].slice(0, KEPT);
  last = Math.max(last, ...requests.map((line) => line.number));
  return requests.length > 0;
}

export async function forget() {
  await ask("requests", {}, "DELETE");
  lines = [];
  draw();
}

// The emulator began anew: its numbers do, too.
export function restart() {
  lines = [];
  last = 0;
}

export function draw() {
  const chosen = Number(shown().number);
  const found = lines.filter(isWanted);
  const said = lines.length ? "No request is like that." : "No request has come yet.";
  fill(byId("request-list"), found.length ? found.map((line) => rowOf(line, chosen)) : [text("p", "faint", said)]);
  const line = lines.find((one) => one.number === chosen);
  fill(byId("request"), line ? detailOf(line) : [text("p", "faint", "Choose a request.")]);
  if (line && chosen !== revealed) reveal(byId("request"));
  revealed = chosen;
}

function isWanted(line) {
  const { method, status, text: wanted } = byId("request-filters").elements;
  const outcome = line.status === null ? "none" : String(line.status)[0];
  const content = `${line.host}${line.path}?${line.query} ${line.account} ${line.body}`.toLowerCase();
  return (!method.value || method.value === line.method) && (!status.value || status.value === outcome)
    && content.includes(wanted.value.trim().toLowerCase());
}

const kindOf = (line) => (line.status === null || line.status >= 400 ? "bad" : "good");
const timeOf = (line) => new Date(line.time * 1000).toLocaleTimeString([], { hour12: false });

function rowOf(line, chosen) {
  return make("button", {
    class: "row", "data-key": line.number, "aria-current": line.number === chosen && "true",
    title: `${line.host}${line.path}`, onclick: () => show("requests", { number: line.number }),
  }, text("span", "time", timeOf(line)), text("span", "verb", line.method),
  text("span", "name mono", `${line.host.replace(".twilio.com", "")} ${shortened(line.path)}`), text("span", kindOf(line), line.status ?? "—"));
}

function detailOf(line) {
  const form = (line.headers["content-type"] || "").includes("urlencoded");
  return [
    text("h2", "mono", `${line.method} https://${line.host}${line.path}`),
    facts([["Status", line.status ?? "no answer"], ["Time", new Date(line.time * 1000).toISOString()], ["Account", line.account],
      ["Operation", line.operation || "none of Twilio's documents"], ["Query", line.query]]),
    ...(line.refusal ? [text("h2", "", "Answer"), text("pre", "", JSON.stringify(line.refusal, null, 2))] : []),
    ...(line.body ? [text("h2", "", "Body"), form ? facts([...new URLSearchParams(line.body)]) : text("pre", "", pretty(line.body))] : []),
    text("h2", "", "Headers"),
    facts(Object.entries(line.headers)),
  ];
}
