-- Why: a webhook that was emptied cannot be handled again, and need not be told of; so it has a cause of its own.
-- Expanded: webhook_set_aside.

alter table webhook_set_aside drop constraint webhook_set_aside_cause_known;
alter table webhook_set_aside add constraint webhook_set_aside_cause_known
    check (cause in ('failed', 'unknown_topic', 'emptied'));
