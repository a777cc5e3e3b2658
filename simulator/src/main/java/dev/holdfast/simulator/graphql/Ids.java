package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.state.Gid;
import java.util.List;
import java.util.function.LongFunction;

/** Reads global ids given as arguments. */
final class Ids {
    private Ids() {}

    /** The id in this text; what is no global id of the type is refused as Shopify refuses it. */
    static <I> I of(String text, String type, LongFunction<I> make) {
        var number = Gid.number(text, type);
        if (number.isEmpty()) {
            throw new FieldError("Invalid global id '" + text + "'", "INVALID_FIELD_ARGUMENTS");
        }
        return make.apply(number.getAsLong());
    }

    /** The ids in these texts. */
    static <I> List<I> all(List<String> texts, String type, LongFunction<I> make) {
        return texts.stream().map(text -> of(text, type, make)).toList();
    }
}
