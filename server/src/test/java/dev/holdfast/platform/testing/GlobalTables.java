package dev.holdfast.platform.testing;

import java.util.Set;

/** The tables that belong to no shop: few and small, each with why it cannot be a shop's. */
public final class GlobalTables {

    public static final Set<String> NAMES = Set.of(
            // Kept by Flyway itself.
            "flyway_schema_history",
            // Timers belong to the installation; what they do, they do shop by shop.
            "scheduled_tasks",
            // The key is the installation's, one for all shops.
            "key_proof",
            // What tenant tables are keyed by.
            "shop",
            // Workers find out here which shop has work, before they act inside it.
            "shop_turn",
            // As they do; who announces work may not wait for who works.
            "turn_announcement",
            // Webhooks of many shops share one commit; rows leave as soon as their shop has taken them.
            "webhook_inbox");

    private GlobalTables() {}
}
