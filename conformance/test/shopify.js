// The official library, with its calls to https://SHOP led to the simulator, and an app of a few lines around it.
import '@shopify/shopify-api/adapters/node';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { shopifyApi, LogSeverity } from '@shopify/shopify-api';
import http from 'node:http';

export const SIMULATOR = process.env.SIMULATOR;
export const SHOP = process.env.SIMULATOR_SHOP;
export const SECRET = process.env.SIMULATOR_SECRET;
export const APP_URL = new URL(process.env.SIMULATOR_APP_URL);
const CLIENT_ID = process.env.SIMULATOR_CLIENT_ID;

if (!SIMULATOR) {
  throw new Error('Start these tests with conformance/run: it starts the simulator they need.');
}

/** fetch for https://SHOP: to the simulator, which is told the shop in a header. */
export function fetchShop(url, options = {}) {
  const asked = new URL(url);
  if (asked.hostname !== SHOP) {
    throw new Error(`The library wanted ${asked.origin}, which is not the simulated shop`);
  }
  return fetch(SIMULATOR + asked.pathname + asked.search, {
    redirect: 'manual',
    ...options,
    headers: { ...plain(options.headers), 'X-Simulator-Shop': SHOP },
  });
}

function plain(headers = {}) {
  const entries = headers instanceof Headers ? [...headers.entries()] : Object.entries(headers);
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));
}

setAbstractFetchFunc(fetchShop);

export function library(more = {}) {
  return shopifyApi({
    apiKey: CLIENT_ID,
    apiSecretKey: SECRET,
    apiVersion: '2026-07',
    scopes: ['write_orders', 'write_products'],
    hostName: APP_URL.host,
    hostScheme: 'http',
    isEmbeddedApp: true,
    logger: { level: LogSeverity.Error },
    ...more,
  });
}

/** What App Bridge would hand to the embedded page now. */
export async function sessionToken() {
  const answer = await fetch(`${SIMULATOR}/simulator/session-token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Simulator-Shop': SHOP },
    body: JSON.stringify({ client_id: CLIENT_ID }),
  });
  return (await answer.json()).session_token;
}

/** An app at the address the simulator knows; stops with the returned function. */
export async function app(answer) {
  const server = http.createServer((request, response) => {
    Promise.resolve(answer(request, response)).catch((error) => {
      response.statusCode = 500;
      response.end(String(error?.stack ?? error));
    });
  });
  await new Promise((resolve) => server.listen(Number(APP_URL.port), APP_URL.hostname, resolve));
  return () => new Promise((resolve) => server.close(resolve));
}

export async function body(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
