package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.VariantId;
import java.util.Map;

/**
 * A merchant's backlog as read: the facts to plan, and what their ids mean to people.
 *
 * @param orders the order of each line
 * @param variants every variant of the files
 * @param deliveries every row of the inbound file that was used
 * @param promiseDays days within which a buyer who was told no date expects the goods
 * @param policyKnown whether a file or a setting said how variants sell when nothing is left
 */
public record Backlog(
        Facts facts,
        Map<LineId, PlacedOrder> orders,
        Map<VariantId, Variant> variants,
        Map<InboundId, Delivery> deliveries,
        int promiseDays,
        boolean policyKnown,
        Findings findings) {}
