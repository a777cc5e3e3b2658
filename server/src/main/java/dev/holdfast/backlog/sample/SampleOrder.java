package dev.holdfast.backlog.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An order of the sample shop. */
final class SampleOrder {

    /** What became of it. */
    enum Fate {
        USUAL,
        CANCELLED,
        REFUNDED,
        VOIDED,
        /** A unit was given back and refunded. */
        UNIT_REFUNDED,
        /** Some money was given back, no unit. */
        GOODWILL
    }

    final int number;
    final Instant placedAt;
    final List<Line> lines = new ArrayList<>();
    Fate fate = Fate.USUAL;
    boolean unpaid;
    boolean deposit;
    boolean vip;

    SampleOrder(int number, Instant placedAt) {
        this.number = number;
        this.placedAt = placedAt;
    }

    /** A line item. */
    static final class Line {

        final SampleVariant variant;
        final long quantity;
        long sent;
        long givenBack;

        Line(SampleVariant variant, long quantity) {
            this.variant = variant;
            this.quantity = quantity;
        }

        long open() {
            return quantity - sent - givenBack;
        }

        String status() {
            if (sent == 0) {
                return "pending";
            }
            return open() == 0 ? "fulfilled" : "partial";
        }
    }

    String name() {
        return "#" + number;
    }

    boolean isClosed() {
        return fate == Fate.CANCELLED || fate == Fate.REFUNDED || fate == Fate.VOIDED;
    }

    boolean isPreorder() {
        return lines.stream().anyMatch(line -> line.variant.kind() == SampleProduct.Kind.PREORDER);
    }

    long subtotalCents() {
        return lines.stream()
                .mapToLong(line -> line.variant.cents() * line.quantity)
                .sum();
    }

    long refundedCents() {
        return switch (fate) {
            case REFUNDED -> subtotalCents();
            case UNIT_REFUNDED ->
                lines.stream()
                        .mapToLong(line -> line.variant.cents() * line.givenBack)
                        .sum();
            case GOODWILL -> 250;
            default -> 0;
        };
    }

    long outstandingCents() {
        if (isClosed()) {
            return 0;
        }
        return unpaid ? subtotalCents() : deposit ? subtotalCents() * 7 / 10 : 0;
    }

    String financialStatus() {
        return switch (fate) {
            case REFUNDED -> "refunded";
            case VOIDED -> "voided";
            case UNIT_REFUNDED, GOODWILL -> "partially_refunded";
            default -> unpaid ? "pending" : deposit ? "partially_paid" : "paid";
        };
    }

    String fulfillmentStatus() {
        if (fate == Fate.CANCELLED) {
            return "restocked";
        }
        boolean someSent = lines.stream().anyMatch(line -> line.sent > 0);
        boolean allSent = lines.stream().allMatch(line -> line.open() == 0 || !line.variant.isShipped());
        return allSent && someSent ? "fulfilled" : someSent ? "partial" : "unfulfilled";
    }
}
