package dev.holdfast.shop.privacy;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.privacy.Forgotten;
import dev.holdfast.platform.privacy.Person;
import dev.holdfast.platform.privacy.PersonalData;
import dev.holdfast.shopify.inbox.Webhook;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What buyers ask to be told, and what they asked to be forgotten. */
public final class PrivacyRequests {
    /** Within which Shopify wants it done. */
    static final Duration TIME_TO_ANSWER = Duration.ofDays(30);

    private final Database database;
    private final InstantSource clock;
    private final List<PersonalData> places;

    PrivacyRequests(Database database, InstantSource clock, List<PersonalData> places) {
        this.database = database;
        this.clock = clock;
        this.places = places;
    }

    /** A buyer wants to be told by the shop what is known of them; {@code id} is unique within the shop. */
    public record DataRequest(
            String id, Optional<Long> customer, List<Long> orders, Instant receivedAt, Instant answerBy) {}

    /** What one place keeps of a person, as it is kept there. */
    public record Kept(String place, List<String> rows) {}

    /** Those that nobody has answered yet, oldest first. */
    public List<DataRequest> open(ShopId shop) {
        return database.inShop(
                shop,
                sql -> sql.sql("""
                        select request_id, customer_id, order_ids, received_at
                        from privacy_request
                        where shop_id = :shop and closed_at is null
                        order by received_at, request_id
                        """)
                        .param("shop", shop.value())
                        .query((row, _) -> request(row))
                        .list());
    }

    /** All that is kept of the person who asked, place by place. */
    public List<Kept> answer(ShopId shop, DataRequest request) {
        var person = new Person(request.customer(), Optional.empty(), Optional.empty(), request.orders());
        return database.inShop(
                shop,
                sql -> places.stream()
                        .map(place -> new Kept(place.name(), place.find(sql, shop, person)))
                        .toList());
    }

    /** The shop has told the buyer; false when there is no such open request. Who asked is forgotten with it. */
    public boolean close(ShopId shop, String id) {
        return database.inShop(
                shop,
                sql -> sql.sql("""
                        update privacy_request set closed_at = :now, customer_id = null, order_ids = '{}'
                        where shop_id = :shop and request_id = :id and closed_at is null
                        """)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("shop", shop.value())
                                .param("id", id)
                                .update()
                        == 1);
    }

    void ask(JdbcClient sql, ShopId shop, Webhook webhook, Person person) {
        var asked = webhook.payload().path("data_request").path("id");
        var id = asked.isIntegralNumber() ? asked.asString() : webhook.webhookId();
        sql.sql("""
                insert into privacy_request (shop_id, request_id, kind, customer_id, order_ids, received_at)
                values (:shop, :id, 'data_request', :customer, :orders::bigint[], :received)
                on conflict (shop_id, request_id) do nothing
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("customer", person.customer().orElse(null))
                .param("orders", person.orders().toString().replace('[', '{').replace(']', '}'))
                .param("received", Timestamp.from(webhook.receivedAt()))
                .update();
    }

    /** Forgets a person in every place; answers how many rows that took. */
    int redact(JdbcClient sql, ShopId shop, Webhook webhook, Person person) {
        int rows = forget(sql, shop, person);
        sql.sql("""
                insert into privacy_request
                    (shop_id, request_id, kind, order_ids, received_at, closed_at, forgotten_rows)
                values (:shop, :id, 'customer_redact', '{}', :received, :now, :rows)
                on conflict (shop_id, request_id) do nothing
                """)
                .param("shop", shop.value())
                .param("id", webhook.webhookId())
                .param("received", Timestamp.from(webhook.receivedAt()))
                .param("now", Timestamp.from(clock.instant()))
                .param("rows", rows)
                .update();
        return rows;
    }

    /** Forgets a person in every place, and for what comes later. */
    int forget(JdbcClient sql, ShopId shop, Person person) {
        Forgotten.add(sql, shop, person.numbers(), clock.instant());
        int rows = 0;
        for (var place : places) {
            rows += place.redact(sql, shop, person);
        }
        return rows
                + sql.sql("""
                        update privacy_request
                        set closed_at = coalesce(closed_at, :now), customer_id = null, order_ids = '{}'
                        where shop_id = :shop and customer_id = :customer
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("shop", shop.value())
                        .param("customer", person.customer().orElse(null))
                        .update();
    }

    /** What this expression finds in what is kept anywhere. */
    List<String> contacts(JdbcClient sql, ShopId shop, String pattern) {
        return places.stream()
                .flatMap(place -> place.contacts(sql, shop, pattern).stream())
                .distinct()
                .toList();
    }

    private static DataRequest request(ResultSet row) throws SQLException {
        long customer = row.getLong("customer_id");
        var known = row.wasNull() ? Optional.<Long>empty() : Optional.of(customer);
        var received = row.getTimestamp("received_at").toInstant();
        return new DataRequest(
                row.getString("request_id"),
                known,
                numbers(row.getArray("order_ids")),
                received,
                received.plus(TIME_TO_ANSWER));
    }

    private static List<Long> numbers(Array array) throws SQLException {
        var numbers = new ArrayList<Long>();
        for (var number : (Long[]) array.getArray()) {
            numbers.add(number);
        }
        return numbers;
    }
}
