package dev.holdfast.planner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last event that moved a line's date.
 *
 * @param before the date it had
 * @param cause completes "when …", in a buyer's words
 */
record Move(@Nullable LocalDate before, String cause) {

    static String cause(Event event) {
        return switch (event) {
            case Event.Place place -> "an order with an earlier place in the queue came in";
            case Event.Receive receive -> receive.closes() ? "a delivery came in short" : "a delivery came in";
            case Event.Delay delay -> "the date of a delivery changed";
            case Event.Cancel cancel -> "units in the queue were cancelled";
            case Event.Raise raise -> "an order in the queue was raised";
            case Event.Release release -> "an order in the queue went to packing";
            case Event.Recall recall -> "an order in the queue came back from packing";
            case Event.FreeStock free -> "units kept for a pre-order were opened to everybody";
            case Event.FreeInbound free -> "a delivery kept for a pre-order was opened to everybody";
            case Event.Ship ship -> "units of the queue were shipped";
            case Event.Restock restock -> "units came back to stock";
            case Event.Count count -> "the stock was counted";
            case Event.Adjust adjust -> "the stock was corrected";
        };
    }
}
