package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.CalculatedLineItemId;
import dev.holdfast.simulator.shop.state.Id.CalculatedOrderId;
import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order as an edit would leave it. */
public record CalculatedOrder(
        CalculatedOrderId id,
        OrderId order,
        List<Line> lines,
        long totalMinor,
        long outstandingMinor,
        Instant updatedAt)
        implements Row {

    /**
     * A line as the edit would leave it.
     *
     * @param line null for a line the edit adds
     * @param quantityBefore the line's current quantity when the edit began
     */
    public record Line(
            CalculatedLineItemId id,
            @Nullable LineItemId line,
            LineSale sale,
            int quantityBefore,
            int quantity,
            int fulfilled,
            boolean restock,
            @Nullable LocationId location) {

        public Line with(int other, boolean restocks, @Nullable LocationId at) {
            return new Line(id, line, sale, quantityBefore, other, fulfilled, restocks, at);
        }
    }

    public CalculatedOrder {
        lines = List.copyOf(lines);
    }

    public Optional<Line> line(CalculatedLineItemId wanted) {
        return lines.stream().filter(line -> line.id().equals(wanted)).findFirst();
    }
}
