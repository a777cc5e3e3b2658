package dev.holdfast.planfile;

import dev.holdfast.planner.Offer;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.Ships;
import dev.holdfast.planner.VariantId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads an offer. */
final class OfferReader {

    private static final List<String> KEYS =
            List.of("id", "variants", "cap", "perCustomer", "perOrder", "opens", "closes", "shipped", "ships");
    private static final List<String> SHIPS_KEYS = List.of("on", "afterDays", "from", "until");
    private static final int LONGEST_WAIT_DAYS = 3650;

    private OfferReader() {}

    static Offer read(Value value) {
        Fields offer = value.fields(KEYS);
        return new Offer(
                new OfferId(offer.required("id").text()),
                variants(offer.required("variants")),
                offer.orNull("cap", Value::units),
                offer.orNull("perCustomer", Value::units),
                offer.orNull("perOrder", Value::units),
                offer.orNull("opens", Value::instant),
                offer.orNull("closes", Value::instant),
                offer.or("shipped", Value::units, 0L),
                offer.orNull("ships", OfferReader::ships));
    }

    private static Set<VariantId> variants(Value value) {
        Set<VariantId> variants = new HashSet<>();
        for (Value variant : value.items()) {
            variants.add(new VariantId(variant.text()));
        }
        return variants;
    }

    private static Ships ships(Value value) {
        Fields ships = value.fields(SHIPS_KEYS);
        boolean window = ships.has("from") || ships.has("until");
        if ((ships.has("on") ? 1 : 0) + (ships.has("afterDays") ? 1 : 0) + (window ? 1 : 0) != 1) {
            throw value.place().bad("must have exactly one of on, afterDays, or from and until");
        }
        if (window) {
            return window(ships);
        }
        return ships.has("on")
                ? new Ships.On(ships.required("on").date())
                : new Ships.AfterDays((int) ships.required("afterDays").whole(0, LONGEST_WAIT_DAYS));
    }

    private static Ships window(Fields ships) {
        LocalDate from = ships.required("from").date();
        Value last = ships.required("until");
        LocalDate until = last.date();
        if (until.isBefore(from)) {
            throw last.place().bad(until + " is before from, which is " + from);
        }
        return new Ships.Window(from, until);
    }
}
