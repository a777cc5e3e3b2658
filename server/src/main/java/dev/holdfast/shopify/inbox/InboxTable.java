package dev.holdfast.shopify.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes to {@code webhook_inbox}, the one global table where webhooks of many shops share a commit. */
final class InboxTable implements InboxWriter.Store {
    // One order in every process, so that two of them never wait for each other's rows.
    private static final Comparator<Delivery> ORDER =
            Comparator.comparing((Delivery delivery) -> delivery.shop().value()).thenComparing(Delivery::webhookId);

    private static final String INSERT = """
            insert into webhook_inbox
                (shop_domain, webhook_id, topic, event_id, triggered_at, body, body_is_base64, received_at)
            select d.*, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::boolean[]) as d
            on conflict (shop_domain, webhook_id) do nothing
            """;

    private final DataSource database;
    private final InstantSource clock;

    InboxTable(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void insert(Collection<Delivery> deliveries) throws SQLException {
        var rows = deliveries.stream().sorted(ORDER).toArray(Delivery[]::new);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            setTexts(connection, insert, 2, rows);
            insert.executeUpdate();
        }
    }

    private static void setTexts(Connection connection, java.sql.PreparedStatement insert, int first, Delivery[] rows)
            throws SQLException {
        int at = first;
        insert.setArray(
                at++, texts(connection, rows, delivery -> delivery.shop().value()));
        insert.setArray(at++, texts(connection, rows, Delivery::webhookId));
        insert.setArray(at++, texts(connection, rows, Delivery::topic));
        insert.setArray(at++, texts(connection, rows, d -> d.eventId().orElse(null)));
        insert.setArray(
                at++,
                texts(
                        connection,
                        rows,
                        d -> d.triggeredAt().map(Object::toString).orElse(null)));
        insert.setArray(at++, texts(connection, rows, d -> d.body().text()));
        insert.setArray(
                at, texts(connection, rows, d -> Boolean.toString(d.body().base64())));
    }

    // An array of String, not of Object: the driver then writes it without asking each element for its type.
    private static java.sql.Array texts(
            Connection connection, Delivery[] rows, Function<Delivery, @Nullable String> value) throws SQLException {
        var values = new @Nullable String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = value.apply(rows[i]);
        }
        return connection.createArrayOf("text", values);
    }
}
