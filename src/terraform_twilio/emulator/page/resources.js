// Accounts, their resources by product, and one resource as JSON.

import { ask, byId, facts, fill, make, reveal, shortened, show, shown, text } from "./dom.js";

const SHOWN = 200;
const search = byId("member-filter").querySelector("input");
let revealed = "";

export async function refresh() {
  const { accounts } = await ask("overview");
  const chosen = shown();
  if (chosen.view !== "resources") return;
  fill(byId("places"), accounts.length ? accounts.flatMap((account) => placesOf(account, chosen)) : [nothing()]);
  await showMembers(chosen);
}

function nothing() {
  return make("p", { class: "faint" }, "Nothing is stored yet. Point a client here: ", text("code", "mono",
    'eval "$(terraform-provider-twilio emulator env)"'), ` with the emulator at ${location.origin}.`);
}

function placesOf(account, chosen) {
  const rows = [make("p", { class: "group" }, account.name || "Account", make("br"), text("span", "mono faint", account.sid))];
  let host = null;
  for (const place of account.collections) {
    if (place.host !== host) rows.push(text("p", "subgroup", (host = place.host)));
    rows.push(placeRow(account.sid, place, chosen));
  }
  return rows;
}

function placeRow(account, { host, collection, count }, chosen) {
  const isChosen = chosen.account === account && chosen.host === host && chosen.collection === collection;
  return make("button", {
    class: "row", "data-key": `${account} ${host} ${collection}`, "aria-current": isChosen && "true", title: collection,
    onclick: () => {
      search.value = "";
      show("resources", { account, host, collection });
    },
  }, text("span", "name", shortened(collection.replace(`/2010-04-01/Accounts/${account}/`, "/"))), text("span", "count", count));
}

async function showMembers({ account, host, collection, path }) {
  byId("member-filter").hidden = !account;
  if (!account) {
    fill(byId("members"), [text("p", "faint", "Choose a kind of resource.")]);
    fill(byId("resource"), []);
    return;
  }
  const asked = location.hash + search.value;
  const place = { account, host, collection };
  const { resources } = await ask("state", { ...place, text: search.value.trim(), limit: SHOWN + 1 });
  const chosen = path && (await at(place, path, sidOf(path)) || await at(place, path));
  if (location.hash + search.value !== asked) return;
  fill(byId("members"), membersOf(resources, { ...place, path }));
  fill(byId("resource"), chosen ? detailOf(chosen) : [text("p", "faint", path ? "It is gone." : "Choose a resource.")]);
  if (location.hash !== revealed) reveal(byId(path ? "resource" : "kind"));
  revealed = location.hash;
}

// The first of them: a page that makes ten thousand rows every second is no page to look at.
function membersOf(resources, chosen) {
  if (!resources.length) return [text("p", "faint", search.value ? "Nothing is like that." : "There is none.")];
  const rows = resources.slice(0, SHOWN).map((one) => memberRow(one, chosen));
  return resources.length > SHOWN ? [...rows, text("p", "faint", `The first ${SHOWN}. Search for the others.`)] : rows;
}

function memberRow(one, chosen) {
  const name = one.properties.friendly_name || one.properties.unique_name || one.properties.phone_number || "";
  return make("button", {
    class: "row", "data-key": one.path, "aria-current": chosen.path === one.path && "true",
    onclick: () => show("resources", { ...chosen, path: one.path }),
  }, text("span", "name", name || last(one.path)), name ? text("span", "count mono", shortSid(one.sid)) : null);
}

async function at(place, path, sid) {
  return (await ask("state", { ...place, path, sid })).resources.find((one) => one.path === path);
}

// Where the path ends in a SID: of that, the database has an index.
const sidOf = (path) => last(path).match(/^[A-Z]{2}[0-9a-f]{32}$/)?.[0];
const last = (path) => path.slice(path.lastIndexOf("/") + 1);
const shortSid = (sid) => (sid ? `${sid.slice(0, 6)}…` : "");

function detailOf(one) {
  return [
    text("h2", "mono", one.sid || last(one.path)),
    facts([["Address", `https://${one.host}${one.path}`], ["Revision", one.revision]]),
    text("pre", "", JSON.stringify(one.properties, null, 2)),
  ];
}
