package dev.holdfast.backlog;

import dev.holdfast.planner.Policy;
import dev.holdfast.planner.Settings;
import dev.holdfast.planner.Splitting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the exports do not say: the shop's calendar, its policies and its pre-order offers.
 *
 * @param asOf the instant the exports were made, or null for now
 * @param olderInventoryIsOnHand whether one figure per location counts the shelf instead of what may still be sold
 * @param undecided what becomes of lines whose open units no file tells
 * @param promiseDays a buyer who was told no date expects the goods so many calendar days after ordering
 * @param priorityByTag higher goes first; the highest of an order's tags counts
 * @param policyForAll for variants not named in {@code policyBySku}, or null for what the products file says
 * @param offers the first that fits a line has it
 */
public record ShopSettings(
        @Nullable Instant asOf,
        Settings calendar,
        boolean olderInventoryIsOnHand,
        Undecided undecided,
        Splitting splitting,
        int promiseDays,
        Map<String, Long> priorityByTag,
        @Nullable Policy policyForAll,
        Map<String, Policy> policyBySku,
        List<OfferRule> offers) {

    /** Without a date told, 16 CFR 435 gives a seller 30 days from the completed order. */
    static final int PROMISE_DAYS = 30;

    /** What a run does without a settings file. */
    public static final ShopSettings DEFAULT = new ShopSettings(
            null,
            Settings.DEFAULT,
            false,
            Undecided.SET_ASIDE,
            Splitting.SPLIT,
            PROMISE_DAYS,
            Map.of(),
            null,
            Map.of(),
            List.of());

    public ShopSettings {
        priorityByTag = Map.copyOf(priorityByTag);
        policyBySku = Map.copyOf(policyBySku);
        offers = List.copyOf(offers);
    }

    /** What becomes of a line when the files allow several numbers of open units. */
    public enum Undecided {
        /** It is listed and not planned. */
        SET_ASIDE,
        /** The least it may be, as its owner decided. */
        LEAST,
        /** The most it may be, as its owner decided. */
        MOST
    }
}
