package dev.holdfast.shop.refresh;

import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.client.Document;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A kind of things that only tell which other things are to be read again. */
public interface Pointer {
    /** Stored with hints, so it never changes. */
    String name();

    /** The type in global ids. */
    String type();

    /** Reads those of the variable {@code ids}, as {@code nodes}. */
    Document document();

    /** The things to read again, by one that was read. */
    List<GlobalId> targets(JsonNode node);
}
