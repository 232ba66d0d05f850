// Prism judges requests by Twilio's documents: node prism_judge.js FOLDER < requests; the complaints are lines of JSON.
const fs = require("fs");
const path = require("path");
const { getHttpOperationsFromSpec } = require("@stoplight/prism-http");
const { default: route } = require("@stoplight/prism-http/dist/router");
const { validateInput } = require("@stoplight/prism-http/dist/validator");

const FORM = "application/x-www-form-urlencoded";

// Arrays in forms repeat their key; the documents leave that out, and Prism then takes them for one text.
function withArrays(document) {
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(operations)) {
      const form = operation?.requestBody?.content?.[FORM];
      for (const [name, schema] of Object.entries(form?.schema?.properties ?? {})) {
        if ([schema.type].flat().includes("array")) form.encoding = { ...form.encoding, [name]: { style: "form", explode: true } };
      }
    }
  }
  return document;
}

async function operationsByHost(folder) {
  const found = {};
  for (const name of fs.readdirSync(folder).filter((file) => /^twilio_.*\.json$/.test(file))) {
    const document = withArrays(JSON.parse(fs.readFileSync(path.join(folder, name), "utf8")));
    for (const operation of await getHttpOperationsFromSpec(document)) {
      for (const server of operation.servers) (found[new URL(server.url).host] ??= []).push(operation);
    }
  }
  return found;
}

function queryOf(text) {
  const query = {};
  for (const [name, value] of new URLSearchParams(text)) query[name] = name in query ? [query[name], value].flat() : value;
  return query;
}

// An empty value clears (the documents do not say so), whatever a value has to look like.
function bodyOf({ headers, body }) {
  const kind = headers["content-type"] ?? "";
  if (!body) return undefined;
  if (kind.includes("json")) return JSON.parse(body);
  return kind === FORM ? body.split("&").filter((pair) => !pair.endsWith("=")).join("&") : body;
}

function complaintsOf(line, operations) {
  const request = {
    method: line.method.toLowerCase(), url: { path: line.path, query: queryOf(line.query) },
    headers: line.headers, body: bodyOf(line),
  };
  const routed = route({ resources: operations[line.host] ?? [], input: request });
  if (routed._tag === "Left") return ["no operation of the documents"];
  const judged = validateInput({ resource: routed.right, element: request });
  return judged._tag === "Left" ? judged.left.map((one) => `${(one.path ?? []).join(".")}: ${one.message}`) : [];
}

async function main() {
  const operations = await operationsByHost(process.argv[2]);
  const lines = fs.readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  for (const line of lines) {
    for (const complaint of complaintsOf(line, operations)) console.log(JSON.stringify({ ...line, complaint }));
  }
}

main();
