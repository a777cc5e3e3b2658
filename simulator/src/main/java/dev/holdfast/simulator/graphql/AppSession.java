package dev.holdfast.simulator.graphql;

/** What one app has going on one shop: its budget and the results of its idempotent mutations. */
record AppSession(Throttle throttle, Idempotency idempotency) {}
