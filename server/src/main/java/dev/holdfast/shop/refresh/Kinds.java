package dev.holdfast.shop.refresh;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.mirror.Mirrors;
import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.client.Access;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be read again, by the names that hints carry. */
final class Kinds {
    private final Mirrors mirrors;
    private final List<Pointer> pointers;
    private final ObjectReader reader;
    private final Refreshes refreshes;
    private final InstantSource clock;

    Kinds(Mirrors mirrors, List<Pointer> pointers, ObjectReader reader, Refreshes refreshes, InstantSource clock) {
        this.mirrors = mirrors;
        this.pointers = List.copyOf(pointers);
        this.reader = reader;
        this.refreshes = refreshes;
        this.clock = clock;
    }

    /** What reading came to: why it failed, or what to write. */
    record Reading(RefreshRow row, Optional<RuntimeException> problem, BiConsumer<JdbcClient, ShopId> keep) {
        Optional<ShopifyFault> fault() {
            return problem.filter(ShopifyFault.class::isInstance).map(ShopifyFault.class::cast);
        }
    }

    /** Touches no table. */
    Reading read(Access access, RefreshRow row) {
        try {
            var mirror = mirrors.named(row.kind());
            return new Reading(
                    row,
                    Optional.empty(),
                    mirror.isPresent() ? mirrored(access, mirror.get(), row.id()) : pointed(access, row));
        } catch (ShopifyFault | IllegalArgumentException e) {
            return new Reading(row, Optional.of(e), (_, _) -> {});
        }
    }

    private <T> BiConsumer<JdbcClient, ShopId> mirrored(Access access, Mirror<T> mirror, long id) {
        var at = clock.instant();
        var found = reader.read(access, mirror, id);
        return (sql, shop) -> found.ifPresentOrElse(
                thing -> mirror.write(sql, shop, List.of(thing), clock.instant()),
                () -> mirror.gone(sql, shop, List.of(id), at, clock.instant()));
    }

    private BiConsumer<JdbcClient, ShopId> pointed(Access access, RefreshRow row) {
        var pointer = pointers.stream()
                .filter(one -> one.name().equals(row.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing of this version reads " + row.kind() + "."));
        var targets = pointer.targets(reader.ask(access, pointer.document(), new GlobalId(pointer.type(), row.id())));
        var byType = targets.stream()
                .collect(Collectors.groupingBy(
                        GlobalId::type, TreeMap::new, Collectors.mapping(GlobalId::number, Collectors.toList())));
        return (sql, shop) -> byType.forEach((type, ids) ->
                refreshes.mark(sql, shop, new Refreshes.Hint(kindOf(type), ids, "of " + row.kind() + " " + row.id())));
    }

    /** The name under which things of this type are read again. */
    private String kindOf(String type) {
        return Stream.concat(
                        mirrors.all().stream()
                                .filter(mirror -> mirror.type().equals(type))
                                .map(Mirror::name),
                        pointers.stream()
                                .filter(pointer -> pointer.type().equals(type))
                                .map(Pointer::name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing of this version reads a " + type + "."));
    }
}
