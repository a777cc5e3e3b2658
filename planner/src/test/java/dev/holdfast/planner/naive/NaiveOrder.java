package dev.holdfast.planner.naive;

import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Id;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.QueueBy;
import dev.holdfast.planner.Settings;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What comes before what: ids, locations, dates, lines, supplies. */
final class NaiveOrder {

    private final Settings settings;

    NaiveOrder(Settings settings) {
        this.settings = settings;
    }

    static int ids(Id<?> left, Id<?> right) {
        return Arrays.compare(
                left.value().codePoints().toArray(), right.value().codePoints().toArray());
    }

    int locations(LocationId left, LocationId right) {
        int leftAt = settings.locations().indexOf(left);
        int rightAt = settings.locations().indexOf(right);
        if (leftAt >= 0 && rightAt >= 0) {
            return Integer.compare(leftAt, rightAt);
        }
        if (leftAt >= 0) {
            return -1;
        }
        return rightAt >= 0 ? 1 : ids(left, right);
    }

    static int datesNoneLast(@Nullable LocalDate left, @Nullable LocalDate right) {
        if (left == null) {
            return right == null ? 0 : 1;
        }
        return right == null ? -1 : left.compareTo(right);
    }

    int lines(NaiveLine leftLine, NaiveLine rightLine) {
        DemandLine left = leftLine.told;
        DemandLine right = rightLine.told;
        if (left.priority() != right.priority()) {
            return Long.compare(right.priority(), left.priority());
        }
        if (settings.queueBy() == QueueBy.PROMISED) {
            int byPromise = datesNoneLast(left.promisedOn(), right.promisedOn());
            if (byPromise != 0) {
                return byPromise;
            }
        }
        if (!left.placedAt().equals(right.placedAt())) {
            return left.placedAt().compareTo(right.placedAt());
        }
        return ids(left.id(), right.id());
    }

    int supplies(NaiveSupply left, NaiveSupply right) {
        int byDate = datesNoneLast(left.from, right.from);
        if (byDate != 0) {
            return byDate;
        }
        if (left.isStock() != right.isStock()) {
            return left.isStock() ? -1 : 1;
        }
        int byLocation = locations(left.location, right.location);
        if (byLocation != 0) {
            return byLocation;
        }
        if (left.delivery != null && right.delivery != null) {
            return ids(left.delivery.id, right.delivery.id);
        }
        // Stock of one location: a line has at most its own dedicated row there and the general one.
        if ((left.offer == null) != (right.offer == null)) {
            return left.offer == null ? 1 : -1;
        }
        return left.offer == null || right.offer == null ? 0 : ids(left.offer, right.offer);
    }
}
