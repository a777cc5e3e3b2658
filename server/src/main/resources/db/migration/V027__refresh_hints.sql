-- Why: two who hinted at the same thing, or hinted while it was being read, waited for each other's transactions, and in
-- another order met in a deadlock. Each hint is a row of its own now; one reading removes all that it has seen.

alter table refresh drop constraint refresh_pk;
alter table refresh drop column marks;
alter table refresh add column hint_id bigint generated always as identity;
alter table refresh add constraint refresh_pk primary key (shop_id, hint_id);
create index refresh_object on refresh (shop_id, kind, object_id);
