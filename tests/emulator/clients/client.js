// Twilio's library for Node goes its way from create to 404; the last line of output tells what it saw.
const twilio = require("twilio");

async function life(client) {
  const services = client.proxy.v1.services;
  const made = [];
  for (const name of ["a", "b", "c", "d", "e"]) made.push(await services.create({ uniqueName: name }));
  const listed = (await services.list({ pageSize: 2 })).map((service) => service.uniqueName);
  const updated = await services(made[0].sid).update({ callbackUrl: "https://x.example" });
  const removed = await services(made[0].sid).remove();
  const refused = await services(made[0].sid).fetch().catch((error) => error);
  return {
    listed,
    removed,
    callbackUrl: updated.callbackUrl,
    isDate: made[0].dateCreated instanceof Date,
    refused: { status: refused.status, code: refused.code, message: refused.message },
  };
}

async function seen() {
  const elsewhere = twilio(undefined, undefined, { region: "ie1", edge: "dublin" });
  const found = await life(twilio());
  const there = await elsewhere.proxy.v1.services.list();
  const queue = await elsewhere.queues.create({ friendlyName: "q" });
  return { ...found, there: there.length, queue: queue.friendlyName };
}

seen().then((found) => console.log(JSON.stringify(found)));
