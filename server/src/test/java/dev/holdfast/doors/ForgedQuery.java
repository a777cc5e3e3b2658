package dev.holdfast.doors;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Ways to pass something off as a query of Shopify's. */
enum ForgedQuery {
    UNSIGNED {
        @Override
        Map<String, List<String>> of(Genuine genuine, Random random) {
            return genuine.unsigned();
        }
    },
    OTHER_SECRET {
        @Override
        Map<String, List<String>> of(Genuine genuine, Random random) {
            var secret = random.nextBoolean() ? Signed.OLD_SECRET : "hush" + random.nextInt();
            return genuine.signer().apply(genuine.unsigned(), secret);
        }
    },
    OTHER_TIME {
        @Override
        Map<String, List<String>> of(Genuine genuine, Random random) {
            long seconds = 200L + random.nextInt(1_000_000);
            var then = genuine.now().plusSeconds(random.nextBoolean() ? seconds : -seconds);
            var moved = Signed.with(genuine.unsigned(), "timestamp", Long.toString(then.getEpochSecond()));
            return genuine.signer().apply(moved, Signed.SECRET);
        }
    },
    NO_TIME {
        @Override
        Map<String, List<String>> of(Genuine genuine, Random random) {
            var text = List.of("", "-1", "1e9", "99999999999999999999", "now").get(random.nextInt(5));
            return genuine.signer().apply(Signed.with(genuine.unsigned(), "timestamp", text), Signed.SECRET);
        }
    },
    TWO_SHOPS {
        @Override
        Map<String, List<String>> of(Genuine genuine, Random random) {
            var two = Signed.with(genuine.unsigned(), "shop", TwoShops.OURS.value(), TwoShops.OTHER.value());
            return genuine.signer().apply(two, Signed.SECRET);
        }
    },
    OTHER_SHOP {
        @Override
        Map<String, List<String>> of(Genuine genuine, Random random) {
            return Signed.with(genuine.signed(), "shop", TwoShops.OTHER.value());
        }
    },
    PARAMETER_MISSING {
        @Override
        Map<String, List<String>> of(Genuine genuine, Random random) {
            var query = new TreeMap<>(genuine.signed());
            query.remove(List.copyOf(query.keySet()).get(random.nextInt(query.size())));
            return query;
        }
    },
    PARAMETER_ADDED {
        @Override
        Map<String, List<String>> of(Genuine genuine, Random random) {
            return Signed.with(genuine.signed(), "other" + random.nextInt(1000), "1");
        }
    },
    PARAMETER_REPEATED {
        @Override
        Map<String, List<String>> of(Genuine genuine, Random random) {
            var query = genuine.signed();
            var name = List.copyOf(query.keySet()).get(random.nextInt(query.size()));
            var value = query.getOrDefault(name, List.of()).getFirst();
            return Signed.with(query, name, value, value);
        }
    },
    VALUE_CHANGED {
        @Override
        Map<String, List<String>> of(Genuine genuine, Random random) {
            var query = genuine.signed();
            var name = List.copyOf(query.keySet()).get(random.nextInt(query.size()));
            var value = query.getOrDefault(name, List.of()).getFirst();
            int at = random.nextInt(value.length() + 1);
            var more = List.of("1", "a", "\0", "ä", "%00", " ").get(random.nextInt(6));
            return Signed.with(query, name, value.substring(0, at) + more + value.substring(at));
        }
    },
    CAPITALS {
        @Override
        Map<String, List<String>> of(Genuine genuine, Random random) {
            return genuine.withSignature(genuine.signature().toUpperCase(Locale.ROOT));
        }
    },
    CUT {
        @Override
        Map<String, List<String>> of(Genuine genuine, Random random) {
            return genuine.withSignature(genuine.signature().substring(0, random.nextInt(64)));
        }
    };

    /** A query, and how Shopify signs its kind. */
    record Genuine(
            Map<String, List<String>> unsigned,
            Instant now,
            String signatureName,
            BiFunction<Map<String, List<String>>, String, Map<String, List<String>>> signer) {

        Map<String, List<String>> signed() {
            return signer.apply(unsigned, Signed.SECRET);
        }

        String signature() {
            return signed().getOrDefault(signatureName, List.of()).getFirst();
        }

        Map<String, List<String>> withSignature(String other) {
            return Signed.with(unsigned, signatureName, other);
        }
    }

    abstract Map<String, List<String>> of(Genuine genuine, Random random);
}
