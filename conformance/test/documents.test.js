// Every document the product sends, against Shopify's schemas, read by graphql-js: valid, nothing deprecated, with the
// directive that only the running API asks for, and within the scopes the app asks for.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import {
  NoDeprecatedCustomRule,
  TypeInfo,
  buildClientSchema,
  parse,
  specifiedRules,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const ROOT = path.resolve(fileURLToPath(import.meta.url), '../../..');
const SCHEMAS = path.join(ROOT, 'simulator/src/main/resources/shopify');
// Sources: shopify.md section 2.5, from the mutations' own descriptions in the 2026-07 schema.
const IDEMPOTENT = new Set([
  'inventoryActivate',
  'inventoryAdjustQuantities',
  'inventoryMoveQuantities',
  'inventorySetOnHandQuantities',
  'inventorySetQuantities',
  'inventoryShipmentAddItems',
  'inventoryShipmentCreate',
  'inventoryShipmentCreateInTransit',
  'inventoryShipmentReceive',
  'inventoryTransferCreate',
  'inventoryTransferCreateAsReadyToShip',
  'inventoryTransferDuplicate',
  'inventoryTransferSetItems',
  'locationActivate',
  'locationDeactivate',
  'refundCreate',
]);
// The scopes the product asks for (shopify.md section 11); a write scope implies its read scope.
const SCOPES = new Set(
  [
    'write_products write_purchase_options write_orders write_order_edits read_all_orders read_customers',
    'write_inventory write_locations write_inventory_transfers write_inventory_shipments',
    'write_inventory_shipments_received_items write_merchant_managed_fulfillment_orders',
    'write_third_party_fulfillment_orders write_fulfillments write_returns write_payment_terms write_payment_mandate',
    'read_customer_payment_methods write_app_proxy write_shipping',
  ]
    .join(' ')
    .split(' ')
    .flatMap((scope) => (scope.startsWith('write_') ? [scope, scope.replace('write_', 'read_')] : [scope])),
);

function documents(folder) {
  let names;
  try {
    names = readdirSync(folder, { recursive: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return names.filter((name) => name.endsWith('.graphql')).map((name) => path.join(folder, name));
}

function introspection(version) {
  const zipped = readFileSync(path.join(SCHEMAS, `admin-${version}.json.gz`));
  return JSON.parse(gunzipSync(zipped).toString('utf8')).data;
}

const files = [
  path.join(SCHEMAS, 'operations.graphql'),
  ...documents(path.join(ROOT, 'server/src/main/resources')),
];

/** The scopes a sentence of requiredAccess asks for: one of each set. What follows "Also:" names permissions of staff. */
function wanted(sentence, mutation) {
  if (!sentence) return [];
  const bare = ['orders', 'marketplace_orders', 'buyer_membership_orders', 'shipping', 'assigned_shipping'];
  return sentence
    .split('Also:')[0]
    .split('as well as')
    .map((part) =>
      [...part.matchAll(/`([a-z_]+)`(?! user permission)/g)]
        .map((match) => match[1])
        .filter((name) => /^(read|write)_/.test(name) || bare.includes(name))
        .map((name) => (bare.includes(name) ? `${mutation ? 'write' : 'read'}_${name}` : name)),
    )
    .filter((any) => any.length > 0);
}

/** One version of the schema, and the three questions asked of a document. */
function judge(version) {
  const data = introspection(version);
  const schema = buildClientSchema(data);
  const types = new Map(data.__schema.types.map((type) => [type.name, type]));

  function fields(document, look) {
    const info = new TypeInfo(schema);
    visit(document, visitWithTypeInfo(info, { Field: (node) => look(node, info.getParentType()?.name) }));
  }

  return {
    errors: (document) =>
      validate(schema, document, [...specifiedRules, NoDeprecatedCustomRule], { maxErrors: 1000 }).map(
        (error) => error.message,
      ),
    withoutKey(document) {
      const missing = [];
      fields(document, (node, parent) => {
        const keyed = node.directives.some((directive) => directive.name.value === 'idempotent');
        if (parent === 'Mutation' && IDEMPOTENT.has(node.name.value) && !keyed) missing.push(node.name.value);
      });
      return missing;
    },
    beyondScopes(document) {
      const beyond = new Set();
      fields(document, (node, parent) => {
        const field = types.get(parent)?.fields?.find((each) => each.name === node.name.value);
        if (!field) return;
        let returned = field.type;
        while (returned.ofType) returned = returned.ofType;
        const rules = [
          ...wanted(field.requiredAccess, parent === 'Mutation'),
          ...wanted(types.get(returned.name).requiredAccess, false),
        ];
        for (const any of rules) {
          if (!any.some((scope) => SCOPES.has(scope))) beyond.add(`${parent}.${node.name.value}: ${any}`);
        }
      });
      return [...beyond];
    },
  };
}

for (const version of ['2026-07', '2026-10']) {
  const judged = judge(version);

  for (const file of files) {
    const name = path.relative(ROOT, file);
    const document = parse(readFileSync(file, 'utf8'));

    test(`${name} is valid against ${version}, with no deprecated field`, () => {
      assert.deepEqual(judged.errors(document), []);
    });

    test(`${name} gives a key wherever ${version} wants one`, () => {
      assert.deepEqual(judged.withoutKey(document), []);
    });

    test(`${name} stays within the scopes the app asks for in ${version}`, () => {
      assert.deepEqual(judged.beyondScopes(document), []);
    });
  }

  test(`each check finds what is planted for it in ${version}`, () => {
    assert.equal(judged.errors(parse('{ shop { colour } }')).length, 1);
    assert.match(judged.errors(parse('{ currentBulkOperation { id } }'))[0], /deprecated/);
    const activate = 'inventoryActivate(inventoryItemId: "gid://shopify/InventoryItem/1", locationId: "gid://shopify/Location/1")';
    assert.deepEqual(judged.withoutKey(parse(`mutation { ${activate} { userErrors { message } } }`)), ['inventoryActivate']);
    assert.deepEqual(
      judged.withoutKey(parse(`mutation { ${activate} @idempotent(key: "a") { userErrors { message } } }`)),
      [],
    );
    assert.match(judged.beyondScopes(parse('{ themes(first: 1) { nodes { id } } }'))[0], /read_themes/);
  });
}

test('the documents of the product are found', () => {
  assert.ok(files.length > 5, `only ${files.length} files`);
});

test('each mutation named here as idempotent exists in the schema', () => {
  const mutations = introspection('2026-07').__schema.types.find((type) => type.name === 'Mutation').fields;
  const names = new Set(mutations.map((field) => field.name));
  assert.deepEqual([...IDEMPOTENT].filter((name) => !names.has(name)), []);
});
