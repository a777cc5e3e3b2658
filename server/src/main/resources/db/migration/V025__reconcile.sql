-- Why: the health page says when we were last compared with Shopify, and what is left of the differences.

create table reconcile_run (
    shop_id     bigint      not null,
    as_of       timestamptz not null,
    compared    bigint      not null,
    differences int         not null,
    remaining   int         not null,
    constraint reconcile_run_pk primary key (shop_id),
    constraint reconcile_run_shop foreign key (shop_id) references shop (shop_id),
    constraint reconcile_run_counts check (remaining between 0 and differences)
);
alter table reconcile_run enable row level security;
alter table reconcile_run force row level security;
create policy reconcile_run_of_shop on reconcile_run using (shop_id = current_shop());
