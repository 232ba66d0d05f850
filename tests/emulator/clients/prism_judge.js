// Prism judges requests by Twilio's documents: node prism_judge.js FOLDER < requests; the complaints are lines of JSON.
const fs = require("fs");
const path = require("path");
const { getHttpOperationsFromSpec } = require("@stoplight/prism-http");
const { default: route } = require("@stoplight/prism-http/dist/router");
const { validateInput } = require("@stoplight/prism-http/dist/validator");

const FORM = "application/x-www-form-urlencoded";
const METHODS = ["get", "post", "put", "patch", "delete"];

const formOf = (operation) => operation?.requestBody?.content?.[FORM];
const operationsIn = (document) => Object.entries(document.paths).flatMap(([address, operations]) =>
  METHODS.filter((method) => operations[method]).map((method) => [`${method} ${address}`, operations[method], operations]));

// Arrays in forms repeat their key, and no form can say null; the documents leave that out, and Prism then takes them for
// one text.
function withArrays(document) {
  const named = (schema) => (schema.$ref ? document.components.schemas[schema.$ref.split("/").pop()] : schema);
  for (const [, operation] of operationsIn(document)) {
    const form = formOf(operation);
    for (const [name, property] of Object.entries(form?.schema?.properties ?? {})) {
      const schema = named(property);
      if (schema.type !== "array") continue;
      delete schema.nullable;
      form.encoding = { ...form.encoding, [name]: { style: "form", explode: true } };
    }
  }
  return document;
}

// What a document knows of an operation's names: Prism drops those that it does not know before it looks.
function namesOf(operation, operations) {
  const parameters = [...(operation.parameters ?? []), ...(operations.parameters ?? [])];
  const { properties = {}, required = [] } = formOf(operation)?.schema ?? {};
  const heads = Object.keys(properties).filter((name) => properties[name].format === "prefixed-collapsible-map");
  const query = parameters.filter((one) => one.in === "query").map((one) => one.name);
  return { query: new Set(query), form: new Set(Object.keys(properties)), heads, required: new Set(required) };
}

async function operationsByHost(folder) {
  const found = {};
  for (const name of fs.readdirSync(folder).filter((file) => /^twilio_.*\.json$/.test(file))) {
    const document = withArrays(JSON.parse(fs.readFileSync(path.join(folder, name), "utf8")));
    const names = Object.fromEntries(operationsIn(document).map(([key, ...known]) => [key, namesOf(...known)]));
    for (const operation of await getHttpOperationsFromSpec(document)) {
      operation.names = names[`${operation.method} ${operation.path}`];
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
function bodyOf({ headers, body }, { required }) {
  const kind = headers["content-type"] ?? "";
  if (!body) return undefined;
  if (kind.includes("json")) return JSON.parse(body);
  const isSaid = (pair) => !pair.endsWith("=") || required.has(decodeURIComponent(pair.slice(0, -1)));
  return kind === FORM ? body.split("&").filter(isSaid).join("&") : body;
}

function unknownNames({ headers, query, body }, names) {
  const inForm = headers["content-type"] === FORM ? [...new URLSearchParams(body).keys()] : [];
  const isKnown = (name) => names.form.has(name) || names.heads.some((head) => name.startsWith(`${head}.`));
  return [
    ...inForm.filter((name) => !isKnown(name)).map((name) => `body.${name}: is no parameter of the documents`),
    ...[...new URLSearchParams(query).keys()].filter((name) => !names.query.has(name))
      .map((name) => `query.${name}: is no parameter of the documents`),
  ];
}

function judged(line, operations) {
  const routed = route({ resources: operations[line.host] ?? [], input: {
    method: line.method.toLowerCase(), url: { path: line.path }, headers: line.headers } });
  if (routed._tag === "Left") return { where: null, complaints: ["no operation of the documents"] };
  const operation = routed.right;
  const element = {
    method: operation.method, url: { path: line.path, query: queryOf(line.query) },
    headers: line.headers, body: bodyOf(line, operation.names),
  };
  const answer = validateInput({ resource: operation, element });
  const said = answer._tag === "Left" ? answer.left.map((one) => `${(one.path ?? []).join(".")}: ${one.message}`) : [];
  return { where: `${line.method} ${line.host}${operation.path}`, complaints: [...said, ...unknownNames(line, operation.names)] };
}

async function main() {
  const operations = await operationsByHost(process.argv[2]);
  const lines = fs.readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  for (const line of lines) {
    const { where, complaints } = judged(line, operations);
    for (const complaint of complaints) console.log(JSON.stringify({ where: where ?? line.where, complaint }));
  }
}

main();
