package dev.holdfast.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String PLACE = "access token of shop 7";

    @TempDir
    private Path folder;

    private SecretSettings settings = new SecretSettings(Optional.empty(), Path.of("unset"));
    private Secrets secrets = new Secrets(new KeyStore(settings));

    @BeforeEach
    void a_new_key() {
        DATABASE.superuser().sql("truncate key_proof").update();
        settings = new SecretSettings(Optional.empty(), folder.resolve("secret.key"));
        secrets = new Secrets(new KeyStore(settings));
    }

    @Test
    void what_is_sealed_opens_at_its_place_alone() {
        byte[] sealed = secrets.seal("shpat_ü", PLACE);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("shpat");
        assertThat(secrets.open(sealed, PLACE)).isEqualTo("shpat_ü");
        assertThatThrownBy(() -> secrets.open(sealed, "access token of shop 8"))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("shop 8");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> secrets.open(sealed, PLACE)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void the_key_file_is_its_owners_alone() throws IOException {
        secrets.seal("x", PLACE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.file())))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(settings.file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> new Secrets(new KeyStore(settings)).seal("x", PLACE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void a_rotation_seals_again_and_other_processes_go_on() {
        var elsewhere = new Secrets(new KeyStore(settings));
        byte[] before = elsewhere.seal("token", PLACE);
        var row = new OneRow(before);
        rotation(row).rotate();
        assertThat(row.sealed).isNotEqualTo(before);
        assertThat(elsewhere.open(row.sealed, PLACE)).isEqualTo("token");
        assertThat(elsewhere.isCurrent(elsewhere.seal("x", PLACE))).isTrue();
        assertThat(elsewhere.open(before, PLACE))
                .as("the key before still opens")
                .isEqualTo("token");
        rotation(row).rotate();
        assertThat(secrets.open(row.sealed, PLACE)).isEqualTo("token");
        assertThatThrownBy(() -> secrets.open(before, PLACE)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void keys_given_by_a_setting_are_printed_and_not_changed() {
        byte[] sealed = secrets.seal("token", PLACE);
        var next = new SecretSettings(Optional.of(rotation(new OneRow(sealed)).nextKeys()), settings.file());
        var store = new KeyStore(next);
        var given = new Secrets(store);
        var row = new OneRow(sealed);
        var rotation = new KeyRotation(store, given, List.of(row));
        assertThatThrownBy(rotation::rotate).isInstanceOf(Refusal.class).hasMessageContaining("--print");
        assertThat(rotation.sealAgain()).isEqualTo(1);
        assertThat(given.open(row.sealed, PLACE)).isEqualTo("token");
        assertThat(rotation.sealAgain()).isZero();
    }

    @Test
    void keys_of_another_database_are_refused() {
        var proof = new KeyProof(DATABASE.database());
        proof.check(secrets, settings);
        proof.check(new Secrets(new KeyStore(settings)), settings);
        var other = new SecretSettings(Optional.empty(), folder.resolve("other.key"));
        assertThatThrownBy(() -> proof.check(new Secrets(new KeyStore(other)), other))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("other.key: is not the key");
        new KeyRotation(new KeyStore(settings), secrets, List.of(proof)).rotate();
        proof.check(secrets, settings);
    }

    @Test
    void a_broken_key_file_is_refused() throws IOException {
        secrets.seal("x", PLACE);
        Files.writeString(settings.file(), "not a key");
        assertThatThrownBy(() -> new Secrets(new KeyStore(settings)).seal("x", PLACE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("secret.key: holds no keys");
    }

    private KeyRotation rotation(SealedRows rows) {
        return new KeyRotation(new KeyStore(settings), secrets, List.of(rows));
    }

    private static final class OneRow implements SealedRows {

        private byte[] sealed;

        OneRow(byte[] sealed) {
            this.sealed = sealed;
        }

        @Override
        public String name() {
            return "one row";
        }

        @Override
        public int sealAgain(Secrets secrets) {
            if (secrets.isCurrent(sealed)) {
                return 0;
            }
            sealed = secrets.seal(secrets.open(sealed, PLACE), PLACE);
            return 1;
        }
    }
}
