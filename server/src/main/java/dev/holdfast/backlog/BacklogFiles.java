package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a backlog.
 *
 * @param orders at least one
 * @param inventory at least one
 * @param inbound null when nothing is expected
 * @param products may be empty
 * @param settings null for {@link ShopSettings#DEFAULT}
 */
public record BacklogFiles(
        List<Path> orders,
        List<Path> inventory,
        @Nullable Path inbound,
        List<Path> products,
        @Nullable Path settings) {

    public BacklogFiles {
        orders = List.copyOf(orders);
        inventory = List.copyOf(inventory);
        products = List.copyOf(products);
    }

    /**
     * The files in a folder, by the names Shopify gives them.
     *
     * @throws BadInput when it is no folder, or has no orders or no inventory in it
     */
    public static BacklogFiles in(Path folder) {
        if (!Files.exists(folder)) {
            throw new BadInput(folder.toString(), "no such directory");
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInput(folder.toString(), "is no directory; name single files with --orders and --inventory");
        }
        return new BacklogFiles(
                some(folder, "orders_export"),
                some(folder, "inventory_export"),
                present(folder.resolve("inbound.csv")),
                named(folder, "products_export"),
                present(folder.resolve("holdfast.toml")));
    }

    private static List<Path> some(Path folder, String start) {
        List<Path> found = named(folder, start);
        if (found.isEmpty()) {
            throw new BadInput(folder.toString(), "there is no " + start + "*.csv in it");
        }
        return found;
    }

    /** By name, so that the same folder is always read in the same order. */
    private static List<Path> named(Path folder, String start) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isNamed(file.getFileName().toString(), start))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadInput(folder.toString(), "cannot be listed: " + e.getMessage(), e);
        }
    }

    private static boolean isNamed(String name, String start) {
        return name.startsWith(start) && name.endsWith(".csv");
    }

    private static @Nullable Path present(Path file) {
        return Files.exists(file) ? file : null;
    }
}
