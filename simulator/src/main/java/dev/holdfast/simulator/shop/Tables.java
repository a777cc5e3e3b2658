package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.CalculatedOrder;
import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.shop.state.DeliveryProfile;
import dev.holdfast.simulator.shop.state.DraftOrder;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id;
import dev.holdfast.simulator.shop.state.InventoryItem;
import dev.holdfast.simulator.shop.state.Job;
import dev.holdfast.simulator.shop.state.LedgerEntry;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.MandatePayment;
import dev.holdfast.simulator.shop.state.Metafield;
import dev.holdfast.simulator.shop.state.MetafieldDefinition;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.Return;
import dev.holdfast.simulator.shop.state.Row;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.StoreCreditAccount;
import dev.holdfast.simulator.shop.state.Transfer;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All rows of a shop and the indexes on them; changed under the shop's lock only. */
final class Tables {

    final Table<Product> products = new Table<>();
    final Table<Variant> variants = new Table<>();
    final Table<InventoryItem> items = new Table<>();
    final Table<Location> locations = new Table<>();
    final Table<DeliveryProfile> profiles = new Table<>();
    final Table<SellingPlanGroup> planGroups = new Table<>();
    final Table<Customer> customers = new Table<>();
    final Table<StoreCreditAccount> creditAccounts = new Table<>();
    final Table<Order> orders = new Table<>();
    final Table<FulfillmentOrder> fulfillmentOrders = new Table<>();
    final Table<Fulfillment> fulfillments = new Table<>();
    final Table<Return> returns = new Table<>();
    final Table<DraftOrder> drafts = new Table<>();
    final Table<CalculatedOrder> edits = new Table<>();
    final Table<Transfer> transfers = new Table<>();
    final Table<Shipment> shipments = new Table<>();
    final Table<Metafield> metafields = new Table<>();
    final Table<MetafieldDefinition> definitions = new Table<>();
    final Table<Job> jobs = new Table<>();
    final Levels levels = new Levels();
    final List<LedgerEntry> ledger = new ArrayList<>();
    final Map<String, MandatePayment> payments = new ConcurrentHashMap<>();
    final Index fulfillmentOrdersOf = new Index();
    final Index fulfillmentsOf = new Index();
    final Index returnsOf = new Index();
    final Index metafieldsOf = new Index();
    final Index planGroupsOf = new Index();
    final Index ordersOfCustomer = new Index();
    final Index creditAccountsOf = new Index();
    /** By the numbers of payment terms and of their schedules. */
    final Map<Long, Long> orderOfTerms = new ConcurrentHashMap<>();

    final Map<Long, Long> profileOfVariant = new ConcurrentHashMap<>();

    /** Rows that belong to something, in the order in which they came. */
    static final class Index {

        private final Map<Long, List<Long>> rows = new ConcurrentHashMap<>();

        List<Long> of(Id owner) {
            return of(owner.number());
        }

        List<Long> of(long owner) {
            return rows.getOrDefault(owner, List.of());
        }

        void add(Id owner, Id row) {
            add(owner.number(), row);
        }

        void add(long owner, Id row) {
            List<Long> before = of(owner);
            if (before.isEmpty()) {
                rows.put(owner, List.of(row.number()));
                return;
            }
            List<Long> after = new ArrayList<>(before);
            after.add(row.number());
            rows.put(owner, List.copyOf(after));
        }

        void remove(long owner, Id row) {
            List<Long> after = new ArrayList<>(of(owner));
            after.remove(Long.valueOf(row.number()));
            if (after.isEmpty()) {
                rows.remove(owner);
            } else {
                rows.put(owner, List.copyOf(after));
            }
        }

        /** The rows of {@code owner} that are in {@code table}. */
        <V extends Row> List<V> of(Id owner, Table<V> table) {
            List<V> found = new ArrayList<>();
            for (long number : of(owner)) {
                table.find(number).ifPresent(found::add);
            }
            return found;
        }
    }
}
