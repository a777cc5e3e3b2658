-- Why: what we decided to hold, apart from the holds that Shopify shows: only these are ever released by us.
--
--   asked  the effect is in the outbox
--   held   Shopify has it under hold_id
--   gone   it is no longer there; cause says why

create table held (
    shop_id              bigint      not null,
    fulfillment_order_id bigint      not null,
    order_id             bigint      not null,
    handle               text        not null,
    reason               text        not null,
    state                text        not null,
    hold_id              bigint,
    cause                text,
    decided_at           timestamptz not null,
    constraint held_pk primary key (shop_id, fulfillment_order_id),
    constraint held_order foreign key (shop_id, order_id) references customer_order (shop_id, order_id),
    constraint held_handle_once unique (shop_id, handle),
    constraint held_state_known check (state in ('asked', 'held', 'gone')),
    constraint held_gone_has_cause check (state <> 'gone' or cause is not null)
);
create index held_of_order on held (shop_id, order_id);
alter table held enable row level security;
alter table held force row level security;
create policy held_of_shop on held using (shop_id = current_shop());
