package dev.holdfast.cli;

import dev.holdfast.backlog.sample.SampleShop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the sample shop, or a larger one of its kind. */
@Command(name = "sample", hidden = true, description = "Write a made-up shop's exports into a folder.")
final class SampleCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Where to; files of the same names are replaced")
    private @Nullable Path folder;

    @Option(names = "--orders", description = "How many orders (default: ${DEFAULT-VALUE})")
    private int orders = SampleShop.TOY.orders();

    @Option(names = "--products", description = "How many products (default: ${DEFAULT-VALUE})")
    private int products = SampleShop.TOY.products();

    @Option(names = "--seed", description = "The same seed makes the same shop (default: ${DEFAULT-VALUE})")
    private long seed = SampleShop.TOY.seed();

    @Override
    public Integer call() {
        Path where = folder == null ? Path.of(".") : folder;
        try {
            new SampleShop(orders, products, seed).writeTo(where);
        } catch (dev.holdfast.backlog.csv.BadInput bad) {
            throw new BadInput(bad.place(), bad.what(), bad);
        } catch (IOException e) {
            throw new BadInput(where.toString(), "cannot be written: " + e.getMessage(), e);
        }
        return 0;
    }
}
