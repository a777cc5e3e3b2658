-- Why: a webhook that tells of a forgotten person may come a day late or once more; by these numbers it is known and not
-- kept. They are Shopify's numbers of customers and of orders, and tell nothing else of anybody.

create table forgotten (
    shop_id      bigint      not null,
    object_id    bigint      not null,
    forgotten_at timestamptz not null,
    constraint forgotten_pk primary key (shop_id, object_id),
    constraint forgotten_shop foreign key (shop_id) references shop (shop_id)
);
alter table forgotten enable row level security;
alter table forgotten force row level security;
create policy forgotten_of_shop on forgotten using (shop_id = current_shop());
