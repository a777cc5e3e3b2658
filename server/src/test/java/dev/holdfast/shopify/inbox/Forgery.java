package dev.holdfast.shopify.inbox;

import dev.holdfast.shopify.SigningShopify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Ways to pass something off as a webhook of Shopify's. */
public enum Forgery {
    NO_SIGNATURE {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            return sample.without(SIGNATURE);
        }
    },
    EMPTY_SIGNATURE {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            return sample.with(SIGNATURE, "");
        }
    },
    CHANGED_SIGNATURE {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            return sample.with(SIGNATURE, changed(sample.header(SIGNATURE).getFirst(), random));
        }
    },
    CUT_SIGNATURE {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            var right = sample.header(SIGNATURE).getFirst();
            return sample.with(SIGNATURE, right.substring(0, random.nextInt(right.length())));
        }
    },
    REPEATED_SIGNATURE {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            var right = sample.header(SIGNATURE).getFirst();
            return random.nextBoolean()
                    ? sample.with(SIGNATURE, right, right)
                    : sample.with(SIGNATURE, changed(right, random), right);
        }
    },
    OTHER_ALGORITHM {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            var algorithm = ALGORITHMS[random.nextInt(ALGORITHMS.length)];
            return sample.with(SIGNATURE, SigningShopify.base64(algorithm, SampleWebhook.SECRET, sample.body()));
        }
    },
    OTHER_SECRET {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            var secret = changed(SampleWebhook.SECRET, random);
            return sample.with(SIGNATURE, SigningShopify.base64("HmacSHA256", secret, sample.body()));
        }
    },
    /** The one before, whose time is over. */
    OLD_SECRET {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            return sample.with(SIGNATURE, SigningShopify.base64("HmacSHA256", SampleWebhook.OLD_SECRET, sample.body()));
        }
    },
    HEXADECIMAL {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            return sample.with(SIGNATURE, SigningShopify.hex(SampleWebhook.SECRET, new String(sample.body(), UTF_8)));
        }
    },
    CHANGED_BODY {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            var body = sample.body();
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
            return sample.withBody(body);
        }
    },
    LONGER_BODY {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            var body = sample.body();
            return sample.withBody(Arrays.copyOf(body, body.length + 1 + random.nextInt(8)));
        }
    },
    SHORTER_BODY {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            return sample.withBody(Arrays.copyOf(sample.body(), random.nextInt(sample.body().length)));
        }
    },
    /** Signed before something on the way compressed it: what is signed are the bytes that arrive. */
    COMPRESSED_BODY {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            var packed = new ByteArrayOutputStream();
            boolean gzip = random.nextBoolean();
            try (var out = gzip ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
                out.write(sample.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return sample.withBody(packed.toByteArray()).with("Content-Encoding", gzip ? "gzip" : "deflate");
        }
    },
    OTHER_CHARSET {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            var text = new String(sample.body(), UTF_8);
            var other = random.nextBoolean() ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16;
            return sample.withBody(text.getBytes(other))
                    .with("Content-Type", "application/json; charset=" + other.name());
        }
    },
    NO_SHOP {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            return sample.without("X-Shopify-Shop-Domain");
        }
    },
    NOT_A_SHOP {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            return sample.with("X-Shopify-Shop-Domain", NO_SHOPS[random.nextInt(NO_SHOPS.length)]);
        }
    },
    TWO_SHOPS {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            return sample.with("X-Shopify-Shop-Domain", "toy-shop.myshopify.com", "other.myshopify.com");
        }
    },
    NO_TOPIC {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            return sample.without("X-Shopify-Topic");
        }
    },
    TWO_IDS {
        @Override
        public SampleWebhook of(SampleWebhook sample, Random random) {
            return sample.with("X-Shopify-Webhook-Id", "one", "two");
        }
    };

    private static final Charset UTF_8 = StandardCharsets.UTF_8;
    private static final String SIGNATURE = "X-Shopify-Hmac-Sha256";
    private static final String[] ALGORITHMS = {"HmacSHA1", "HmacMD5", "HmacSHA512", "HmacSHA384", "HmacSHA512/256"};
    private static final String[] NO_SHOPS = {
        "", "evil.example", "toy-shop.myshopify.com.evil.example", "toy-shop.myshopify.com/", "*.myshopify.com"
    };

    public abstract SampleWebhook of(SampleWebhook sample, Random random);

    private static String changed(String text, Random random) {
        var chars = text.toCharArray();
        int at = random.nextInt(chars.length);
        char other;
        do {
            other = (char) ('!' + random.nextInt(94));
        } while (other == chars[at]);
        chars[at] = other;
        return new String(chars);
    }
}
