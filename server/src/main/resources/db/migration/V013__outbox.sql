-- Why: an effect on Shopify is decided in a transaction and sent after it, so that neither happens without the other. Its
-- idempotency key is stored before it is sent and never changes while nobody knows what became of it.
--
--   waiting    has not been sent, or is known not to have been carried out
--   sending    may be under way; after a crash nobody knows what became of it
--   unknown    was sent, and no answer told what became of it
--   set_aside  nobody tries again until somebody says so; later effects on the same subject wait behind it
--   done       Shopify carried it out
--   dropped    somebody decided that it is not to be sent

create table outbox (
    shop_id         bigint      not null,
    effect_id       uuid        not null,
    idempotency_key uuid        not null,
    kind            text        not null,
    subject         text        not null,
    document        text        not null,
    variables       text        not null,
    context         text        not null,
    state           text        not null default 'waiting',
    attempts        int         not null default 0,
    created_at      timestamptz not null,
    due_at          timestamptz not null,
    first_sent_at   timestamptz,
    closed_at       timestamptz,
    reason          text,
    constraint outbox_pk primary key (shop_id, effect_id),
    constraint outbox_key_once unique (shop_id, idempotency_key),
    constraint outbox_shop foreign key (shop_id) references shop (shop_id),
    constraint outbox_state_known
        check (state in ('waiting', 'sending', 'unknown', 'set_aside', 'done', 'dropped')),
    constraint outbox_sent_has_time check (state not in ('sending', 'unknown', 'done') or first_sent_at is not null),
    constraint outbox_closed_has_time check ((state in ('done', 'dropped')) = (closed_at is not null)),
    constraint outbox_set_aside_has_reason check (state <> 'set_aside' or reason is not null)
);
create index outbox_open on outbox (shop_id, effect_id) where closed_at is null;
create index outbox_open_subject on outbox (shop_id, subject, effect_id) where closed_at is null;
create index outbox_closed on outbox (shop_id, closed_at) where closed_at is not null;
alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_of_shop on outbox using (shop_id = current_shop());
