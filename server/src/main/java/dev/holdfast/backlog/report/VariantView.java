package dev.holdfast.backlog.report;

import dev.holdfast.planner.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of one variant, added up. */
final class VariantView {

    private final VariantId id;
    private final String title;
    private final Set<String> readyOrders = new HashSet<>();
    private final Set<String> waitingOrders = new HashSet<>();
    private long open;
    private long ready;
    private long readyUnpaid;
    private long late;
    private long oversold;
    private long uncovered;
    private long undated;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;
    private @Nullable Instant uncoveredSince;

    VariantView(VariantId id, String title) {
        this.id = id;
        this.title = title;
    }

    void add(LineView line) {
        open += line.units();
        ready += line.planned().ready();
        if (line.planned().ready() > 0) {
            readyOrders.add(line.orderName());
            readyUnpaid += line.order().payment().isEmpty() ? 0 : line.planned().ready();
        }
        if (line.isLate()) {
            late += line.units();
        }
        if (line.waiting() > 0) {
            waitingOrders.add(line.orderName());
            until(line);
        }
        if (line.planned().uncovered() > 0) {
            uncovered += line.planned().uncovered();
            Instant placed = line.order().placedAt();
            uncoveredSince = uncoveredSince == null || placed.isBefore(uncoveredSince) ? placed : uncoveredSince;
        }
    }

    private void until(LineView line) {
        LocalDate ships = line.shipOn();
        if (ships == null) {
            undated += line.waiting();
            return;
        }
        first = first == null || ships.isBefore(first) ? ships : first;
        last = last == null || ships.isAfter(last) ? ships : last;
    }

    void oversell(long units) {
        oversold += units;
    }

    VariantId id() {
        return id;
    }

    String title() {
        return title;
    }

    long open() {
        return open;
    }

    long ready() {
        return ready;
    }

    long readyUnpaid() {
        return readyUnpaid;
    }

    int readyOrders() {
        return readyOrders.size();
    }

    long waiting() {
        return open - ready;
    }

    int waitingOrders() {
        return waitingOrders.size();
    }

    long late() {
        return late;
    }

    long oversold() {
        return oversold;
    }

    /** Units that neither stock nor any delivery covers: to be ordered. */
    long uncovered() {
        return uncovered;
    }

    /** Waiting units of lines without a date. */
    long undated() {
        return undated;
    }

    /** The earliest date on which a waiting line ships, or null. */
    @Nullable
    LocalDate first() {
        return first;
    }

    @Nullable
    LocalDate last() {
        return last;
    }

    /** When the first of the buyers whom nothing covers ordered, or null. */
    @Nullable
    Instant uncoveredSince() {
        return uncoveredSince;
    }
}
