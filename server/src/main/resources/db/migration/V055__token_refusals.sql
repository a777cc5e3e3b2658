-- Why: the health page says why a shop has no new token; only the process that asked for one has heard the reason.
-- Expanded: shopify_connection. Both are null again as soon as a token was given.

alter table shopify_connection
    add column refused_at timestamptz,
    add column refusal    text,
    add constraint shopify_connection_refusal_has_time check ((refused_at is null) = (refusal is null));
