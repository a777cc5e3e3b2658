-- Why: every tenant row belongs to a shop, and what Shopify tells us names the shop by its domain.
-- Global: the list of shops is what all tenant tables are keyed by. A shop that left keeps its number, so that it finds
-- its own rows when it comes back.

create table shop (
    shop_id        bigint      generated always as identity,
    domain         text        not null,
    installed_at   timestamptz not null,
    uninstalled_at timestamptz,
    constraint shop_pk primary key (shop_id),
    constraint shop_domain_unique unique (domain),
    constraint shop_domain_is_one check (domain ~ '^[a-z0-9][a-z0-9-]*\.myshopify\.com$')
);
