package dev.holdfast.shopify.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.shopify.ClientSecrets;
import dev.holdfast.shopify.Signatures;
import dev.holdfast.shopify.SigningShopify;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SignedQueryTest {
    private static final Instant NOW = Instant.ofEpochSecond(1317327555);
    private static final long SEED = Long.getLong("holdfast.seed", 20261122);

    private static SignedQuery at(Instant now) {
        var clock = InstantSource.fixed(now);
        return new SignedQuery(new Signatures(ClientSecrets.of("hush"), clock), clock);
    }

    /** The example of shopify.dev, "Authenticate app proxies". */
    private static Map<String, List<String>> proxyExample() {
        var query = new TreeMap<String, List<String>>();
        query.put("extra", List.of("1", "2"));
        query.put("shop", List.of("shop-name.myshopify.com"));
        query.put("logged_in_customer_id", List.of("1"));
        query.put("path_prefix", List.of("/apps/awesome_reviews"));
        query.put("timestamp", List.of("1317327555"));
        query.put("signature", List.of("4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb"));
        return query;
    }

    private static Map<String, List<String>> authorization() {
        var query = new TreeMap<String, List<String>>();
        query.put("code", List.of("a b+c"));
        query.put("host", List.of("YWRtaW4="));
        query.put("shop", List.of("toy-shop.myshopify.com"));
        query.put("state", List.of("n*~1"));
        query.put("timestamp", List.of("1317327555"));
        var text = "code=a+b%2Bc&host=YWRtaW4%3D&shop=toy-shop.myshopify.com&state=n*%7E1&timestamp=1317327555";
        query.put("hmac", List.of(SigningShopify.hex("hush", text)));
        return query;
    }

    @Test
    void the_example_of_the_documentation_is_accepted() {
        assertThat(at(NOW).isAppProxy(proxyExample())).isTrue();
    }

    @Test
    void the_way_back_from_authorization_is_accepted() {
        assertThat(at(NOW).isAuthorization(authorization())).isTrue();
    }

    @Test
    void one_kind_does_not_pass_for_the_other() {
        assertThat(at(NOW).isAuthorization(proxyExample())).isFalse();
        assertThat(at(NOW).isAppProxy(authorization())).isFalse();
    }

    @Test
    void an_old_or_early_query_is_refused() {
        for (long seconds : new long[] {-91, 91, 86_400}) {
            assertThat(at(NOW.plusSeconds(seconds)).isAppProxy(proxyExample())).isFalse();
            assertThat(at(NOW.plusSeconds(seconds)).isAuthorization(authorization()))
                    .isFalse();
        }
        assertThat(at(NOW.plusSeconds(90)).isAppProxy(proxyExample())).isTrue();
    }

    @Test
    void a_query_that_names_two_shops_is_refused_even_when_signed() {
        var query = proxyExample();
        query.put("shop", List.of("shop-name.myshopify.com", "other.myshopify.com"));
        query.remove("signature");
        var text = "extra=1,2logged_in_customer_id=1path_prefix=/apps/awesome_reviews"
                + "shop=shop-name.myshopify.com,other.myshopify.comtimestamp=1317327555";
        query.put("signature", List.of(SigningShopify.hex("hush", text)));
        assertThat(at(NOW).isAppProxy(query)).isFalse();
    }

    /** What a buyer asks for under their own name, Shopify signs; read otherwise, it would name another customer. */
    @Test
    void a_signed_text_that_reads_as_another_query_is_refused() {
        var prefix = "path_prefix=/apps/awesome_reviewsshop=shop-name.myshopify.comtimestamp=1317327555";
        var signed = "a=logged_in_customer_id=42mm=logged_in_customer_id=" + prefix;
        var other = proxyExample();
        other.remove("extra");
        other.put("a", List.of(""));
        other.put("logged_in_customer_id", List.of("42"));
        other.put("mm", List.of("logged_in_customer_id="));
        other.put("signature", List.of(SigningShopify.hex("hush", signed)));
        assertThat(at(NOW).isAppProxy(other)).isFalse();

        var shifted = "blogged_in_customer_id=42logged_in_customer_id=" + prefix;
        other.remove("a");
        other.remove("mm");
        other.put("logged_in_customer_id", List.of("42l"));
        other.put("b", List.of(""));
        other.put("ogged_in_customer_id", List.of(""));
        other.put("signature", List.of(SigningShopify.hex("hush", "b=" + shifted.substring(1))));
        assertThat(at(NOW).isAppProxy(other)).isFalse();
    }

    @Test
    void no_changed_query_is_accepted() {
        var random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            var proxy = changed(proxyExample(), random);
            assertThat(at(NOW).isAppProxy(proxy))
                    .as("seed %d, query %d: %s", SEED, i, proxy)
                    .isFalse();
            var back = changed(authorization(), random);
            assertThat(at(NOW).isAuthorization(back))
                    .as("seed %d, query %d: %s", SEED, i, back)
                    .isFalse();
        }
    }

    private static Map<String, List<String>> changed(Map<String, List<String>> query, Random random) {
        var entry = List.copyOf(query.entrySet()).get(random.nextInt(query.size()));
        var name = entry.getKey();
        var value = entry.getValue().getFirst();
        switch (random.nextInt(4)) {
            case 0 -> query.remove(name);
            case 1 -> query.put(name, List.of(value + (char) ('a' + random.nextInt(26))));
            case 2 -> query.put("other" + random.nextInt(100), List.of("1"));
            default -> query.put(name, List.of(value, value));
        }
        return query;
    }
}
