package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer of the shop. */
public record Customer(
        CustomerId id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        String locale,
        List<String> tags,
        Instant createdAt,
        Instant updatedAt)
        implements Row {

    public Customer {
        tags = List.copyOf(tags);
    }

    public Customer withTags(List<String> all, Instant at) {
        return new Customer(id, firstName, lastName, email, phone, locale, all, createdAt, at);
    }
}
