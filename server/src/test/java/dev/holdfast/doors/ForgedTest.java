package dev.holdfast.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.inbox.Forgery;
import dev.holdfast.shopify.inbox.SampleWebhook;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that Shopify did not sign comes in by any door, over HTTP, and nothing of it is kept. With
 * {@code -Dholdfast.forgeries=} as many as one likes, with {@code -Dholdfast.seed=} others.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ForgedTest {
    private static final int FORGERIES = Integer.getInteger("holdfast.forgeries", 2_000);
    private static final long SEED = Long.getLong("holdfast.seed", 20261122);
    private static final int GENUINE_EACH = 50;
    // Bodies over the limit are large, so they are few.
    private static final int HUGE_EACH = 400;
    private static final byte[] HUGE = new byte[(4 << 20) + 1];

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path home;

    private static TwoShops shops;

    private final Random random = new Random(SEED);
    private final TreeMap<String, Integer> tried = new TreeMap<>();
    private String variant = "";

    /** What was sent, and what may be answered to it. */
    private record Knock(String how, HttpResponse<String> answer, Set<Integer> refusals) {}

    @BeforeAll
    static void open() throws Exception {
        shops = new TwoShops(DATABASE, home.resolve("home"));
    }

    @AfterAll
    static void close() {
        shops.close();
    }

    @Test
    void only_what_shopify_signed_comes_in() throws Exception {
        variant = shops.numbers("select min(variant_id) from variant where shop_id = " + ours())
                .getFirst()
                .toString();
        var connections = connections();
        var genuine = new ArrayList<String>();
        for (int i = 0; i < FORGERIES; i++) {
            if (i % GENUINE_EACH == 0) {
                genuine.add(genuineWebhook());
                genuineToken();
                genuineQuery();
            }
            var knock = knock();
            tried.merge(knock.how(), 1, Integer::sum);
            assertThat(knock.answer().statusCode())
                    .as(
                            "seed %d, forgery %d: %s, answered %s",
                            SEED, i, knock.how(), knock.answer().body())
                    .isIn(knock.refusals());
        }
        assertThat(seen()).as("of all webhooks, those that were signed").containsExactlyInAnyOrderElementsOf(genuine);
        assertThat(connections()).as("connections").isEqualTo(connections);
        System.out.printf("forged: %d from seed %d: %s%n", FORGERIES, SEED, tried);
    }

    private static long ours() {
        return shops.id(TwoShops.OURS).value();
    }

    private Knock knock() throws Exception {
        return switch (random.nextInt(4)) {
            case 0 -> webhook();
            case 1 -> token();
            case 2 -> proxied();
            default -> approval();
        };
    }

    private Knock webhook() throws Exception {
        if (random.nextInt(HUGE_EACH) == 0) {
            return new Knock("webhook HUGE", send(SampleWebhook.random(random).withBody(HUGE)), Set.of(413));
        }
        var how = any(Forgery.values());
        return new Knock("webhook " + how, send(how.of(SampleWebhook.random(random), random)), Set.of(401));
    }

    private <T> T any(T[] all) {
        return Arrays.asList(all).get(random.nextInt(all.length));
    }

    private static HttpResponse<String> send(SampleWebhook webhook) throws Exception {
        var request = shops.request("/webhooks").POST(BodyPublishers.ofByteArray(webhook.body()));
        webhook.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return shops.send(request);
    }

    private Knock token() throws Exception {
        var how = any(ForgedToken.values());
        var token = how.of(shops.now(), random);
        var scheme = random.nextInt(20) == 0 ? "Basic " : "Bearer ";
        var answer = random.nextInt(20) == 0
                ? session(scheme + token, "Bearer " + Signed.token(TwoShops.OURS, shops.now()))
                : session(scheme + token);
        return new Knock("token " + how, answer, Set.of(401));
    }

    private static HttpResponse<String> session(String... authorizations) throws Exception {
        var request = shops.request("/auth/session").POST(BodyPublishers.noBody());
        for (var one : authorizations) {
            request.header("Authorization", one);
        }
        return shops.send(request);
    }

    private Knock proxied() throws Exception {
        var how = any(ForgedQuery.values());
        var query = how.of(proxyQuery(), random);
        return new Knock("proxy " + how, shops.get("/proxy/availability?" + Signed.text(query)), Set.of(401));
    }

    private ForgedQuery.Genuine proxyQuery() {
        var now = shops.now();
        return new ForgedQuery.Genuine(
                Signed.proxied(TwoShops.OURS, variant, now), now, "signature", Signed::signedForProxy);
    }

    /** 400 for what names no shop, or two. */
    private Knock approval() throws Exception {
        var now = shops.now();
        var begun = shops.get("/auth?shop=" + TwoShops.OURS);
        var cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        var state = cookie.substring(cookie.indexOf('=') + 1).split("\\.", 2)[0];
        var genuine = new ForgedQuery.Genuine(
                Signed.approved(TwoShops.OURS, state, now), now, "hmac", Signed::signedForCallback);
        var how = any(ForgedQuery.values());
        var path = "/auth/callback?" + Signed.text(how.of(genuine, random));
        return new Knock("approval " + how, shops.get(path, "Cookie", cookie), Set.of(400, 403));
    }

    private String genuineWebhook() throws Exception {
        var webhook = SampleWebhook.random(random);
        assertThat(send(webhook).statusCode()).as("a webhook that is signed").isEqualTo(200);
        return webhook.headers().getOrDefault("X-Shopify-Webhook-Id", List.of()).getFirst();
    }

    private static void genuineToken() throws Exception {
        var answer = session("Bearer " + Signed.token(TwoShops.OURS, shops.now()));
        assertThat(answer.statusCode()).as("a token that is signed").isEqualTo(200);
    }

    private void genuineQuery() throws Exception {
        var answer = shops.get("/proxy/availability?" + Signed.text(proxyQuery().signed()));
        assertThat(answer.statusCode()).as("a query that is signed").isEqualTo(200);
        assertThat(answer.body()).contains("\"id\":\"" + variant + "\"");
    }

    /** The ids of all webhooks that were let in, whether they wait or were handled. */
    private static List<String> seen() {
        return DATABASE.superuser().sql("""
                        select webhook_id from webhook_inbox
                        union
                        select webhook_id from webhook_seen
                        """).query((row, _) -> row.getString(1)).list();
    }

    private static List<String> connections() {
        return DATABASE.superuser().sql("""
                        select shop.domain || ' ' || state || ' ' || coalesce(token_at::text, '')
                        from shop left join shopify_connection using (shop_id)
                        order by 1
                        """).query((row, _) -> row.getString(1)).list();
    }
}
