package dev.holdfast;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/** A home that gets its data whole or not at all: they are made beside it and moved in when all is well. */
final class FreshHome {

    private static final String DATA = "postgresql";

    private final Home home;

    FreshHome(Home home) {
        this.home = home.prepared();
    }

    void fill(Consumer<Home> fill) {
        Path half = home.folder().resolve("restoring");
        try {
            FileSystemUtils.deleteRecursively(half);
            fill.accept(new Home(half));
            Path made = home.folder().resolve(DATA);
            // A program that was refused or killed may have left its lock and programs, but no data.
            FileSystemUtils.deleteRecursively(made);
            Files.move(half.resolve(DATA), made, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refusal(home.folder().toString(), "cannot take the data: " + e, e);
        } finally {
            remove(half);
        }
    }

    private static void remove(Path half) {
        try {
            FileSystemUtils.deleteRecursively(half);
        } catch (IOException e) {
            throw new Refusal(half.toString(), "is left half-made; delete it", e);
        }
    }
}
