// A real browser buys a pre-order in the shop window, with a deposit, on a phone and on a desk.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const SIMULATOR = process.env.SIMULATOR;
const without = existsSync(CHROMIUM) ? false : `without ${CHROMIUM} nobody looks at the pages`;

async function control(path, body) {
  const answer = await fetch(`${SIMULATOR}/simulator/${path}`, body && { method: 'POST', body: JSON.stringify(body) });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return answer.json();
}

async function look(page, name) {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  assert.ok(content <= window, `${name} scrolls sideways: ${content} > ${window}`);
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });
}

async function fillIn(page, card) {
  await page.getByLabel('E-mail').fill('hana.heath@example.com');
  await page.getByLabel('Name', { exact: true }).fill('Hana Heath');
  await page.getByLabel('Street and number').fill('7 Toy Street');
  await page.getByLabel('Postal code').fill('D01 1234');
  await page.getByLabel('City').fill('Dublin');
  await page.getByLabel('Card number').fill(card);
}

async function buy(page, shop, size) {
  await page.goto(`${SIMULATOR}/shops/${shop}/`);
  await look(page, `${size}-1-products`);
  await page.getByRole('link', { name: 'Stilts' }).click();
  await page.getByRole('radio', { name: /deposit of 20/ }).check();
  assert.match(await page.locator('[data-variant]:visible').innerText(), /Pre-order[\s\S]*now, .* later/);
  await look(page, `${size}-2-product`);
  await page.getByLabel('Quantity').fill('2');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await look(page, `${size}-3-cart`);
  await page.getByRole('button', { name: 'Check out' }).click();
  await page.getByRole('button', { name: /^Pay €/ }).click();
  assert.equal(await page.getByText('Enter the e-mail address').isVisible(), true);
  await look(page, `${size}-4-missing`);
  await fillIn(page, '2');
  await page.getByRole('button', { name: /^Pay €/ }).click();
  assert.match(await page.getByRole('alert').innerText(), /declined/);
  assert.equal((await control(`shops/${shop}/orders`)).orders.length, 0);
  await page.getByLabel('Card number').fill('1');
  await look(page, `${size}-5-checkout`);
  await page.getByRole('button', { name: /^Pay €/ }).click();
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Order #1001');
  await look(page, `${size}-6-order`);
}

async function agree(page, shop) {
  const shown = async (label) =>
    (await page.locator(`dt:text-is("${label}") + dd`).innerText()).replace(/[^0-9.]/g, '');
  const [order] = (await control(`shops/${shop}/orders`)).orders;
  assert.equal(order.financial_status, 'partially_paid');
  assert.equal(await shown('Total'), order.total_price);
  assert.equal(await shown('To be paid'), order.total_outstanding);
  assert.equal(order.line_items[0].quantity, 2);
  assert.equal(order.email, 'hana.heath@example.com');
  const truth = await control(`shops/${shop}`);
  assert.deepEqual(truth.contradictions, []);
}

for (const [size, width, height, script] of [
  ['phone', 390, 844, true],
  ['desk', 1280, 800, true],
  ['desk-without-script', 1280, 800, false],
]) {
  test(`a pre-order with a deposit is bought at ${width} px ${script ? '' : 'without script'}`, { skip: without }, async () => {
    await control('shops', { domain: `${size}.myshopify.com`, demo: true, seed: 5 });
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-background-networking', '--disable-quic'],
    });
    try {
      const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: script, locale: 'en-IE' });
      const page = await context.newPage();
      const wrong = [];
      page.on('pageerror', (error) => wrong.push(String(error)));
      page.on('response', (response) => {
        if (![200, 303, 422].includes(response.status())) wrong.push(`${response.status()} ${response.url()}`);
      });
      await buy(page, size, size);
      await agree(page, size);
      assert.deepEqual(wrong, []);
    } finally {
      await browser.close();
    }
  });
}

test('the notice follows the variant chosen in a theme, without loading the page again', { skip: without }, async () => {
  await control('shops', { domain: 'variants.myshopify.com', demo: true, seed: 4 });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-background-networking'] });
  try {
    const page = await browser.newPage();
    await page.goto(`${SIMULATOR}/shops/variants/`);
    for (const name of ['Stilts', 'Jigsaw of the World']) {
      await page.getByRole('link', { name }).click();
      const ids = await page.locator('[data-variant]').evaluateAll((all) => all.map((each) => each.dataset.variant));
      for (const id of ids) {
        await page.evaluate((chosen) => {
          const field = document.querySelector('form[action*="/cart/add"] [name=id]');
          field.value = chosen;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }, id);
        await page.locator(`[data-variant="${id}"]`).waitFor({ state: 'visible' });
        assert.equal(await page.locator('[data-variant]:visible').count(), 1);
      }
      await page.goBack();
    }
  } finally {
    await browser.close();
  }
});
