-- Why: what a fulfillment service ships may be changed only by apps that were granted it. Whose a location is comes with the
-- order itself, so that it does not matter which of the two is read first. Those known before are read again with the next
-- comparison.
-- Expanded: fulfillment_order.
--
--   by_service  whether its location belongs to a fulfillment service, and not to the merchant

alter table fulfillment_order add column by_service boolean not null default false;
