// Accounts, their resources by product, and one resource as JSON.

import { ask, byId, facts, fill, make, shortened, show, shown, text } from "./dom.js";

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
    onclick: () => show("resources", { account, host, collection }),
  }, text("span", "name", shortened(collection.replace(`/2010-04-01/Accounts/${account}/`, "/"))), text("span", "count", count));
}

async function showMembers({ account, host, collection, path }) {
  if (!account) {
    fill(byId("members"), [text("p", "faint", "Choose a kind of resource.")]);
    fill(byId("resource"), []);
    return;
  }
  const asked = location.hash;
  const { resources } = await ask("state", { account, host, collection });
  if (location.hash !== asked) return;
  fill(byId("members"), resources.map((one) => memberRow(one, { account, host, collection, path })));
  const found = resources.find((one) => one.path === path);
  fill(byId("resource"), found ? detailOf(found) : [text("p", "faint", path ? "It is gone." : "Choose a resource.")]);
}

function memberRow(one, chosen) {
  const name = one.properties.friendly_name || one.properties.unique_name || one.properties.phone_number || "";
  return make("button", {
    class: "row", "data-key": one.path, "aria-current": chosen.path === one.path && "true",
    onclick: () => show("resources", { ...chosen, path: one.path }),
  }, text("span", "name", name || last(one.path)), name ? text("span", "count mono", shortSid(one.sid)) : null);
}

const last = (path) => path.slice(path.lastIndexOf("/") + 1);
const shortSid = (sid) => (sid ? `${sid.slice(0, 6)}…` : "");

function detailOf(one) {
  return [
    text("h2", "mono", one.sid || last(one.path)),
    facts([["Address", `https://${one.host}${one.path}`], ["Revision", one.revision]]),
    text("pre", "", JSON.stringify(one.properties, null, 2)),
  ];
}
