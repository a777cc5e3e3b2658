-- Why: a buyer may ask a shop what is known of them, and the shop has thirty days to answer; a buyer who asks to be
-- forgotten leaves the fact that it was done, and nothing that tells who it was.

create table privacy_request (
    shop_id        bigint      not null,
    request_id     text        not null,
    kind           text        not null,
    customer_id    bigint,
    order_ids      bigint[]    not null,
    received_at    timestamptz not null,
    closed_at      timestamptz,
    forgotten_rows bigint,
    constraint privacy_request_pk primary key (shop_id, request_id),
    constraint privacy_request_shop foreign key (shop_id) references shop (shop_id),
    constraint privacy_request_kind_known check (kind in ('data_request', 'customer_redact')),
    constraint privacy_request_closed_names_nobody
        check (closed_at is null or (customer_id is null and order_ids = '{}'))
);
alter table privacy_request enable row level security;
alter table privacy_request force row level security;
create policy privacy_request_of_shop on privacy_request using (shop_id = current_shop());
