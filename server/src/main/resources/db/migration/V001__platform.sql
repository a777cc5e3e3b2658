-- Why: what every process of one installation shares before the first shop exists: timers that run once however many
-- processes there are, and leases for work that one process at a time may do.
--
-- The role holdfast_app is made before the first migration (dev.holdfast.platform.database.Roles); it never owns a table.
-- Its rights hold for the tables of all later migrations too.

alter default privileges grant select, insert, update, delete on tables to holdfast_app;
alter default privileges grant usage, select on sequences to holdfast_app;
grant usage on schema public to holdfast_app;

-- The shop of this transaction, or null: no shop set means no rows.
create function current_shop() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('holdfast.shop_id', true), '')::bigint;

-- Global: timers of db-scheduler 16.12, whose column names these are.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- Global: who may do what only one may do, until when. The number grows with each new holder, so that a holder who slept
-- past the end of its lease is recognised by its old number.
create table lease (
    name       text        not null,
    holder     uuid        not null,
    fence      bigint      not null,
    expires_at timestamptz not null,
    constraint lease_pk primary key (name),
    constraint lease_fence_positive check (fence > 0)
);
