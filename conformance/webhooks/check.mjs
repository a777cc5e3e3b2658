// Validates every body the simulator sends against npm shopify-webhook-schemas, version 2026-07.
// Usage: node check.mjs http://127.0.0.1:PORT   (a running simulator; the check makes a shop of its own)
//
// Those schemas were inferred from one sample per topic. Where a sample has an empty list, its schema allows no members;
// where it has a value, its schema allows no null. LOOSENED names each such place the simulator goes beyond, with why;
// everything else is checked as it is, and a loosened place that nothing needs any more fails the check.
import Ajv2020 from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
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

async function call(method, path, body) {
  const answer = await fetch(base + path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

async function payloads() {
  await call('POST', '/simulator/shops', { domain: `${shop}.myshopify.com`, demo: true, start: '2026-11-22T10:00:00Z' });
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

const all = await payloads();
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
console.log(`${all.length} bodies of ${topics.size} topics, ${LOOSENED.length} places loosened by name, ${wrong.size} kinds of error`);
process.exit(wrong.size === 0 && idle.length === 0 && topics.size > 60 ? 0 : 1);
