package dev.holdfast.shop.firstimport;

import dev.holdfast.shop.firstimport.ImportProgress.State;
import java.time.Instant;

/** One part of an import as it is stored; operation and time are empty and {@link Instant#MIN} until Shopify was asked. */
record ImportRow(String name, State state, String operation, Instant asOf, long linesDone, int attempts) {}
