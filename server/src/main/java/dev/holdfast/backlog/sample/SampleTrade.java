package dev.holdfast.backlog.sample;

import dev.holdfast.backlog.sample.SampleOrder.Fate;
import dev.holdfast.backlog.sample.SampleOrder.Line;
import dev.holdfast.backlog.sample.SampleProduct.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lets a sample shop trade for some months: orders come in, and leave as long as there is stock. */
final class SampleTrade {

    private static final Duration TIME = Duration.ofDays(120);
    private static final int FIRST_NUMBER = 1001;

    private static final List<String> ARRIVED = List.of("Fisherman Jumper, Ecru", "Beeswax Candle", "Enamel Kettle");

    private final Random random;
    private final Instant asOf;
    private final List<SampleVariant> variants;
    private final List<SampleVariant> lottery = new ArrayList<>();
    private final List<SampleVariant> preorders;

    SampleTrade(List<SampleVariant> variants, Instant asOf, Random random) {
        this.variants = variants;
        this.asOf = asOf;
        this.random = random;
        this.preorders = variants.stream()
                .filter(variant -> variant.kind() == Kind.PREORDER)
                .toList();
        for (SampleVariant variant : variants) {
            for (int n = 0; n < variant.popularity() && variant.kind() != Kind.PREORDER; n++) {
                lottery.add(variant);
            }
        }
    }

    /** Oldest first. */
    List<SampleOrder> orders(int count) {
        List<SampleOrder> orders = new ArrayList<>(count);
        long step = TIME.toSeconds() / count;
        for (int n = 0; n < count; n++) {
            Instant at = asOf.minus(TIME).plusSeconds(step * n + random.nextLong(Math.max(1, step)));
            SampleOrder order = order(FIRST_NUMBER + n, at);
            orders.add(order);
            if (!order.isClosed() && at.isBefore(asOf.minus(Duration.ofDays(2)))) {
                send(order);
            }
        }
        arriveYesterday();
        for (SampleOrder order : orders) {
            giveBack(order);
            if (!order.isClosed()) {
                order.lines.stream()
                        .filter(line -> line.variant.isShipped())
                        .forEach(line -> line.variant.commit(line.open()));
            }
        }
        return orders;
    }

    private SampleOrder order(int number, Instant at) {
        var order = new SampleOrder(number, at);
        int lines = 1 + (random.nextInt(100) < 40 ? 1 : 0) + (random.nextInt(100) < 15 ? random.nextInt(1, 4) : 0);
        for (int n = 0; n < lines; n++) {
            SampleVariant variant = lottery.get(random.nextInt(lottery.size()));
            if (order.lines.stream().noneMatch(line -> line.variant == variant)) {
                order.lines.add(new Line(variant, quantity()));
            }
        }
        boolean offered = at.isAfter(asOf.minus(Duration.ofDays(50)));
        if (offered && !preorders.isEmpty() && random.nextInt(100) < 26) {
            if (random.nextBoolean()) {
                order.lines.clear();
            }
            order.lines.add(
                    new Line(preorders.get(random.nextInt(preorders.size())), random.nextInt(100) < 15 ? 2 : 1));
        }
        order.fate = fate();
        order.unpaid = order.fate == Fate.USUAL && random.nextInt(100) < 3;
        order.deposit = order.fate == Fate.USUAL && !order.unpaid && order.isPreorder() && random.nextInt(100) < 60;
        order.vip = random.nextInt(100) < 2;
        return order;
    }

    private long quantity() {
        int dice = random.nextInt(100);
        return dice < 72 ? 1 : dice < 90 ? 2 : dice < 96 ? 3 : random.nextInt(4, 7);
    }

    private Fate fate() {
        int dice = random.nextInt(1000);
        if (dice < 30) {
            return Fate.CANCELLED;
        }
        if (dice < 42) {
            return Fate.REFUNDED;
        }
        if (dice < 50) {
            return Fate.VOIDED;
        }
        return dice < 58 ? Fate.UNIT_REFUNDED : dice < 66 ? Fate.GOODWILL : Fate.USUAL;
    }

    /** Sends whole lines, and now and then what there is of one. */
    private void send(SampleOrder order) {
        if (order.unpaid && random.nextBoolean()) {
            return;
        }
        for (Line line : order.lines) {
            if (!line.variant.isShipped()) {
                line.sent = line.quantity;
                continue;
            }
            long there = line.variant.take(line.quantity);
            if (there < line.quantity && random.nextInt(100) >= 60) {
                line.variant.receive(there);
                there = 0;
            }
            line.sent = there;
        }
    }

    /** A unit of a line that was not sent is refunded and will not be. */
    private void giveBack(SampleOrder order) {
        if (order.fate != Fate.UNIT_REFUNDED) {
            return;
        }
        for (Line line : order.lines) {
            if (line.open() > 0 && line.variant.isShipped()) {
                line.givenBack = 1;
                return;
            }
        }
        order.fate = Fate.GOODWILL;
    }

    /** Goods came in that nobody has looked at yet: the longest waiting could have them now. */
    private void arriveYesterday() {
        for (SampleVariant variant : variants) {
            if (ARRIVED.stream().anyMatch(variant.title()::startsWith)) {
                variant.receive(random.nextInt(4, 16));
            }
        }
    }
}
