package dev.holdfast.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.secrets.TestSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgottenFileTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TOYS = "toys.myshopify.com";
    private static final Person ONE = new Person(
            Optional.of(4711L), Optional.of("a@example.com"), Optional.of("+49301234567"), List.of(9001L, 9002L));

    private static final Person BY_MAIL =
            new Person(Optional.empty(), Optional.of(" Nobody@Example.org"), Optional.empty(), List.of());

    @TempDir
    private Path folder;

    private ForgottenFile file() {
        return new ForgottenFile(folder.resolve("forgotten.txt"), TestSecrets.in(folder));
    }

    @Test
    void who_was_forgotten_is_kept_by_numbers_and_once() throws IOException {
        file().add(NOW, TOYS, ONE);
        file().add(NOW, TOYS, ONE);
        file().addShop(NOW.plusSeconds(1), "books.myshopify.com");
        assertThat(Files.readAllLines(folder.resolve("forgotten.txt")))
                .hasSize(3)
                .first()
                .asString()
                .matches(
                        "2026-11-23T12:00:00Z [0-9a-f]{64} 4711 9001 9002 mail=[0-9a-f]{8}:[0-9a-f]{64} phone=[0-9a-f]{8}:[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("forgotten.txt"))))
                .isEqualTo("rw-------");
        var entries = file().entries();
        assertThat(entries.get(ForgottenFile.fingerprint(TOYS)))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.person().orElseThrow().numbers()).containsExactly(4711L, 9001L, 9002L));
        assertThat(entries.get(ForgottenFile.fingerprint("books.myshopify.com")))
                .singleElement()
                .matches(entry -> entry.person().isEmpty());
    }

    @Test
    void an_address_is_known_again_and_not_kept() throws IOException {
        file().add(NOW, TOYS, BY_MAIL);
        file().add(NOW, TOYS, ONE);
        var text = Files.readString(folder.resolve("forgotten.txt"));
        assertThat(text).doesNotContainIgnoringCase("nobody@example.org").doesNotContain("a@example.com");
        assertThat(known("NOBODY@example.org", "somebody@example.org", "a@example.com"))
                .containsExactly("NOBODY@example.org", "a@example.com");
    }

    @Test
    void a_telephone_number_is_known_again_however_it_is_spelled_and_not_kept() throws IOException {
        file().add(NOW, TOYS, Person.of("+49 (30) 765-4321"));
        assertThat(Files.readString(folder.resolve("forgotten.txt")))
                .containsPattern("[0-9a-f]{64} - phone=")
                .doesNotContain("7654321", "765-4321");
        assertThat(known("+49307654321", "0049 30 7654321", "030 7654321", "+493076543210"))
                .containsExactlyInAnyOrder("+49307654321", "0049 30 7654321");
    }

    @Test
    void lines_of_other_machines_and_of_a_key_before_go_on_telling_who_it_was() throws IOException {
        file().add(NOW, TOYS, BY_MAIL);
        var other = new ForgottenFile(folder.resolve("other.txt"), TestSecrets.in(folder));
        other.add(NOW, TOYS, ONE);
        Files.writeString(
                folder.resolve("forgotten.txt"),
                Files.readString(folder.resolve("other.txt")),
                StandardOpenOption.APPEND);
        for (int times = 0; times < 2; times++) {
            TestSecrets.rotate(folder);
            assertThat(file().sealAgain()).isEqualTo(2);
            assertThat(file().sealAgain()).isZero();
        }
        assertThat(known("nobody@example.org", "a@example.com")).hasSize(2);
    }

    @Test
    void without_its_key_an_address_is_told_and_nobody_is_passed_over() throws IOException {
        file().add(NOW, TOYS, BY_MAIL);
        Files.delete(folder.resolve("secret.key"));
        assertThatThrownBy(() -> known("nobody@example.org"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("that the key file at hand does not open");
        assertThatThrownBy(() -> file().sealAgain()).isInstanceOf(Refusal.class);
        var entry = Files.readAllLines(folder.resolve("forgotten.txt")).getFirst();
        Files.writeString(folder.resolve("forgotten.txt"), entry + "\n");
        assertThatThrownBy(() -> known("nobody@example.org"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has no line for the key");
    }

    private Set<String> known(String... present) {
        return file().contacts(
                        file().entries().getOrDefault(ForgottenFile.fingerprint(TOYS), List.of()), List.of(present));
    }

    @Test
    void what_cannot_be_written_or_read_is_said() throws IOException {
        var nowhere = new ForgottenFile(folder.resolve("no/such/forgotten.txt"), TestSecrets.in(folder));
        assertThat(nowhere.entries()).isEmpty();
        assertThatThrownBy(() -> nowhere.add(NOW, TOYS, ONE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("forgotten.txt cannot be written");
        Files.writeString(folder.resolve("forgotten.txt"), "me too, please\n");
        assertThatThrownBy(() -> file().entries())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has a line that Holdfast did not write: me too, please");
    }
}
