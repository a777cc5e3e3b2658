import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { GraphqlQueryError, HttpResponseError, RequestedTokenType } from '@shopify/shopify-api';
import { APP_URL, SHOP, app, fetchShop, library, sessionToken } from './shopify.js';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';
const QUERY = '{ shop { myshopifyDomain } }';
let stop;
let session;
const shopify = library({ isEmbeddedApp: false });

before(async () => {
  stop = await app(async (request, response) => {
    if (request.url.startsWith('/auth/callback')) {
      const done = await shopify.auth.callback({ rawRequest: request, rawResponse: response, expiring: true });
      session = done.session;
      response.end('installed');
    } else {
      await shopify.auth.begin({
        shop: SHOP,
        callbackPath: '/auth/callback',
        isOnline: false,
        rawRequest: request,
        rawResponse: response,
      });
    }
  });
});

after(() => stop());

async function works(withSession, api = shopify) {
  const client = new api.clients.Graphql({ session: withSession });
  const answer = await client.request(QUERY);
  assert.equal(answer.data.shop.myshopifyDomain, SHOP);
  assert.ok(answer.extensions.cost.throttleStatus.restoreRate > 0);
}

test('the library installs an app by authorization code and calls the API with its token', async () => {
  const begun = await fetch(APP_URL, { redirect: 'manual', headers: { 'User-Agent': BROWSER } });
  assert.equal(begun.status, 302);
  const cookies = begun.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  const authorize = begun.headers.get('location');
  assert.equal(new URL(authorize).hostname, SHOP);
  assert.match(await (await fetchShop(authorize)).text(), /write_orders/);
  const approved = await fetchShop(authorize, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'approve=1',
  });
  assert.equal(approved.status, 302);
  const back = await fetch(approved.headers.get('location'), { headers: { 'User-Agent': BROWSER, Cookie: cookies } });
  assert.equal(await back.text(), 'installed');
  assert.equal(session.shop, SHOP);
  assert.ok(session.refreshToken);
  assert.ok(session.expires > new Date());
  await works(session);
});

test('the library refuses a callback whose signature was tampered with', async () => {
  const query = { code: 'x', shop: SHOP, state: 's', timestamp: String(Math.trunc(Date.now() / 1000)), hmac: 'bad' };
  assert.equal(await shopify.utils.validateHmac(query), false);
});

test('the library refreshes an expiring token and keeps working', async () => {
  const refreshed = await shopify.auth.refreshToken({ shop: SHOP, refreshToken: session.refreshToken });
  assert.notEqual(refreshed.session.accessToken, session.accessToken);
  await works(refreshed.session);
  const next = await shopify.auth.refreshToken({ shop: SHOP, refreshToken: refreshed.session.refreshToken });
  await works(next.session);
  await assert.rejects(shopify.auth.refreshToken({ shop: SHOP, refreshToken: session.refreshToken }), HttpResponseError);
});

test('the library exchanges a session token for offline and online tokens', async () => {
  const embedded = library();
  const token = await sessionToken();
  const claims = await embedded.session.decodeSessionToken(token);
  assert.equal(claims.dest, `https://${SHOP}`);
  assert.equal(claims.iss, `https://${SHOP}/admin`);
  const offline = await embedded.auth.tokenExchange({
    shop: SHOP,
    sessionToken: token,
    requestedTokenType: RequestedTokenType.OfflineAccessToken,
    expiring: true,
  });
  assert.ok(offline.session.refreshToken);
  await works(offline.session, embedded);
  const online = await embedded.auth.tokenExchange({
    shop: SHOP,
    sessionToken: await sessionToken(),
    requestedTokenType: RequestedTokenType.OnlineAccessToken,
    expiring: false,
  });
  assert.equal(online.session.isOnline, true);
  assert.equal(online.session.onlineAccessInfo.associated_user.account_owner, true);
  await works(online.session, embedded);
});

test('the library migrates a token that never expires', async () => {
  const embedded = library();
  const forever = await embedded.auth.tokenExchange({
    shop: SHOP,
    sessionToken: await sessionToken(),
    requestedTokenType: RequestedTokenType.OfflineAccessToken,
    expiring: false,
  });
  assert.equal(forever.session.expires, undefined);
  const migrated = await embedded.auth.migrateToExpiringToken({
    shop: SHOP,
    nonExpiringOfflineAccessToken: forever.session.accessToken,
  });
  assert.ok(migrated.session.refreshToken);
  await works(migrated.session, embedded);
  await assert.rejects(works(forever.session, embedded), HttpResponseError);
});

test('the library gets a token by client credentials', async () => {
  const { session: own } = await shopify.auth.clientCredentials({ shop: SHOP });
  await works(own);
});

test('the library reports what the API refuses', async () => {
  const { session: own } = await shopify.auth.clientCredentials({ shop: SHOP });
  const client = new shopify.clients.Graphql({ session: own });
  await assert.rejects(client.request('{ shop { colour } }'), GraphqlQueryError);
  await assert.rejects(
    new shopify.clients.Graphql({ session: { ...own, accessToken: 'shpat_wrong' } }).request(QUERY),
    HttpResponseError,
  );
});
