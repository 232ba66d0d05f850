// Ordered failures: added, switched on and off, taken back.

import { ask, byId, fill, make, text } from "./dom.js";

const KINDS = {
  before: { drop: "before" }, after: { drop: "after" }, truncate: { truncate: 10 }, delay: { delay: 5 },
};

export async function refresh() {
  const { faults } = await ask("faults");
  fill(byId("fault-list"), faults.length ? faults.map(rowOf) : [text("li", "faint", "Everything works. Order a failure above.")]);
}

export async function add(form) {
  const fault = { ...(KINDS[form.kind.value] || { status: Number(form.kind.value) }) };
  for (const name of ["method", "host", "path"]) if (form[name].value.trim()) fault[name] = form[name].value.trim();
  if (form.kind.value === "429") fault.retry_after = 1;
  if (form.count.value) fault.count = Number(form.count.value);
  if (form.percent.value) fault.probability = Number(form.percent.value) / 100;
  try {
    await ask("faults", {}, "POST", fault);
    byId("fault-mistake").textContent = "";
  } catch (mistake) {
    byId("fault-mistake").textContent = mistake.message;
  }
  await refresh();
}

function rowOf(fault) {
  const turn = async (event) => {
    await ask("faults", { id: fault.id }, "PATCH", { enabled: event.target.checked });
    await refresh();
  };
  const remove = async () => {
    await ask("faults", { id: fault.id }, "DELETE");
    await refresh();
  };
  const label = described(fault);
  return make("li", { class: fault.enabled ? "" : "off" },
    make("label", { class: "what" },
      make("input", { type: "checkbox", role: "switch", checked: fault.enabled, "aria-label": `On: ${label}`,
        "data-key": `switch ${fault.id}`, onchange: turn }), text("span", "", label)),
    text("span", "faint", fault.left === null ? "always" : `${fault.left} left`),
    make("button", { type: "button", "aria-label": `Remove: ${label}`, "data-key": `remove ${fault.id}`, onclick: remove }, "Remove"));
}

function described(fault) {
  const where = [fault.method || "any method", fault.host, fault.path, fault.account].filter(Boolean).join(" ");
  const what = [
    fault.status && `answers ${fault.status}`, fault.drop === "before" && "loses the connection, stores nothing",
    fault.drop === "after" && "stores, then loses the connection", fault.truncate != null && `cuts the answer after ${fault.truncate} bytes`,
    fault.delay && `waits ${fault.delay} s`, fault.probability < 1 && `in ${fault.probability * 100} % of cases`,
  ];
  return `${where}: ${what.filter(Boolean).join(", ")}`;
}
