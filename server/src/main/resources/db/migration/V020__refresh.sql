-- Why: a webhook only hints that something changed; what changed is read from Shopify, later, as often as it takes.
-- marks grows with each hint: what was hinted at while it was being read is read once more.

alter table shop_turn drop constraint shop_turn_duty_known;
alter table shop_turn add constraint shop_turn_duty_known check (duty in ('inbox', 'outbox', 'refresh', 'import'));

create table refresh (
    shop_id   bigint      not null,
    kind      text        not null,
    object_id bigint      not null,
    why       text        not null,
    marks     bigint      not null default 1,
    asked_at  timestamptz not null,
    due_at    timestamptz not null,
    attempts  int         not null default 0,
    problem   text,
    constraint refresh_pk primary key (shop_id, kind, object_id),
    constraint refresh_shop foreign key (shop_id) references shop (shop_id),
    constraint refresh_marks_positive check (marks > 0),
    constraint refresh_problem_after_attempt check (problem is null or attempts > 0)
);
create index refresh_due on refresh (shop_id, due_at);
alter table refresh enable row level security;
alter table refresh force row level security;
create policy refresh_of_shop on refresh using (shop_id = current_shop());

-- Why: the first import can be resumed after a kill at the line it had come to.
--
--   asked    Shopify has not been asked yet, or gave nothing and is asked anew
--   running  Shopify gathers
--   reading  the result is read, so many lines of it are kept
--   done     all of it is kept

create table import_part (
    shop_id      bigint      not null,
    name         text        not null,
    state        text        not null default 'asked',
    operation_id text,
    as_of        timestamptz,
    objects      bigint      not null default 0,
    lines_done   bigint      not null default 0,
    attempts     int         not null default 0,
    problem      text,
    changed_at   timestamptz not null,
    constraint import_part_pk primary key (shop_id, name),
    constraint import_part_shop foreign key (shop_id) references shop (shop_id),
    constraint import_part_state_known check (state in ('asked', 'running', 'reading', 'done')),
    constraint import_part_runs_by_id check (state = 'asked' or (operation_id is not null and as_of is not null))
);
alter table import_part enable row level security;
alter table import_part force row level security;
create policy import_part_of_shop on import_part using (shop_id = current_shop());
