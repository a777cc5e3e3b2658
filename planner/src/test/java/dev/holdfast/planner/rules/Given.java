package dev.holdfast.planner.rules;

import dev.holdfast.planner.CustomerId;
import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.FirmUnits;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.Offer;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.OrderId;
import dev.holdfast.planner.Ships;
import dev.holdfast.planner.Splitting;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of facts, said in the words that matter to the example. */
sealed interface Given {

    static Stock stock(String location, long onHand) {
        return new Stock(location, onHand);
    }

    static Delivery inbound(String id, long quantity) {
        return new Delivery(id, quantity);
    }

    static OnOffer offer(String id) {
        return new OnOffer(id);
    }

    static Line line(String id, long open) {
        return new Line(id, open);
    }

    /** Stock of a variant at a location. */
    final class Stock implements Given {
        private final LocationId location;
        private final long onHand;
        private VariantId variant = new VariantId(Shop.TEE);
        private @Nullable OfferId offer;
        private long safetyStock;

        private Stock(String location, long onHand) {
            this.location = new LocationId(location);
            this.onHand = onHand;
        }

        Stock of(String name) {
            variant = new VariantId(name);
            return this;
        }

        Stock offer(String id) {
            offer = new OfferId(id);
            return this;
        }

        Stock safety(long units) {
            safetyStock = units;
            return this;
        }

        StockRow row() {
            return new StockRow(variant, location, offer, onHand, safetyStock);
        }
    }

    /** An expected delivery, without a date until it is given one. */
    final class Delivery implements Given {
        private final InboundId id;
        private final long quantity;
        private VariantId variant = new VariantId(Shop.TEE);
        private LocationId location = new LocationId("main");
        private @Nullable OfferId offer;
        private @Nullable LocalDate expectedOn;

        private Delivery(String id, long quantity) {
            this.id = new InboundId(id);
            this.quantity = quantity;
        }

        Delivery of(String name) {
            variant = new VariantId(name);
            return this;
        }

        Delivery at(String name) {
            location = new LocationId(name);
            return this;
        }

        Delivery on(String date) {
            expectedOn = LocalDate.parse(date);
            return this;
        }

        Delivery offer(String name) {
            offer = new OfferId(name);
            return this;
        }

        Inbound row() {
            return new Inbound(id, variant, location, offer, quantity, expectedOn);
        }
    }

    /** An offer that lists TEE and has no limits until it is given some. */
    final class OnOffer implements Given {
        private final OfferId id;
        private Set<VariantId> variants = Set.of(new VariantId(Shop.TEE));
        private @Nullable Long cap;
        private @Nullable Long perCustomer;
        private @Nullable Long perOrder;
        private @Nullable Instant opens;
        private @Nullable Instant closes;
        private long shipped;
        private @Nullable Ships ships;

        private OnOffer(String id) {
            this.id = new OfferId(id);
        }

        OnOffer of(String... names) {
            variants = new HashSet<>();
            for (String name : names) {
                variants.add(new VariantId(name));
            }
            return this;
        }

        OnOffer cap(long units) {
            cap = units;
            return this;
        }

        OnOffer perCustomer(long units) {
            perCustomer = units;
            return this;
        }

        OnOffer perOrder(long units) {
            perOrder = units;
            return this;
        }

        OnOffer opens(String instant) {
            opens = Instant.parse(instant);
            return this;
        }

        OnOffer closes(String instant) {
            closes = Instant.parse(instant);
            return this;
        }

        OnOffer shipped(long units) {
            shipped = units;
            return this;
        }

        OnOffer ships(Ships rule) {
            ships = rule;
            return this;
        }

        Offer row() {
            return new Offer(id, variants, cap, perCustomer, perOrder, opens, closes, shipped, ships);
        }
    }

    /** A line of an order of its own, until it is given one. */
    final class Line implements Given {
        private final LineId id;
        private final long open;
        private VariantId variant = new VariantId(Shop.TEE);
        private OrderId order;
        private @Nullable CustomerId customer;
        private @Nullable Instant placedAt;
        private long priority;
        private @Nullable OfferId offer;
        private @Nullable LocalDate promisedOn;
        private final Set<LocationId> locations = new HashSet<>();
        private Splitting splitting = Splitting.SPLIT;
        private final List<FirmUnits> firm = new ArrayList<>();

        private Line(String id, long open) {
            this.id = new LineId(id);
            this.order = new OrderId("order of " + id);
            this.open = open;
        }

        Line of(String name) {
            variant = new VariantId(name);
            return this;
        }

        Line order(String name) {
            order = new OrderId(name);
            return this;
        }

        Line customer(String name) {
            customer = new CustomerId(name);
            return this;
        }

        Line placed(String instant) {
            placedAt = Instant.parse(instant);
            return this;
        }

        Line priority(long higherIsFirst) {
            priority = higherIsFirst;
            return this;
        }

        Line offer(String name) {
            offer = new OfferId(name);
            return this;
        }

        Line promised(String date) {
            promisedOn = LocalDate.parse(date);
            return this;
        }

        Line only(String... names) {
            for (String name : names) {
                locations.add(new LocationId(name));
            }
            return this;
        }

        Line splitting(Splitting how) {
            splitting = how;
            return this;
        }

        Line firm(String location, long units) {
            firm.add(new FirmUnits(new LocationId(location), units));
            return this;
        }

        DemandLine row(Instant unlessPlaced) {
            return new DemandLine(
                    id,
                    order,
                    customer,
                    variant,
                    open,
                    placedAt == null ? unlessPlaced : placedAt,
                    priority,
                    offer,
                    promisedOn,
                    locations,
                    splitting,
                    firm);
        }
    }
}
