package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Gid;
import dev.holdfast.simulator.shop.state.Id.MetafieldDefinitionId;
import dev.holdfast.simulator.shop.state.Id.MetafieldId;
import dev.holdfast.simulator.shop.state.Metafield;
import dev.holdfast.simulator.shop.state.MetafieldDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Metafields and their definitions. */
public final class Metafields {

    private static final int MOST_AT_ONCE = 25;

    private final World world;
    private final MetafieldChecks checks;

    /**
     * {@code MetafieldsSetInput}.
     *
     * @param namespace null is the app's own; {@code $app} and {@code $app:more} too
     * @param typeName null takes the definition's, or the type it has
     * @param digest compared with the present one's; ignored unless {@code compares}
     * @param compares whether a digest was given: null then means that there must be none yet
     */
    public record Write(
            Gid owner,
            @Nullable String namespace,
            String key,
            @Nullable String typeName,
            String value,
            @Nullable String digest,
            boolean compares) {

        public static Write of(Gid owner, String namespace, String key, String typeName, String value) {
            return new Write(owner, namespace, key, typeName, value, null, false);
        }

        public Write comparing(@Nullable String expected) {
            return new Write(owner, namespace, key, typeName, value, expected, true);
        }
    }

    /** Which metafield. */
    public record Key(Gid owner, @Nullable String namespace, String key) {}

    /** {@code MetafieldDefinitionInput}, as far as the simulator keeps it. */
    public record NewDefinition(
            String ownerType,
            @Nullable String namespace,
            String key,
            String name,
            @Nullable String description,
            String typeName,
            MetafieldDefinition.Access access) {}

    Metafields(World world) {
        this.world = world;
        this.checks = new MetafieldChecks(world);
    }

    public Table<Metafield> all() {
        return world.tables.metafields;
    }

    public Table<MetafieldDefinition> definitions() {
        return world.tables.definitions;
    }

    /** In the order in which they were made. */
    public List<Metafield> of(Gid owner) {
        List<Metafield> found = new ArrayList<>();
        for (long number : world.tables.metafieldsOf.of(owner.number())) {
            all().find(number).filter(each -> each.owner().equals(owner)).ifPresent(found::add);
        }
        return found;
    }

    public Optional<Metafield> find(Caller caller, Key key) {
        String namespace = MetafieldChecks.namespace(caller, key.namespace());
        return of(key.owner()).stream()
                .filter(each -> each.namespace().equals(namespace) && each.key().equals(key.key()))
                .findFirst();
    }

    /** {@code metafieldsSet}: all or none. */
    public Result<List<Metafield>> set(Caller caller, List<Write> writes) {
        return world.write(() -> {
            if (writes.size() > MOST_AT_ONCE) {
                return Result.refused(UserError.at(
                        "metafields", "Exceeded the maximum metafields input limit of 25.", "LESS_THAN_OR_EQUAL_TO"));
            }
            List<UserError> errors = new ArrayList<>();
            for (int at = 0; at < writes.size(); at++) {
                Write write = writes.get(at);
                Metafield before = find(caller, new Key(write.owner(), write.namespace(), write.key()))
                        .orElse(null);
                checks.write(caller, write, before, "metafields." + at).ifPresent(errors::add);
            }
            if (!errors.isEmpty()) {
                return Result.refused(errors);
            }
            List<Metafield> done = new ArrayList<>();
            writes.forEach(write -> done.add(write(caller, write)));
            return Result.done(done);
        });
    }

    /** {@code metafieldsDelete}: gives those that were there. */
    public Result<List<Metafield>> delete(Caller caller, List<Key> keys) {
        return world.write(() -> {
            if (keys.stream().anyMatch(key -> !MetafieldChecks.mayUse(caller, key.namespace()))) {
                return Result.refused(UserError.at("metafields", MetafieldChecks.NOT_ALLOWED, null));
            }
            List<Metafield> gone = new ArrayList<>();
            for (Key key : keys) {
                find(caller, key).ifPresent(each -> {
                    all().remove(each.id());
                    world.tables.metafieldsOf.remove(each.owner().number(), each.id());
                    gone.add(each);
                });
            }
            return Result.done(gone);
        });
    }

    /** {@code metafieldDefinitionCreate}. */
    public Result<MetafieldDefinition> define(Caller caller, NewDefinition wanted) {
        return world.write(() -> {
            String namespace = MetafieldChecks.namespace(caller, wanted.namespace());
            List<UserError> errors = checks.definition(caller, wanted, namespace);
            if (!errors.isEmpty()) {
                return Result.refused(errors);
            }
            MetafieldDefinition made = new MetafieldDefinition(
                    new MetafieldDefinitionId(world.nextId()),
                    caller.app(),
                    wanted.ownerType(),
                    namespace,
                    wanted.key(),
                    wanted.name(),
                    wanted.description(),
                    wanted.typeName(),
                    wanted.access(),
                    world.now());
            definitions().put(made);
            return Result.done(made);
        });
    }

    private Metafield write(Caller caller, Write write) {
        Instant now = world.now();
        String namespace = MetafieldChecks.namespace(caller, write.namespace());
        Metafield before = find(caller, new Key(write.owner(), write.namespace(), write.key()))
                .orElse(null);
        String type = checks.type(caller, write, before).orElseThrow();
        MetafieldId id = before == null ? new MetafieldId(world.nextId()) : before.id();
        Metafield after = new Metafield(
                id,
                write.owner(),
                namespace,
                write.key(),
                type,
                write.value(),
                digest(type, write.value()),
                before == null ? now : before.createdAt(),
                now);
        all().put(after);
        if (before == null) {
            world.tables.metafieldsOf.add(write.owner().number(), id);
        }
        return after;
    }

    private static String digest(String type, String value) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest((type + "\n" + value).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every Java has SHA-256", never);
        }
    }
}
