package dev.holdfast.planfile;

import dev.holdfast.planner.CustomerId;
import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.FirmUnits;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.OrderId;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.Settings;
import dev.holdfast.planner.Splitting;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the facts of a plan file, and gives them the defaults that it documents. */
final class FactsReader {

    private static final List<String> POLICY_KEYS = List.of("sell", "limit");
    private static final List<String> STOCK_KEYS = List.of("variant", "location", "onHand", "safetyStock", "offer");
    private static final List<String> INBOUND_KEYS =
            List.of("id", "variant", "location", "quantity", "expectedOn", "offer");
    private static final List<String> DEMAND_KEYS = List.of(
            "id",
            "order",
            "customer",
            "variant",
            "quantity",
            "placedAt",
            "priority",
            "offer",
            "promisedOn",
            "locations",
            "splitting",
            "firm");
    private static final List<String> FIRM_KEYS = List.of("location", "quantity");

    private final Fields file;
    private final Instant asOf;
    private final Settings settings;

    FactsReader(Fields file, Instant now) {
        this.file = file;
        this.asOf = file.or("asOf", Value::instant, now);
        this.settings = file.or("settings", SettingsReader::read, Settings.DEFAULT);
    }

    Facts read() {
        return new Facts(
                asOf,
                settings,
                file.or("policy", FactsReader::policies, Map.of()),
                each("stock", this::stock),
                each("inbound", this::inbound),
                each("offers", OfferReader::read),
                each("demand", this::demand));
    }

    private <T> List<T> each(String key, Function<Value, T> reading) {
        List<T> rows = new ArrayList<>();
        for (Value row : file.items(key)) {
            rows.add(reading.apply(row));
        }
        return rows;
    }

    private static Map<VariantId, Policy> policies(Value value) {
        Map<VariantId, Policy> policies = new HashMap<>();
        Fields byVariant = value.fields();
        for (String variant : byVariant.keys()) {
            policies.put(new VariantId(variant), policy(byVariant.required(variant)));
        }
        return policies;
    }

    private static Policy policy(Value value) {
        Fields policy = value.fields(POLICY_KEYS);
        Long limit = policy.orNull("limit", Value::units);
        return switch (policy.or("sell", sell -> sell.oneOf(Sell.class), Sell.DENY)) {
            case DENY -> Policy.DENY;
            case INCOMING -> Policy.INCOMING;
            case BACKORDER -> new Policy.Backorder(limit);
        };
    }

    private StockRow stock(Value value) {
        Fields row = value.fields(STOCK_KEYS);
        return new StockRow(
                new VariantId(row.required("variant").text()),
                location(row),
                row.orNull("offer", FactsReader::offer),
                row.required("onHand").units(),
                row.or("safetyStock", Value::units, 0L));
    }

    private Inbound inbound(Value value) {
        Fields row = value.fields(INBOUND_KEYS);
        return new Inbound(
                new InboundId(row.required("id").text()),
                new VariantId(row.required("variant").text()),
                location(row),
                row.orNull("offer", FactsReader::offer),
                row.required("quantity").units(),
                row.orNull("expectedOn", Value::date));
    }

    private DemandLine demand(Value value) {
        Fields line = value.fields(DEMAND_KEYS);
        String id = line.required("id").text();
        VariantId variant = new VariantId(line.required("variant").text());
        long open = line.required("quantity").units();
        return new DemandLine(
                new LineId(id),
                new OrderId(line.or("order", Value::text, id)),
                line.orNull("customer", FactsReader::customer),
                variant,
                open,
                line.or("placedAt", Value::instant, asOf),
                line.or("priority", FactsReader::priority, 0L),
                line.orNull("offer", FactsReader::offer),
                line.orNull("promisedOn", Value::date),
                line.or("locations", FactsReader::locations, Set.of()),
                line.or("splitting", splitting -> splitting.oneOf(Splitting.class), Splitting.SPLIT),
                line.or("firm", firm -> firm(firm, open), List.of()));
    }

    private List<FirmUnits> firm(Value value, long open) {
        List<FirmUnits> firm = new ArrayList<>();
        long units = 0;
        for (Value item : value.items()) {
            Fields row = item.fields(FIRM_KEYS);
            FirmUnits more =
                    new FirmUnits(location(row), row.required("quantity").units());
            units += more.quantity();
            firm.add(more);
        }
        if (units > open) {
            throw value.place().bad(units + " firm units are more than the quantity, " + open);
        }
        return firm;
    }

    private LocationId location(Fields row) {
        return row.or("location", FactsReader::locationId, settings.defaultLocation());
    }

    static Set<LocationId> locations(Value value) {
        Set<LocationId> locations = new HashSet<>();
        for (Value location : value.itemsAtLeastOne()) {
            locations.add(locationId(location));
        }
        return locations;
    }

    static LocationId locationId(Value value) {
        return new LocationId(value.text());
    }

    static OfferId offer(Value value) {
        return new OfferId(value.text());
    }

    static CustomerId customer(Value value) {
        return new CustomerId(value.text());
    }

    static long priority(Value value) {
        return value.whole(-Value.BILLION, Value.BILLION);
    }

    /** What an order without an offer may take, in the file's words. */
    private enum Sell {
        DENY,
        INCOMING,
        BACKORDER
    }
}
