package dev.holdfast.planner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * So many units of one line assigned to one supply.
 *
 * @param from the supply's effective date before handling time, or null when it has none
 * @param firm whether these units were released to the warehouse
 * @param overdue whether the supply is a delivery whose date has passed
 */
public record Peg(SupplyRef supply, long quantity, @Nullable LocalDate from, boolean firm, boolean overdue) {}
