package dev.holdfast.doors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Ways to pass something off as a session token of Shopify's. */
enum ForgedToken {
    NONE {
        @Override
        String of(Instant now, Random random) {
            return "";
        }
    },
    WITHOUT_SIGNATURE {
        @Override
        String of(Instant now, Random random) {
            var algorithm = List.of("none", "None", "NONE", "nOnE").get(random.nextInt(4));
            return Signed.unsigned(algorithm, Signed.claims(TwoShops.OURS, now)) + ".";
        }
    },
    OTHER_ALGORITHM {
        @Override
        String of(Instant now, Random random) {
            var algorithms = List.of("HmacSHA512", "HmacSHA384", "HmacSHA1", "HmacMD5");
            var named = List.of("HS512", "HS384", "HS256", "RS256", "ES256").get(random.nextInt(5));
            var algorithm = algorithms.get(random.nextInt(algorithms.size()));
            return Signed.token(named, Signed.claims(TwoShops.OURS, now), algorithm, Signed.SECRET);
        }
    },
    OTHER_SECRET {
        @Override
        String of(Instant now, Random random) {
            var secret = random.nextBoolean() ? Signed.OLD_SECRET : Signed.SECRET + random.nextInt(10);
            return Signed.token("HS256", Signed.claims(TwoShops.OURS, now), "HmacSHA256", secret);
        }
    },
    EXPIRED {
        @Override
        String of(Instant now, Random random) {
            return Signed.token(TwoShops.OURS, now.minusSeconds(75 + random.nextInt(1_000_000)));
        }
    },
    TOO_EARLY {
        @Override
        String of(Instant now, Random random) {
            return Signed.token(TwoShops.OURS, now.plusSeconds(60 + random.nextInt(1_000_000)));
        }
    },
    OTHER_AUDIENCE {
        @Override
        String of(Instant now, Random random) {
            Object other = random.nextBoolean() ? "other-app" : List.of(Signed.CLIENT_ID, "other-app");
            return changed(now, claims -> claims.put("aud", other));
        }
    },
    TWO_SHOPS {
        @Override
        String of(Instant now, Random random) {
            return random.nextBoolean()
                    ? changed(now, claims -> claims.put("dest", "https://" + TwoShops.OTHER))
                    : changed(now, claims -> claims.put("iss", "https://" + TwoShops.OTHER + "/admin"));
        }
    },
    NO_SHOP {
        @Override
        String of(Instant now, Random random) {
            var host = List.of("evil.example", TwoShops.OURS + ".evil.example", TwoShops.OURS + ":444", "", "*")
                    .get(random.nextInt(5));
            return changed(now, claims -> {
                claims.put("dest", "https://" + host);
                claims.put("iss", "https://" + host + "/admin");
            });
        }
    },
    CLAIM_MISSING {
        @Override
        String of(Instant now, Random random) {
            var claim = List.of("iss", "dest", "aud", "exp", "nbf").get(random.nextInt(5));
            return changed(now, claims -> claims.remove(claim));
        }
    },
    CUT {
        @Override
        String of(Instant now, Random random) {
            var token = Signed.token(TwoShops.OURS, now);
            return token.substring(0, random.nextInt(token.length()));
        }
    },
    ONE_LETTER {
        @Override
        String of(Instant now, Random random) {
            var token = new StringBuilder(Signed.token(TwoShops.OURS, now));
            int at = random.nextInt(token.length());
            char other;
            do {
                other = LETTERS.charAt(random.nextInt(LETTERS.length()));
            } while (other == token.charAt(at));
            token.setCharAt(at, other);
            return token.toString();
        }
    },
    PADDED {
        @Override
        String of(Instant now, Random random) {
            return Signed.token(TwoShops.OURS, now)
                    + List.of("=", "A", ".", " x").get(random.nextInt(4));
        }
    },
    LONG {
        @Override
        String of(Instant now, Random random) {
            return "x".repeat(1 + random.nextInt(7_000));
        }
    };

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=";

    abstract String of(Instant now, Random random);

    private static String changed(Instant now, Consumer<Map<String, Object>> change) {
        var claims = Signed.claims(TwoShops.OURS, now);
        change.accept(claims);
        return Signed.token("HS256", claims, "HmacSHA256", Signed.SECRET);
    }
}
