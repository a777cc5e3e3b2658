-- Why: whoever announced work updated the turn's row, which its holder keeps locked while it works, so that two workers
-- announcing to each other met in deadlocks; and the holder overwrote what was announced when it gave the turn back.
-- An announcement is a row of its own, which waits for nobody; only who takes the turn removes it. Global as shop_turn is.

create table turn_announcement (
    announcement_id bigint      generated always as identity,
    duty            text        not null,
    shop_id         bigint      not null,
    due_at          timestamptz not null,
    constraint turn_announcement_pk primary key (duty, shop_id, announcement_id),
    constraint turn_announcement_shop foreign key (shop_id) references shop (shop_id),
    constraint turn_announcement_duty_known check (duty in ('inbox', 'outbox', 'refresh', 'import'))
);
create index turn_announcement_due on turn_announcement (duty, due_at);
