-- Why: the inbox and the outbox of one shop are worked on by one worker at a time, whichever process it is in.
-- Global: workers first pick a shop that has work, then act inside it. The fence grows with each holder, so that one who
-- slept past the end of its lease is recognised by its old number.

create table shop_turn (
    duty         text        not null,
    shop_id      bigint      not null,
    due_at       timestamptz not null,
    fence        bigint      not null default 0,
    leased_until timestamptz not null default '-infinity',
    constraint shop_turn_pk primary key (duty, shop_id),
    constraint shop_turn_shop foreign key (shop_id) references shop (shop_id),
    constraint shop_turn_duty_known check (duty in ('inbox', 'outbox'))
);
create index shop_turn_due on shop_turn (duty, due_at);
