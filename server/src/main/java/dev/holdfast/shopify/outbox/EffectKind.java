package dev.holdfast.shopify.outbox;

import dev.holdfast.shopify.UserError;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What a module has done on Shopify, and what it wants to hear of it.
 *
 * <p>The methods with {@code sql} run in the shop's transaction that closes the effect: what they write is kept with it or
 * not at all. They must ask nothing outside the database.
 */
public interface EffectKind {
    /** Such as {@code release.hold}; stored with every effect, so it never changes. */
    String name();

    /** Whether it changes the merchant's shop and so must wait for the merchant's consent to the first changes. */
    default boolean changesShop() {
        return true;
    }

    /** What it would change, for the merchant who is to agree to it. */
    default String sentence(String subject) {
        return name() + ": " + subject;
    }

    /** Shopify carried it out; {@code data} is the answer's data. */
    void done(JdbcClient sql, Effect effect, JsonNode data);

    /** Shopify says no. Nothing may be written unless this accepts the no. */
    default OnRefusal refused(JdbcClient sql, Effect effect, List<UserError> errors) {
        return OnRefusal.SET_ASIDE;
    }

    /**
     * For documents that must not be sent a second time blindly: how to see whether the first time worked. Empty when that
     * cannot be seen; the effect is then set aside for a person to look.
     */
    default Optional<Look> look(Effect effect) {
        return Optional.empty();
    }

    /** What to do about a no. */
    enum OnRefusal {
        /** The kind has dealt with it: the effect is closed. */
        ACCEPTED,
        /** It may be a yes later: send it again after a pause. */
        AGAIN,
        /** A person has to see it. */
        SET_ASIDE
    }
}
