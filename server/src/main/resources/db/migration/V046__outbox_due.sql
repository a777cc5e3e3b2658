-- Why: when a shop has something to send next is asked after every turn, and must not cost more the more there is.

create index outbox_due on outbox (shop_id, due_at) where closed_at is null and state <> 'set_aside';
