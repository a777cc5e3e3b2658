-- Why: what a killed process held is free as soon as the next one starts; until now each of its turns had to run out.
-- Expanded: shop_turn. A process of the version before leaves the column as it is, and its turns run out as they did.

alter table shop_turn add column holder uuid;
