-- Why: what is sold ahead is sold at the prices of its plans, so ours beside Shopify's is compared like everything else.
-- Shopify shows an app the groups it made itself, and does not say when one changed: read_at alone decides which reading is
-- newer. gone_at is as in V021. Prices are kept in words, as they are compared; who computes with them asks for more then.
-- Expanded: reconcile_run, for what only a person can put right in Shopify.

create table selling_plan_group (
    shop_id    bigint      not null,
    group_id   bigint      not null,
    name       text        not null,
    created_at timestamptz not null,
    read_at    timestamptz not null,
    gone_at    timestamptz,
    constraint selling_plan_group_pk primary key (shop_id, group_id),
    constraint selling_plan_group_shop foreign key (shop_id) references shop (shop_id)
);
alter table selling_plan_group enable row level security;
alter table selling_plan_group force row level security;
create policy selling_plan_group_of_shop on selling_plan_group using (shop_id = current_shop());

create table selling_plan (
    shop_id  bigint not null,
    group_id bigint not null,
    plan_id  bigint not null,
    name     text   not null,
    price    text   not null,
    charge   text   not null,
    constraint selling_plan_pk primary key (shop_id, group_id, plan_id),
    constraint selling_plan_of foreign key (shop_id, group_id) references selling_plan_group (shop_id, group_id)
);
create index selling_plan_by_id on selling_plan (shop_id, plan_id);
alter table selling_plan enable row level security;
alter table selling_plan force row level security;
create policy selling_plan_of_shop on selling_plan using (shop_id = current_shop());

alter table reconcile_run add column by_hand int not null default 0;
