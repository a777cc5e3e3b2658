-- Why: orders, their lines, and how Shopify means to fulfil them. An order is replaced as a whole, by what was read later;
-- updated_at, read_at and gone_at are as in V021. No personal data: nothing here needs to know who ordered.

create table customer_order (
    shop_id          bigint      not null,
    order_id         bigint      not null,
    name             text        not null,
    created_at       timestamptz not null,
    placed_at        timestamptz not null,
    cancelled_at     timestamptz,
    closed_at        timestamptz,
    currency         text        not null,
    financial_status text,
    updated_at       timestamptz not null,
    read_at          timestamptz not null,
    gone_at          timestamptz,
    constraint customer_order_pk primary key (shop_id, order_id),
    constraint customer_order_shop foreign key (shop_id) references shop (shop_id)
);
alter table customer_order enable row level security;
alter table customer_order force row level security;
create policy customer_order_of_shop on customer_order using (shop_id = current_shop());

create table order_line (
    shop_id           bigint not null,
    order_id          bigint not null,
    line_id           bigint not null,
    variant_id        bigint,
    sku               text,
    ordered           int    not null,
    wanted            int    not null,
    open              int    not null,
    selling_plan_id   bigint,
    selling_plan_name text,
    constraint order_line_pk primary key (shop_id, order_id, line_id),
    constraint order_line_order foreign key (shop_id, order_id) references customer_order (shop_id, order_id),
    constraint order_line_units check (ordered >= 0 and wanted >= 0 and open >= 0)
);
create index order_line_queue on order_line (shop_id, variant_id) where open > 0;
alter table order_line enable row level security;
alter table order_line force row level security;
create policy order_line_of_shop on order_line using (shop_id = current_shop());

create table fulfillment_order (
    shop_id              bigint not null,
    order_id             bigint not null,
    fulfillment_order_id bigint not null,
    status               text   not null,
    location_id          bigint,
    fulfill_at           timestamptz,
    constraint fulfillment_order_pk primary key (shop_id, order_id, fulfillment_order_id),
    constraint fulfillment_order_order foreign key (shop_id, order_id) references customer_order (shop_id, order_id)
);
create index fulfillment_order_by_id on fulfillment_order (shop_id, fulfillment_order_id);
alter table fulfillment_order enable row level security;
alter table fulfillment_order force row level security;
create policy fulfillment_order_of_shop on fulfillment_order using (shop_id = current_shop());

create table fulfillment_order_line (
    shop_id              bigint not null,
    order_id             bigint not null,
    fulfillment_order_id bigint not null,
    part_id              bigint not null,
    line_id              bigint not null,
    total                int    not null,
    remaining            int    not null,
    constraint fulfillment_order_line_pk primary key (shop_id, order_id, fulfillment_order_id, part_id),
    constraint fulfillment_order_line_of foreign key (shop_id, order_id, fulfillment_order_id)
        references fulfillment_order (shop_id, order_id, fulfillment_order_id),
    constraint fulfillment_order_line_units check (total >= 0 and remaining >= 0)
);
alter table fulfillment_order_line enable row level security;
alter table fulfillment_order_line force row level security;
create policy fulfillment_order_line_of_shop on fulfillment_order_line using (shop_id = current_shop());

create table fulfillment_hold (
    shop_id              bigint  not null,
    order_id             bigint  not null,
    fulfillment_order_id bigint  not null,
    hold_id              bigint  not null,
    handle               text    not null,
    reason               text    not null,
    ours                 boolean not null,
    constraint fulfillment_hold_pk primary key (shop_id, order_id, fulfillment_order_id, hold_id),
    constraint fulfillment_hold_of foreign key (shop_id, order_id, fulfillment_order_id)
        references fulfillment_order (shop_id, order_id, fulfillment_order_id)
);
alter table fulfillment_hold enable row level security;
alter table fulfillment_hold force row level security;
create policy fulfillment_hold_of_shop on fulfillment_hold using (shop_id = current_shop());
