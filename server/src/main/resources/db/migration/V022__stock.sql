-- Why: what Shopify counts of an inventory item at a location, in all its states. available may be negative.
-- An item and a location may be unknown here for a while: facts come in any order.

create table stock_level (
    shop_id           bigint      not null,
    inventory_item_id bigint      not null,
    location_id       bigint      not null,
    active            boolean     not null,
    available         int         not null,
    on_hand           int         not null,
    committed         int         not null,
    reserved          int         not null,
    incoming          int         not null,
    damaged           int         not null,
    quality_control   int         not null,
    safety_stock      int         not null,
    updated_at        timestamptz not null,
    read_at           timestamptz not null,
    constraint stock_level_pk primary key (shop_id, inventory_item_id, location_id),
    constraint stock_level_shop foreign key (shop_id) references shop (shop_id)
);
alter table stock_level enable row level security;
alter table stock_level force row level security;
create policy stock_level_of_shop on stock_level using (shop_id = current_shop());
