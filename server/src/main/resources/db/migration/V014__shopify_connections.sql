-- Why: the right to call Shopify for a shop is kept sealed, and refreshed by one process at a time.
--
--   live         calls can be made
--   token_dead   Shopify accepts no token of ours: the merchant has to open Holdfast in Shopify once
--   uninstalled  the merchant has removed the app
--
-- version grows with each new token: who refreshed an older one meanwhile changes nothing.

create table shopify_connection (
    shop_id            bigint      not null,
    domain             text        not null,
    way                text        not null,
    state              text        not null,
    access_token       bytea,
    access_expires_at  timestamptz,
    refresh_token      bytea,
    refresh_expires_at timestamptz,
    scopes             text        not null,
    scopes_at          timestamptz not null,
    version            bigint      not null,
    refreshing_until   timestamptz not null default '-infinity',
    connected_at       timestamptz not null,
    token_at           timestamptz not null,
    consented_at       timestamptz,
    constraint shopify_connection_pk primary key (shop_id),
    constraint shopify_connection_shop foreign key (shop_id) references shop (shop_id),
    constraint shopify_connection_way_known check (way in ('client_credentials', 'offline_token')),
    constraint shopify_connection_state_known check (state in ('live', 'token_dead', 'uninstalled')),
    constraint shopify_connection_live_has_token check (state <> 'live' or access_token is not null)
);
alter table shopify_connection enable row level security;
alter table shopify_connection force row level security;
create policy shopify_connection_of_shop on shopify_connection using (shop_id = current_shop());
