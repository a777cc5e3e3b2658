-- Why: products, variants and locations as Shopify has them. Numbers are those of Shopify's global ids.
--
-- updated_at is Shopify's, read_at is ours: what is older by the first, or as old and read earlier, never replaces the
-- newer. gone_at is when Shopify no longer had it; orders may still name it.

create table product (
    shop_id    bigint      not null,
    product_id bigint      not null,
    title      text        not null,
    status     text        not null,
    updated_at timestamptz not null,
    read_at    timestamptz not null,
    gone_at    timestamptz,
    constraint product_pk primary key (shop_id, product_id),
    constraint product_shop foreign key (shop_id) references shop (shop_id)
);
alter table product enable row level security;
alter table product force row level security;
create policy product_of_shop on product using (shop_id = current_shop());

create table variant (
    shop_id           bigint      not null,
    variant_id        bigint      not null,
    product_id        bigint      not null,
    inventory_item_id bigint      not null,
    title             text        not null,
    sku               text,
    policy            text        not null,
    tracked           boolean     not null,
    updated_at        timestamptz not null,
    gone_at           timestamptz,
    constraint variant_pk primary key (shop_id, variant_id),
    constraint variant_product foreign key (shop_id, product_id) references product (shop_id, product_id)
);
create index variant_of_product on variant (shop_id, product_id);
create index variant_of_item on variant (shop_id, inventory_item_id);
alter table variant enable row level security;
alter table variant force row level security;
create policy variant_of_shop on variant using (shop_id = current_shop());

create table location (
    shop_id               bigint      not null,
    location_id           bigint      not null,
    name                  text        not null,
    active                boolean     not null,
    fulfills_online_orders boolean    not null,
    updated_at            timestamptz not null,
    read_at               timestamptz not null,
    gone_at               timestamptz,
    constraint location_pk primary key (shop_id, location_id),
    constraint location_shop foreign key (shop_id) references shop (shop_id)
);
alter table location enable row level security;
alter table location force row level security;
create policy location_of_shop on location using (shop_id = current_shop());
