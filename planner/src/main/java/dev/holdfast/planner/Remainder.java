package dev.holdfast.planner;

import org.jspecify.annotations.Nullable;

/**
 * What is left of a variant's supplies while its queue is planned, and after.
 *
 * <p>Lines are given in queue order, from any iterator; each costs O(supplies) at most, whatever number waits, and
 * memory is O(supplies). A line given after the whole queue is an append: it moves no earlier peg.
 */
public final class Remainder {

    private final VariantSupply supply;
    private final long[] left;
    private final long[] firm;
    private int firstGeneral;
    private long waiting;
    private long given;

    /** Everything is left. */
    public Remainder(VariantSupply supply) {
        this.supply = supply;
        left = new long[supply.count()];
        firm = new long[supply.count()];
        for (int rank = 0; rank < left.length; rank++) {
            left[rank] = supply.at(rank).units();
            firm[rank] = supply.at(rank).firm();
        }
    }

    private Remainder(Remainder other) {
        supply = other.supply;
        left = other.left.clone();
        firm = other.firm.clone();
        firstGeneral = other.firstGeneral;
        waiting = other.waiting;
        given = other.given;
    }

    /** The same, to try a line on without deciding. */
    public Remainder copy() {
        return new Remainder(this);
    }

    /** Pegs the next line of the queue, and tells its pegs as they are made. */
    public void give(DemandLine line, Pegs pegs) {
        long wanted = line.open();
        given += wanted;
        long missing = 0;
        if (!line.firm().isEmpty()) {
            wanted -= line.firmUnits();
            missing = giveFirm(line, pegs);
        }
        OfferId offer = line.offer();
        if (offer != null && wanted > 0) {
            wanted = giveDedicated(line, offer, wanted, pegs);
        }
        if (wanted > 0) {
            wanted = giveGeneral(line, wanted, pegs);
            waiting += wanted;
        }
        if (wanted + missing > 0) {
            pegs.uncovered(line, wanted + missing, missing);
        }
    }

    /** Returns the firm units whose stock is gone. */
    private long giveFirm(DemandLine line, Pegs pegs) {
        long missing = 0;
        for (FirmUnits units : line.firm()) {
            long wanted = units.quantity();
            if (line.offer() != null) {
                wanted -= takeFirm(line, supply.row(units.location(), line.offer()), wanted, pegs);
            }
            wanted -= takeFirm(line, supply.row(units.location(), null), wanted, pegs);
            missing += wanted;
        }
        return missing;
    }

    private long takeFirm(DemandLine line, @Nullable Supply row, long wanted, Pegs pegs) {
        if (row == null) {
            return 0;
        }
        long taken = Math.min(wanted, firm[row.rank()]);
        if (taken > 0) {
            firm[row.rank()] -= taken;
            pegs.peg(line, row, taken, true);
        }
        return taken;
    }

    private long giveDedicated(DemandLine line, OfferId offer, long units, Pegs pegs) {
        long wanted = units;
        for (Supply from : supply.dedicated(offer)) {
            if (wanted == 0) {
                break;
            }
            wanted -= take(line, from, wanted, pegs);
        }
        return wanted;
    }

    private long giveGeneral(DemandLine line, long units, Pegs pegs) {
        Supply[] general = supply.general();
        while (firstGeneral < general.length && left[general[firstGeneral].rank()] == 0) {
            firstGeneral++;
        }
        long wanted = units;
        for (int at = firstGeneral; at < general.length && wanted > 0; at++) {
            long taken = take(line, general[at], wanted, pegs);
            wanted -= taken;
            waiting += general[at].onStock() ? 0 : taken;
        }
        return wanted;
    }

    private long take(DemandLine line, Supply from, long wanted, Pegs pegs) {
        long taken = Math.min(wanted, left[from.rank()]);
        if (taken == 0 || !line.maySupply(from.location())) {
            return 0;
        }
        left[from.rank()] -= taken;
        pegs.peg(line, from, taken, false);
        return taken;
    }

    /** Units of that supply that nobody has. */
    public long left(Supply of) {
        return left[of.rank()];
    }

    /** Units of general stock left where the line may be supplied from. */
    public long stockLeft(DemandLine line) {
        long units = 0;
        for (Supply from : supply.general()) {
            if (from.onStock() && line.maySupply(from.location())) {
                units += left[from.rank()];
            }
        }
        return units;
    }

    /** Units of general stock and deliveries left where the line may be supplied from. */
    public long anyLeft(DemandLine line) {
        long units = 0;
        for (Supply from : supply.general()) {
            if (line.maySupply(from.location())) {
                units += left[from.rank()];
            }
        }
        return units;
    }

    /** Open units so far that are neither on stock nor on a dedicated supply nor firm. */
    public long waiting() {
        return waiting;
    }

    /** Open units of the lines given so far: those ahead of the next. */
    public long given() {
        return given;
    }

    VariantSupply supply() {
        return supply;
    }
}
