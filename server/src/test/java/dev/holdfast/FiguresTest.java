package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.RunningServer;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the operator reads from afar is what is in the tables. */
class FiguresTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ShopDomain ONE = new ShopDomain("toy-shop.myshopify.com");
    private static final ShopDomain TWO = new ShopDomain("other.myshopify.com");

    @TempDir
    private Path folder;

    /** The figures of ours by name, and with it that none is told for one shop alone: labels would name it. */
    private static Map<String, Double> figures(RunningServer server) throws Exception {
        var answer = server.get(server.operatorUri("/metrics"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("myshopify");
        return answer.body()
                .lines()
                .filter(line -> line.startsWith("holdfast_"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(' ')),
                        line -> Double.valueOf(line.substring(line.indexOf(' ') + 1))));
    }

    private static void plant(long one, long two) {
        var sql = DATABASE.superuser();
        sql.sql("""
                insert into webhook_inbox (shop_domain, webhook_id, topic, body, body_is_base64, received_at)
                values ('toy-shop.myshopify.com', 'a', 'orders/create', '{}', false, now() - interval '300 seconds'),
                       ('other.myshopify.com', 'b', 'orders/create', '{}', false, now() - interval '20 seconds')
                """).update();
        sql.sql("""
                insert into webhook_set_aside
                    (shop_id, webhook_id, topic, body, body_is_base64, received_at, set_aside_at, cause, reason)
                values (:one, 'c', 'orders/create', '{}', false, now(), now(), 'failed', 'planted'),
                       (:two, 'd', 'orders/create', '{}', false, now(), now(), 'failed', 'planted'),
                       (:two, 'e', 'moons/full', '{}', false, now(), now(), 'unknown_topic', 'planted')
                """).param("one", one).param("two", two).update();
        sql.sql("""
                insert into outbox
                    (shop_id, effect_id, idempotency_key, kind, subject, document, variables, context, state,
                     created_at, due_at, reason)
                values (:one, gen_random_uuid(), gen_random_uuid(), 'test', 'a', 'none', '{}', '{}', 'set_aside',
                        now() - interval '60 seconds', now(), 'planted'),
                       (:two, gen_random_uuid(), gen_random_uuid(), 'test', 'a', 'none', '{}', '{}', 'waiting',
                        now() - interval '900 seconds', now(), null)
                """).param("one", one).param("two", two).update();
        sql.sql("""
                insert into reconcile_run (shop_id, as_of, compared, differences, remaining)
                values (:one, now() - interval '7200 seconds', 100, 5, 3), (:two, now(), 100, 4, 4)
                """).param("one", one).param("two", two).update();
    }

    private static String health(RunningServer server) throws Exception {
        return server.get(server.operatorUri("/health")).body();
    }

    @Test
    void they_tell_what_waits_for_how_long_and_what_is_left_of_the_differences() throws Exception {
        // Without workers, so that what is planted stays.
        try (var server = RunningServer.start(DATABASE, folder.resolve("home"), Map.of("role", "web"))) {
            var shops = server.part(ShopRegistry.class);
            long one = shops.install(ONE).value();
            long two = shops.install(TWO).value();
            var before = figures(server);
            assertThat(before)
                    .containsEntry("holdfast_inbox_waiting", 0.0)
                    .containsEntry("holdfast_inbox_age_seconds", 0.0)
                    .containsEntry("holdfast_outbox_age_seconds", 0.0)
                    .containsEntry("holdfast_reconcile_drift", 0.0)
                    .containsEntry("holdfast_reconcile_age_seconds", Double.NaN)
                    .containsEntry("holdfast_shopify_points_left", 1.0)
                    .containsEntry("holdfast_shopify_throttled_total", 0.0);

            plant(one, two);

            var after = figures(server);
            assertThat(after)
                    .containsEntry("holdfast_inbox_waiting", 2.0)
                    .containsEntry("holdfast_inbox_set_aside", 2.0)
                    .containsEntry("holdfast_outbox_waiting", 2.0)
                    .containsEntry("holdfast_outbox_set_aside", 1.0)
                    .containsEntry("holdfast_reconcile_drift", 7.0);
            assertThat(after.get("holdfast_inbox_age_seconds")).isBetween(300.0, 600.0);
            assertThat(after.get("holdfast_outbox_age_seconds")).isBetween(900.0, 1200.0);
            assertThat(after.get("holdfast_reconcile_age_seconds")).isBetween(7200.0, 7500.0);

            var health = health(server);
            assertThat(health).contains("2 webhooks wait", "2 effects wait", "1 of them set aside");
            assertThat(health).contains("differs from Shopify in 3 things").doesNotContain("has not been compared");

            var sql = DATABASE.superuser();
            sql.sql("update reconcile_run set remaining = 0, as_of = now() - interval '25 hours'")
                    .update();
            assertThat(health(server)).contains("no difference is left");
            sql.sql("update reconcile_run set as_of = now() - interval '27 hours' where shop_id = :two")
                    .param("two", two)
                    .update();
            assertThat(health(server))
                    .contains("other.myshopify.com has not been compared with Shopify for 27 h")
                    .contains("holdfast reconcile --repair");
            sql.sql("delete from reconcile_run where shop_id = :two")
                    .param("two", two)
                    .update();
            assertThat(health(server)).as("a new shop has time until tomorrow").contains("no difference is left");
        }
    }
}
