import { test } from 'node:test';
import assert from 'node:assert/strict';
import { APP_URL, SHOP, app, body, fetchShop, library } from './shopify.js';

const shopify = library();

test('the library accepts the query of an app proxy and refuses a changed one', async () => {
  let seen;
  const stop = await app((request, response) => {
    seen = { url: new URL(request.url, APP_URL), cookie: request.headers.cookie };
    response.setHeader('Set-Cookie', 'a=b');
    response.end('from the app');
  });
  try {
    const answer = await fetchShop(`https://${SHOP}/apps/holdfast/orders?x=a%20b&y=1`, {
      headers: { Cookie: 'secret=1', 'X-Simulator-Customer': '42' },
    });
    assert.equal(await answer.text(), 'from the app');
    assert.equal(answer.headers.get('set-cookie'), null);
  } finally {
    await stop();
  }
  assert.equal(seen.cookie, undefined);
  assert.equal(seen.url.pathname, '/proxy/orders');
  const query = Object.fromEntries(seen.url.searchParams.entries());
  assert.equal(query.logged_in_customer_id, '42');
  assert.equal(await shopify.utils.validateHmac(query, { signator: 'appProxy' }), true);
  assert.equal(await shopify.utils.validateHmac({ ...query, x: 'c' }, { signator: 'appProxy' }), false);
});

test('the library accepts the webhooks it subscribed to and refuses a changed body', async () => {
  const deliveries = [];
  const stop = await app(async (request, response) => {
    deliveries.push({ headers: request.headers, rawBody: await body(request) });
    response.end();
  });
  try {
    const { session } = await shopify.auth.clientCredentials({ shop: SHOP });
    const client = new shopify.clients.Graphql({ session });
    const made = await client.request(
      `mutation($uri: String!) { webhookSubscriptionCreate(topic: PRODUCTS_UPDATE, webhookSubscription: {uri: $uri}) {
        webhookSubscription { id } userErrors { message } } }`,
      { variables: { uri: `${APP_URL.origin}/webhooks` } },
    );
    assert.deepEqual(made.data.webhookSubscriptionCreate.userErrors, []);
    const products = await client.request('{ products(first: 1) { nodes { id } } }');
    await client.request(
      'mutation($p: ProductUpdateInput!) { productUpdate(product: $p) { userErrors { message } } }',
      { variables: { p: { id: products.data.products.nodes[0].id, title: 'Renamed' } } },
    );
    for (let tries = 0; tries < 200 && deliveries.length === 0; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await stop();
  }
  assert.ok(deliveries.length > 0, 'no webhook arrived within ten seconds');
  const { headers, rawBody } = deliveries[0];
  const validate = (text) =>
    shopify.webhooks.validate({ rawBody: text, rawRequest: { method: 'POST', url: '/webhooks', headers } });
  const good = await validate(rawBody);
  assert.equal(good.valid, true, JSON.stringify(good));
  assert.equal(good.topic, 'PRODUCTS_UPDATE');
  assert.equal(good.domain, SHOP);
  assert.equal((await validate(rawBody.replace('Renamed', 'Forged'))).valid, false);
});
