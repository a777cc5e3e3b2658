package dev.holdfast.backlog.sample;

import java.util.ArrayList;
import java.util.List;

/** A product of the sample shop before it has variants. */
record SampleProduct(String title, String sku, String option, List<String> values, long cents, Kind kind) {

    /** What the sample shows with it. */
    enum Kind {
        /** Stocked, sells down to zero. */
        STOCKED,
        /** Goes on selling when out of stock. */
        BACKORDER,
        /** Sold ahead under the capped offer. */
        PREORDER,
        /** Two variants were given one SKU by mistake. */
        SHARED_SKU,
        /** Was never given a SKU. */
        NO_SKU,
        /** Needs no shipping. */
        GIFT_CARD
    }

    static List<SampleProduct> catalogue() {
        List<SampleProduct> products = new ArrayList<>();
        products.add(new SampleProduct(
                "Harbour Mug", "MUG", "Colour", List.of("Sea Green", "Chalk", "Slate"), 1800, Kind.BACKORDER));
        products.add(
                new SampleProduct("Linen Apron", "APRON", "Colour", List.of("Natural", "Indigo"), 3900, Kind.STOCKED));
        products.add(new SampleProduct("Merino Beanie", "BEANIE", "Size", List.of("S/M", "L/XL"), 3200, Kind.STOCKED));
        products.add(new SampleProduct("Canvas Tote", "TOTE", "Title", List.of("Default Title"), 2400, Kind.STOCKED));
        products.add(
                new SampleProduct("Oak Serving Board", "BOARD", "Size", List.of("Small", "Large"), 4500, Kind.STOCKED));
        products.add(
                new SampleProduct("Beeswax Candle", "CANDLE", "Size", List.of("Short", "Tall"), 1450, Kind.BACKORDER));
        products.add(new SampleProduct(
                "Wool Throw", "THROW", "Colour", List.of("Oat", "Rust", "Pine"), 11900, Kind.BACKORDER));
        products.add(new SampleProduct(
                "Enamel Kettle", "KETTLE", "Colour", List.of("Cream", "Black"), 5400, Kind.BACKORDER));
        products.add(new SampleProduct(
                "Fisherman Jumper", "JUMPER", "Size", List.of("S", "M", "L", "XL"), 14900, Kind.BACKORDER));
        products.add(new SampleProduct(
                "Fisherman Jumper, Ecru", "JUMPER-E", "Size", List.of("S", "M", "L", "XL"), 14900, Kind.BACKORDER));
        products.add(
                new SampleProduct("Field Notebook", "NOTE", "Paper", List.of("Plain", "Ruled"), 950, Kind.STOCKED));
        products.add(new SampleProduct(
                "Storm Lantern", "LANTERN", "Finish", List.of("Brass", "Black"), 8900, Kind.PREORDER));
        products.add(new SampleProduct("Rain Parka", "PARKA", "Size", List.of("S", "M", "L"), 18900, Kind.BACKORDER));
        products.add(
                new SampleProduct("Cast Iron Pan", "PAN", "Size", List.of("20 cm", "26 cm"), 6400, Kind.BACKORDER));
        products.add(
                new SampleProduct("Tea Towel Set", "TOWEL", "Title", List.of("Default Title"), 2200, Kind.STOCKED));
        products.add(
                new SampleProduct("Willow Basket", "BASKET", "Size", List.of("Small", "Large"), 3600, Kind.SHARED_SKU));
        products.add(new SampleProduct("Fabric Swatches", "", "Title", List.of("Default Title"), 300, Kind.NO_SKU));
        products.add(new SampleProduct(
                "Gift Card", "GIFT", "Denominations", List.of("25.00", "50.00"), 2500, Kind.GIFT_CARD));
        return products;
    }
}
