// Validates every body the simulator sends against npm shopify-webhook-schemas, version 2026-07.
// Usage: node check.mjs http://127.0.0.1:PORT   (a running simulator; the check makes a shop of its own). The app is
// SIMULATOR_CLIENT_ID with SIMULATOR_SECRET, or the simulator's usual one.
//
// Those schemas were inferred from one sample per topic. Where a sample has an empty list, its schema allows no members;
// where it has a value, its schema allows no null. LOOSENED names each such place the simulator goes beyond, with why;
// everything else is checked as it is, and a loosened place that nothing needs any more fails the check.
import Ajv2020 from 'ajv/dist/2020.js';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LOOSENED } from './loosened.mjs';

const base = process.argv[2];
if (!base) {
  console.error('Usage: node check.mjs http://127.0.0.1:PORT');
  process.exit(2);
}
const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('shopify-webhook-schemas/package.json')), 'schemas', '2026-07');
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true, verbose: true });
const shop = `conformance-${process.pid}`;
const app = process.env.SIMULATOR_CLIENT_ID ?? 'holdfast';
const secret = process.env.SIMULATOR_SECRET ?? 'shpss_simulated';
// What no event of the shop tells: these are received, as an app would, from subscriptions in the app's configuration.
const ANNOUNCED = [
  'app/scopes_update',
  'app/uninstalled',
  'bulk_operations/finish',
  'customers/data_request',
  'customers/redact',
  'shop/redact',
  'shop/update',
];
// Its only sample is an empty object.
const NO_KEYS = 'returns/process';
// Every topic the simulator raises; its own tests hold the tour to the same list.
const TOPICS = 75 + ANNOUNCED.length;

async function call(method, path, body, headers = {}) {
  const answer = await fetch(base + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

async function payloads() {
  await call('POST', '/simulator/shops', {
    domain: `${shop}.myshopify.com`,
    demo: true,
    start: '2026-11-22T10:00:00Z',
    install: app,
  });
  await call('POST', `/simulator/shops/${shop}/shoppers`, { orders: 30 });
  await call('POST', `/simulator/shops/${shop}/clock`, { advance: 'PT1H' });
  await call('POST', `/simulator/shops/${shop}/tour`);
  const all = [];
  for (;;) {
    const after = all.length ? all.at(-1).sequence : 0;
    const page = await call('GET', `/simulator/shops/${shop}/payloads?limit=1000&after=${after}`);
    if (page.payloads.length === 0) return all;
    all.push(...page.payloads);
  }
}

/** An app that keeps what it gets, and says of each body whether its signature was right. */
async function receiver() {
  const got = [];
  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    const signed = createHmac('sha256', secret).update(raw).digest('base64') === request.headers['x-shopify-hmac-sha256'];
    got.push({ topic: request.headers['x-shopify-topic'], signed, body: JSON.parse(raw) });
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { got, uri: `http://127.0.0.1:${server.address().port}/webhooks`, stop: () => server.close() };
}

async function announced(customer) {
  const at = `/simulator/shops/${shop}`;
  const to = await receiver();
  try {
    const subscriptions = ANNOUNCED.map((topic) => ({ topic, uri: to.uri }));
    await call('PUT', `/simulator/apps/${app}/subscriptions`, { subscriptions });
    await call('POST', `${at}/apps/${app}`, { scopes: 'read_products,write_orders' });
    await call('POST', `${at}/staff`, { do: 'save_settings' });
    await call('POST', `${at}/privacy`, { do: 'data_request', customer });
    await call('POST', `${at}/privacy`, { do: 'redact', customer });
    await bulkOperation();
    await arrived(to.got, 'bulk_operations/finish');
    await call('DELETE', `${at}/apps/${app}`);
    await call('POST', `${at}/clock`, { advance: 'PT48H' });
    await arrived(to.got, 'shop/redact');
  } finally {
    await call('PUT', `/simulator/apps/${app}/subscriptions`, { subscriptions: [] });
    to.stop();
  }
  return to.got;
}

async function bulkOperation() {
  const here = { 'X-Simulator-Shop': `${shop}.myshopify.com` };
  const asked = { client_id: app, client_secret: secret, grant_type: 'client_credentials' };
  const { access_token: token } = await call('POST', '/admin/oauth/access_token', asked, here);
  const query = `mutation { bulkOperationRunQuery(query: "{ products { edges { node { id } } } }") {
    userErrors { message } } }`;
  const answer = await call('POST', '/admin/api/2026-07/graphql.json', { query }, {
    ...here,
    'X-Shopify-Access-Token': token,
  });
  const refused = answer.errors ?? answer.data.bulkOperationRunQuery.userErrors;
  if (refused.length) throw new Error(`The bulk operation was refused: ${JSON.stringify(refused)}`);
}

async function arrived(got, topic) {
  for (let tries = 0; tries < 200; tries++) {
    if (got.some((each) => each.topic === topic)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No ${topic} arrived within ten seconds`);
}

const validators = new Map();
function validator(topic) {
  if (!validators.has(topic)) {
    validators.set(topic, ajv.compile(JSON.parse(readFileSync(join(folder, `${topic}.json`), 'utf8'))));
  }
  return validators.get(topic);
}

function kindsOf(error) {
  if (error.data === null) return ['null'];
  if (error.keyword === 'false schema') return ['members'];
  if (error.keyword === 'required') return ['missing'];
  if (error.keyword !== 'type') return [];
  return error.params.type === 'null' ? ['value'] : ['shape'];
}

const used = new Set();
function loosened(topic, error) {
  const path = error.instancePath.replace(/\/\d+(?=\/|$)/g, '/*');
  const kinds = kindsOf(error);
  const found = LOOSENED.find((each) => kinds.includes(each.kind) && each.topics.test(topic) && each.path.test(path));
  if (found) used.add(found);
  return Boolean(found);
}

const events = await payloads();
const customer = events.find((each) => each.topic === 'customers/create').body.admin_graphql_api_id;
const received = await announced(customer);
const all = [...events, ...received];
const wrong = new Map();
const topics = new Set();
for (const { topic, body } of all) {
  topics.add(topic);
  const validate = validator(topic);
  if (validate(body)) continue;
  for (const error of validate.errors) {
    if (loosened(topic, error)) continue;
    const line = `${topic}: ${error.instancePath.replace(/\/\d+(?=\/|$)/g, '/*') || '/'} ${error.message} ${JSON.stringify(error.params)}`;
    wrong.set(line, (wrong.get(line) ?? 0) + 1);
  }
}
for (const [line, times] of wrong) console.error(`${line} (${times} times)`);
const idle = LOOSENED.filter((each) => !used.has(each));
for (const each of idle) console.error(`no longer needed: ${each.topics} ${each.path}: ${each.why}`);
// Each schema has to miss a key that is planted out of the first body of its topic.
const blind = [...topics].filter((topic) => {
  const { required } = JSON.parse(readFileSync(join(folder, `${topic}.json`), 'utf8'));
  const body = structuredClone(all.find((each) => each.topic === topic).body);
  delete body[required?.[0]];
  return validator(topic)(body);
});
for (const topic of blind.filter((each) => each !== NO_KEYS)) console.error(`${topic}: its schema asks for nothing`);
const forged = received.filter((each) => !each.signed);
for (const each of forged) console.error(`${each.topic}: its signature is wrong`);
const silent = ANNOUNCED.filter((topic) => !received.some((each) => each.topic === topic));
for (const topic of silent) console.error(`${topic}: never came`);
if (topics.size !== TOPICS) console.error(`${topics.size} topics came, not ${TOPICS}`);
console.log(`${all.length} bodies of ${topics.size} topics, ${LOOSENED.length} places loosened by name, ${wrong.size} kinds of error`);
const right = blind.length <= 1 && wrong.size + idle.length + forged.length + silent.length === 0 && topics.size === TOPICS;
process.exit(right ? 0 : 1);
