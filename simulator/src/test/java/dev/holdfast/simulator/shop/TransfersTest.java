package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.Shipments.NewShipment;
import dev.holdfast.simulator.shop.Shipments.Received;
import dev.holdfast.simulator.shop.Transfers.Line;
import dev.holdfast.simulator.shop.Transfers.NewTransfer;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Id.InventoryTransferId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Transfer;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransfersTest {

    private final Shops shops = Shops.open();
    private final LocationId there = shops.secondLocation("Warehouse");
    private final Variant variant = shops.variant(InventoryPolicy.DENY, Map.of(shops.here, 0, there, 10));

    @Test
    void goods_are_reserved_then_under_way_then_available() {
        Transfer transfer = shops.shop.transfers().create(from(there, 6)).value();
        assertThat(shops.stock(variant, there).reserved()).isZero();

        shops.shop.transfers().markReady(transfer.id()).value();
        assertThat(shops.stock(variant, there).available()).isEqualTo(4);
        assertThat(shops.stock(variant, there).reserved()).isEqualTo(6);

        Shipment shipment = ship(transfer, 6).value();
        assertThat(shops.stock(variant, there).onHand()).isEqualTo(4);
        assertThat(shops.stock(variant).incoming()).isEqualTo(6);
        assertThat(shops.stock(variant).onHand()).isZero();

        receive(shipment, 4, true).value();
        assertThat(now(transfer).status()).isEqualTo(Transfer.Status.IN_PROGRESS);
        receive(shipment, 2, false).value();
        assertThat(shops.stock(variant).available()).isEqualTo(4);
        assertThat(shops.stock(variant).incoming()).isZero();
        assertThat(now(transfer).status()).isEqualTo(Transfer.Status.TRANSFERRED);
        assertThat(now(shipment).totalRejected()).isEqualTo(2);
        assertThat(shops.topicsSince(0))
                .contains(
                        Topic.INVENTORY_TRANSFERS_READY_TO_SHIP,
                        Topic.INVENTORY_SHIPMENTS_MARK_IN_TRANSIT,
                        Topic.INVENTORY_SHIPMENTS_RECEIVE_ITEMS,
                        Topic.INVENTORY_TRANSFERS_COMPLETE);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goods_are_incoming_from_ready_to_ship_on_or_from_in_transit_on(boolean early) {
        shops.shop.switches(Switches.usual().with(Switch.INCOMING_WHEN_READY_TO_SHIP, early));

        Transfer transfer = shops.shop
                .transfers()
                .createReady(NewTransfer.to(shops.here, new Line(variant.item(), 5)))
                .value();
        assertThat(shops.stock(variant).incoming()).isEqualTo(early ? 5 : 0);
        Shipment shipment = ship(transfer, 5).value();
        assertThat(shops.stock(variant).incoming()).isEqualTo(5);
        shops.shop.shipments().receiveAll(shipment.id(), true).value();
        assertThat(shops.stock(variant).incoming()).isZero();
        assertThat(shops.stock(variant).available()).isEqualTo(5);
    }

    @Test
    void a_cancelled_transfer_gives_its_units_back() {
        Transfer transfer = shops.shop.transfers().createReady(from(there, 6)).value();

        shops.shop.transfers().cancel(transfer.id()).value();

        assertThat(shops.stock(variant, there).available()).isEqualTo(10);
        assertThat(shops.stock(variant, there).reserved()).isZero();
        Transfer gone = shops.shop.transfers().createReady(from(there, 6)).value();
        ship(gone, 1).value();
        assertThat(shops.shop.transfers().cancel(gone.id()).errors())
                .extracting(UserError::code)
                .containsExactly("INVALID_TRANSFER_STATUS", "SHIPMENT_EXISTS");
    }

    @Test
    void what_cannot_be_transferred_is_refused() {
        var transfers = shops.shop.transfers();
        var line = new Line(variant.item(), 1);
        assertThat(Shops.code(
                        transfers.create(new NewTransfer(there, there, List.of(line), null, null, List.of(), null))))
                .isEqualTo("TRANSFER_ORIGIN_CANNOT_BE_THE_SAME_AS_DESTINATION");
        assertThat(Shops.code(transfers.create(NewTransfer.to(new LocationId(1), line))))
                .isEqualTo("LOCATION_NOT_FOUND");
        assertThat(Shops.code(transfers.create(NewTransfer.to(shops.here, line, line))))
                .isEqualTo("DUPLICATE_ITEM");
        assertThat(Shops.code(transfers.createReady(NewTransfer.to(shops.here))))
                .isEqualTo("ITEMS_EMPTY");
        assertThat(Shops.code(transfers.markReady(new InventoryTransferId(1)))).isEqualTo("TRANSFER_NOT_FOUND");
        Transfer ready = transfers.createReady(from(there, 1)).value();
        assertThat(Shops.code(transfers.delete(ready.id()))).isEqualTo("INVALID_TRANSFER_STATUS");
    }

    @Test
    void no_more_is_shipped_or_received_than_there_is() {
        Transfer transfer = shops.shop.transfers().createReady(from(there, 6)).value();
        assertThat(Shops.code(ship(transfer, 7))).isEqualTo("INVALID_QUANTITY");
        Shipment shipment = ship(transfer, 4).value();
        assertThat(Shops.code(ship(transfer, 3))).isEqualTo("INVALID_QUANTITY");
        assertThat(Shops.code(receive(shipment, 5, true))).isEqualTo("INVALID_QUANTITY");
        receive(shipment, 4, true).value();
        assertThat(Shops.code(receive(shipment, 1, true))).isEqualTo("INVALID_SHIPMENT_STATUS");
    }

    @Test
    void a_draft_shipment_moves_nothing_and_can_be_deleted() {
        Transfer transfer = shops.shop.transfers().createReady(from(there, 6)).value();
        Shipment draft = shops.shop
                .shipments()
                .create(NewShipment.of(transfer.id(), new Line(variant.item(), 6)))
                .value();
        assertThat(shops.stock(variant).incoming()).isZero();
        assertThat(draft.name()).isEqualTo(transfer.name() + "-1");

        shops.shop.shipments().delete(draft.id()).value();

        assertThat(now(transfer).shipments()).isEmpty();
        Shipment gone = ship(transfer, 6).value();
        assertThat(Shops.code(shops.shop.shipments().delete(gone.id()))).isEqualTo("INVALID_SHIPMENT_STATUS");
    }

    private NewTransfer from(LocationId origin, int units) {
        return new NewTransfer(
                origin, shops.here, List.of(new Line(variant.item(), units)), null, null, List.of(), null);
    }

    private Result<Shipment> ship(Transfer transfer, int units) {
        return shops.shop.shipments().createInTransit(NewShipment.of(transfer.id(), new Line(variant.item(), units)));
    }

    private Result<Shipment> receive(Shipment shipment, int units, boolean accepted) {
        var received = new Received(shipment.lines().getFirst().id(), units, accepted);
        return shops.shop.shipments().receive(shipment.id(), List.of(received), null);
    }

    private Transfer now(Transfer of) {
        return shops.shop.transfers().all().find(of.id()).orElseThrow();
    }

    private Shipment now(Shipment of) {
        return shops.shop.shipments().all().find(of.id()).orElseThrow();
    }
}
