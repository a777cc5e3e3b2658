// Shopify's own theme check reads the theme app extension, and notices what is planted in a copy of it.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { themeCheckRun } from '@shopify/theme-check-node';

const STOREFRONT = path.resolve(import.meta.dirname, '../../storefront');

/** Its offenses as "check: message", and how many files were read. */
async function checked(change = () => {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'storefront-'));
  try {
    const copy = path.join(folder, 'storefront');
    cpSync(STOREFRONT, copy, { recursive: true });
    change(copy);
    const config = path.join(folder, 'theme-check.yml');
    writeFileSync(config, 'extends: theme-check:theme-app-extension\n');
    const { offenses, theme } = await themeCheckRun(copy, config, () => {});
    return { files: theme.length, offenses: offenses.map(({ check, message }) => `${check}: ${message}`) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the theme app extension has no offense', async () => {
  const { files, offenses } = await checked();
  assert.deepEqual(offenses, []);
  assert.ok(files >= 3, `${files} files were read`);
});

for (const [what, planted, check] of [
  ['an object Shopify does not have', '{{ produkt.title }}', 'UndefinedObject'],
  ['a filter Shopify does not have', '{{ product.title | shout }}', 'UnknownFilter'],
  ['a translation that is missing', "{{ 'notice.nothing' | t }}", 'TranslationKeyExists'],
  ['a tag that app blocks may not use', "{% include 'x' %}", 'AppBlockValidTags'],
]) {
  test(`the check notices ${what}`, async () => {
    const { offenses } = await checked((folder) => {
      const block = path.join(folder, 'blocks/preorder-notice.liquid');
      writeFileSync(block, planted + readFileSync(block, 'utf8'));
    });
    assert.ok(offenses.some((offense) => offense.startsWith(check)), offenses.join('\n') || 'nothing was noticed');
  });
}
