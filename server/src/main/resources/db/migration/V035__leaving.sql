-- Why: a merchant who leaves is told what is taken back, agrees, and everything of ours is taken out of the shop piece by
-- piece, also when the program ends in between; while it lasts, and afterwards, nothing new is put in.
-- Expanded: shop, which is global, so that the few shops that are leaving are found without asking every one.
--
--   leaving_at     since when we take back what is ours; null when nobody has asked for it
--   leaving_total  how many pieces there were then
--   left_at        when Shopify showed none of them any more

alter table shop
    add column leaving_at    timestamptz,
    add column leaving_total bigint,
    add column left_at       timestamptz,
    add constraint shop_leaving_has_total check ((leaving_at is null) = (leaving_total is null)),
    add constraint shop_left_was_leaving check (left_at is null or leaving_at is not null);
create index shop_leaving on shop (shop_id) where leaving_at is not null and left_at is null;
