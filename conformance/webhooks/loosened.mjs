// Where the schemas say more than their one sample can know. kind: null (a value may be missing), value (the sample has
// null, a value may be there), members (the sample's list is empty), missing (keys that do not fit what it describes),
// shape (the sample has null, the schema guessed).
const any = /./;
const orders = /^orders\//;

export const LOOSENED = [
  ['null', any, /\/(address1|address2|city|phone|province|province_code|zip)$/, 'parts of an address nobody gave'],
  ['null', /^(customers|orders)\//, /\/(default_address|note)$/, 'a customer without an address or a note'],
  ['null', /^inventory_items\//, /^\/cost$/, 'a cost nobody entered'],
  ['null', /^products\//, /^\/image$/, 'a product without an image'],
  ['null', /^variants\//, /^\/compare_at_price$/, 'a variant without a price to compare with'],
  ['value', /^variants\//, /^\/sku$/, 'a variant with a SKU'],
  ['null', /^selling_plan_groups\//, /^\/app_id$/, 'null in the sample itself, a number or text in its schema'],
  ['missing', /^selling_plan_groups\//, /_policy$/, 'the sample is a subscription; a pre-order has no interval'],
  ['null', /^order_transactions\//, /^\/device_id$/, 'null in the sample itself, a number or text in its schema'],
  ['null', /^order_transactions\//, /^\/payment_details\//, 'the simulator takes no card'],
  ['null', orders, /\/fulfillments\/\*\/line_items\/\*\/(fulfillment_status|vendor)$/, 'a line shipped in part; a product that is gone'],
  ['members', any, /\/line_items?(\/\*)?\/properties\/\*$/, 'an empty list in the sample'],
  ['null', /^fulfillment_(orders|holds)\//, /\/reason_notes$/, 'a hold without notes'],
  ['null', /^fulfillment_orders\/(split|cancelled|placed_on_hold)$/, /^\/(replacement|remaining)_fulfillment_order$/, 'nothing was replaced or left'],
  ['null', /^fulfillments\//, /^\/tracking_(company|number|url)$/, 'a parcel without tracking'],
  ['value', /^returns\/(approve|request)$/, /^\/name$/, 'a return with a name'],
  ['null', /^refunds\//, /^\/(note|user_id)$/, 'a refund without a note, by nobody'],
  ['members', orders, /^\/refunds\/\*$/, 'an empty list in the sample'],
  ['shape', orders, /^\/payment_terms$/, 'null in the sample; an object once there are terms'],
  ['null', /^payment_/, /\/(due_in_days|completed_at|due_at|issued_at)$/, 'terms with a date have no number of days; what has not happened has no time'],
  ['null', /^draft_orders\//, /^\/(order_id|payment_terms)$/, 'a draft that is no order yet; null in the sample of other topics'],
  ['null', /^draft_orders\//, /^\/line_items\/\*\/(product_id|sku|vendor)$/, 'a line whose product is gone'],
  ['null', /^inventory_transfers\//, /^\/origin$/, 'a transfer from a supplier'],
  ['null', /^inventory_shipments\/create$/, /^\/tracking\//, 'a shipment without tracking'],
].map(([kind, topics, path, why]) => ({ kind, topics, path, why }));
