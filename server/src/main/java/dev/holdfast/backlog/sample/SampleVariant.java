package dev.holdfast.backlog.sample;

import dev.holdfast.backlog.sample.SampleProduct.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A variant of the sample shop with what lies on its two shelves. */
final class SampleVariant {

    private final SampleProduct product;
    private final String title;
    private final String value;
    private final String sku;
    private final int popularity;
    private final long[] onHand = new long[2];
    private final long[] committed = new long[2];
    private final long[] unavailable = new long[2];

    private SampleVariant(SampleProduct product, String title, String value, String sku, int popularity) {
        this.product = product;
        this.title = title;
        this.value = value;
        this.sku = sku;
        this.popularity = popularity;
    }

    /**
     * The catalogue, as often as it takes to have that many products.
     *
     * @param units a variant's usual demand over the whole time
     */
    static List<SampleVariant> shelves(int products, long units, Random random) {
        List<SampleVariant> variants = new ArrayList<>();
        List<SampleProduct> catalogue = SampleProduct.catalogue();
        for (int at = 0; at < products; at++) {
            SampleProduct product = catalogue.get(at % catalogue.size());
            int edition = at / catalogue.size() + 1;
            String title = edition == 1 ? product.title() : product.title() + " No. " + edition;
            for (String value : product.values()) {
                var variant =
                        new SampleVariant(product, title, value, sku(product, value, edition), random.nextInt(1, 6));
                variant.stock(units, random);
                variants.add(variant);
            }
        }
        return variants;
    }

    private static String sku(SampleProduct product, String value, int edition) {
        if (product.sku().isEmpty()) {
            return "";
        }
        String suffix = edition == 1 ? "" : "-" + edition;
        boolean hasNone = value.equals("Default Title") || product.kind() == Kind.SHARED_SKU;
        return product.sku()
                + (hasNone ? "" : "-" + value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", ""))
                + suffix;
    }

    /** Enough for most of the time; goods that may be backordered run out before its end. */
    private void stock(long units, Random random) {
        long demand = units * popularity / 3;
        switch (product.kind()) {
            case BACKORDER -> onHand[0] = demand * random.nextInt(70, 96) / 100;
            case PREORDER, GIFT_CARD -> onHand[0] = 0;
            default -> onHand[0] = demand * 5 / 4 + random.nextInt(8, 25);
        }
        if (product.kind() == Kind.STOCKED) {
            onHand[1] = random.nextInt(0, 12);
            unavailable[0] = random.nextInt(0, 4);
            onHand[0] += unavailable[0];
        }
    }

    Kind kind() {
        return product.kind();
    }

    String option() {
        return product.option();
    }

    String value() {
        return value;
    }

    String title() {
        return title;
    }

    String sku() {
        return sku;
    }

    long cents() {
        return product.kind() == Kind.GIFT_CARD ? Math.round(Double.parseDouble(value) * 100) : product.cents();
    }

    int popularity() {
        return popularity;
    }

    String handle() {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    String lineName() {
        return value.equals("Default Title") ? title : title + " - " + value;
    }

    boolean isShipped() {
        return product.kind() != Kind.GIFT_CARD;
    }

    /** Takes up to that many units off the shelves and says how many there were. */
    long take(long units) {
        long taken = 0;
        for (int at = 0; at < 2; at++) {
            long here = Math.min(units - taken, Math.max(0, onHand[at] - unavailable[at] - (at == 1 ? 2 : 0)));
            onHand[at] -= here;
            taken += here;
        }
        return taken;
    }

    void receive(long units) {
        onHand[0] += units;
    }

    /** Units of an open order, as Shopify counts them; a pre-order is committed only when it is sent. */
    void commit(long units) {
        committed[0] += product.kind() == Kind.PREORDER ? 0 : units;
    }

    long onHand(int location) {
        return onHand[location];
    }

    long committed(int location) {
        return committed[location];
    }

    long unavailable(int location) {
        return unavailable[location];
    }

    /** As Shopify counts it, with every open unit at the first location; below zero when oversold. */
    long available(int location) {
        return onHand[location] - committed[location] - unavailable[location];
    }
}
