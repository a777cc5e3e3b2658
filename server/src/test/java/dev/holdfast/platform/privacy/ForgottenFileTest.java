package dev.holdfast.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.privacy.ForgottenFile.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgottenFileTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TOYS = "toys.myshopify.com";
    private static final Person ONE = new Person(
            Optional.of(4711L), Optional.of("a@example.com"), Optional.of("+49 30 1"), List.of(9001L, 9002L));

    @TempDir
    private Path folder;

    private ForgottenFile file() {
        return new ForgottenFile(folder.resolve("forgotten.txt"));
    }

    @Test
    void who_was_forgotten_is_kept_by_numbers_alone_and_once() throws IOException {
        file().add(Entry.person(NOW, TOYS, ONE));
        file().add(Entry.person(NOW, TOYS, ONE));
        file().add(Entry.shop(NOW.plusSeconds(1), "books.myshopify.com"));
        assertThat(Files.readAllLines(folder.resolve("forgotten.txt")))
                .hasSize(2)
                .first()
                .asString()
                .matches("2026-11-23T12:00:00Z [0-9a-f]{64} 4711 9001 9002");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("forgotten.txt"))))
                .isEqualTo("rw-------");
        var entries = file().entries();
        assertThat(entries.get(ForgottenFile.fingerprint(TOYS)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.person().numbers()).containsExactly(4711L, 9001L, 9002L));
        assertThat(entries.get(ForgottenFile.fingerprint("books.myshopify.com")))
                .singleElement()
                .matches(Entry::wholeShop);
    }

    @Test
    void what_cannot_be_written_or_read_is_said() throws IOException {
        var nowhere = new ForgottenFile(folder.resolve("no/such/forgotten.txt"));
        assertThat(nowhere.entries()).isEmpty();
        assertThatThrownBy(() -> nowhere.add(Entry.person(NOW, TOYS, ONE)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("forgotten.txt cannot be written");
        Files.writeString(folder.resolve("forgotten.txt"), "me too, please\n");
        assertThatThrownBy(() -> file().entries())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has a line that Holdfast did not write: me too, please");
    }
}
