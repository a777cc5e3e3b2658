package dev.holdfast.shop.refresh;

import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.client.Document;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A kind of things that only tell which other thing is to be read again. */
public interface Pointer {
    /** Stored with hints, so it never changes. */
    String name();

    /** The type in global ids. */
    String type();

    /** Reads one, by the variable {@code id}. */
    Document document();

    /** The thing to read again, by the answer's data; empty when it is no longer there. */
    Optional<GlobalId> target(JsonNode data);
}
