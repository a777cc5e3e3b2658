package dev.holdfast.shop.refresh;

import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.mirror.Mirrors;
import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.Document;
import dev.holdfast.shopify.client.Found;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** As many of these, from the first on, as there are points for now, but no fewer than {@code least}. */
    List<RefreshRow> affordable(Access access, List<RefreshRow> rows, int least) {
        var documents =
                rows.stream().flatMap(row -> document(row.kind()).stream()).toList();
        int many = Math.max(least, reader.affordable(access, documents));
        return rows.subList(0, Math.min(many, rows.size()));
    }

    /** Touches no table. */
    List<Batch<?>> read(Access access, List<RefreshRow> rows) {
        var byKind =
                rows.stream().collect(Collectors.groupingBy(RefreshRow::kind, LinkedHashMap::new, Collectors.toList()));
        return byKind.entrySet().stream()
                .<Batch<?>>map(entry -> read(access, entry.getKey(), entry.getValue()))
                .toList();
    }

    private Batch<?> read(Access access, String kind, List<RefreshRow> rows) {
        var mirror = mirrors.named(kind);
        if (mirror.isPresent()) {
            return mirrored(access, mirror.get(), rows);
        }
        var pointer = pointer(kind);
        return pointer.isPresent() ? pointed(access, pointer.get(), rows) : unknown(rows);
    }

    private <T> Batch<T> mirrored(Access access, Mirror<T> mirror, List<RefreshRow> rows) {
        return batch(rows, reader.read(access, mirror, ids(rows)), (sql, shop, found) -> {
            var things = found.stream().flatMap(one -> one.thing().stream()).toList();
            if (!things.isEmpty()) {
                mirror.write(sql, shop, things, clock.instant());
            }
            found.stream()
                    .filter(one -> one.thing().isEmpty())
                    .collect(Collectors.groupingBy(Found::asOf, Collectors.mapping(Found::id, Collectors.toList())))
                    .forEach((at, ids) -> mirror.gone(sql, shop, ids, at, clock.instant()));
        });
    }

    private Batch<List<GlobalId>> pointed(Access access, Pointer pointer, List<RefreshRow> rows) {
        var found = reader.ask(access, pointer.document(), pointer.type(), ids(rows)).stream()
                .map(one -> one.read(pointer::targets))
                .toList();
        return batch(rows, found, (sql, shop, all) -> {
            var byType = all.stream()
                    .flatMap(one -> one.thing().stream().flatMap(List::stream))
                    .collect(Collectors.groupingBy(
                            GlobalId::type, TreeMap::new, Collectors.mapping(GlobalId::number, Collectors.toSet())));
            byType.forEach((type, ids) ->
                    refreshes.mark(sql, shop, new Refreshes.Hint(kindOf(type), ids, "of " + pointer.name())));
        });
    }

    private Batch<?> unknown(List<RefreshRow> rows) {
        var why = new IllegalArgumentException(
                "Nothing of this version reads " + rows.getFirst().kind() + ".");
        var found = rows.stream()
                .map(row -> Found.<Object>failed(row.id(), clock.instant(), why))
                .toList();
        return batch(rows, found, (_, _, _) -> {});
    }

    private static List<Long> ids(List<RefreshRow> rows) {
        return rows.stream().map(RefreshRow::id).toList();
    }

    private static <T> Batch<T> batch(List<RefreshRow> rows, List<Found<T>> found, Batch.Keeper<T> keeper) {
        var readings = new ArrayList<Batch.Reading<T>>();
        for (int at = 0; at < rows.size(); at++) {
            readings.add(new Batch.Reading<>(rows.get(at), found.get(at)));
        }
        return new Batch<>(keeper, readings);
    }

    private Optional<Document> document(String kind) {
        return mirrors.named(kind)
                .<Document>map(Mirror::some)
                .or(() -> pointer(kind).map(Pointer::document));
    }

    private Optional<Pointer> pointer(String kind) {
        return pointers.stream().filter(one -> one.name().equals(kind)).findFirst();
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
