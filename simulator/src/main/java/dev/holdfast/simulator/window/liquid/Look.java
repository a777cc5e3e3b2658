package dev.holdfast.simulator.window.liquid;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;

/**
 * What filters need to know of the page they are on.
 *
 * @param currency what prices are shown in; the numbers in templates are hundredths of it, whatever its own subunits
 * @param assets what the names of asset files are put behind
 */
public record Look(ZoneId zone, Instant now, Currency currency, String assets, Words words) {

    /** The translations of a template. */
    @FunctionalInterface
    public interface Words {

        Words NONE = key -> {
            throw new LiquidFailure("no translation " + key);
        };

        /** Throws {@link LiquidFailure} for a key that has none. */
        String of(String key);
    }
}
