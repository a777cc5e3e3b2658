-- Why: a webhook is stored before it is answered, and handled later, in order, once.
--
-- Global: webhook_inbox, because webhooks of many shops share one commit; rows leave it as soon as their shop has taken
-- them. Duplicates are told by (shop, webhook id), here as long as the first waits and then by webhook_seen, which keeps
-- ids for 14 days: Shopify repeats a delivery for four hours and may be late by a day.

create table webhook_inbox (
    seq            bigint      generated always as identity,
    shop_domain    text        not null,
    webhook_id     text        not null,
    topic          text        not null,
    event_id       text,
    triggered_at   timestamptz,
    body           text        not null,
    body_is_base64 boolean     not null,
    received_at    timestamptz not null,
    constraint webhook_inbox_pk primary key (shop_domain, webhook_id)
);
create index webhook_inbox_order on webhook_inbox (shop_domain, seq);

create table webhook_seen (
    shop_id    bigint      not null,
    webhook_id text        not null,
    seen_at    timestamptz not null,
    constraint webhook_seen_pk primary key (shop_id, webhook_id),
    constraint webhook_seen_shop foreign key (shop_id) references shop (shop_id)
);
create index webhook_seen_age on webhook_seen (shop_id, seen_at);
alter table webhook_seen enable row level security;
alter table webhook_seen force row level security;
create policy webhook_seen_of_shop on webhook_seen using (shop_id = current_shop());

create table webhook_set_aside (
    shop_id        bigint      not null,
    webhook_id     text        not null,
    topic          text        not null,
    event_id       text,
    triggered_at   timestamptz,
    body           text        not null,
    body_is_base64 boolean     not null,
    received_at    timestamptz not null,
    set_aside_at   timestamptz not null,
    cause          text        not null,
    reason         text        not null,
    constraint webhook_set_aside_pk primary key (shop_id, webhook_id),
    constraint webhook_set_aside_shop foreign key (shop_id) references shop (shop_id),
    constraint webhook_set_aside_cause_known check (cause in ('failed', 'unknown_topic'))
);
alter table webhook_set_aside enable row level security;
alter table webhook_set_aside force row level security;
create policy webhook_set_aside_of_shop on webhook_set_aside using (shop_id = current_shop());
