-- Why: nothing takes one; what one process at a time does is a turn (shop_turn) or a timer.
-- A process of the version before goes on: it never used the table either.

drop table lease;
