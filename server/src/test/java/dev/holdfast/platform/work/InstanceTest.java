package dev.holdfast.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InstanceTest {
    @TempDir
    Path folder;

    /** What the process does that is killed. */
    static final class Living {
        private Living() {}

        public static void main(String[] args) throws IOException {
            var instance = Instance.begin(new Home(Path.of(args[0])).prepared(), UUID.fromString(args[1]));
            System.out.println(instance.dead());
            // Until it is killed, or whoever started it is.
            while (System.in.read() >= 0) {}
            instance.close();
        }
    }

    private Home home(String name) {
        return new Home(folder.resolve(name)).prepared();
    }

    private static Instance begin(Home home) {
        return Instance.begin(home, UUID.randomUUID());
    }

    private static UUID beginAndEnd(Home home) {
        try (var instance = begin(home)) {
            return instance.id();
        }
    }

    @Test
    void who_has_ended_is_dead_and_who_has_not_is_not() {
        var home = home("one");
        try (var first = begin(home)) {
            assertThat(first.dead()).isEmpty();
            var second = beginAndEnd(home);
            var third = begin(home);
            assertThat(third.dead()).containsExactly(second);
            try (var fourth = begin(home)) {
                assertThat(fourth.dead()).as("two live, and one did").containsExactly(second);
            }
            third.close();
        }
    }

    @Test
    void whoever_begins_learns_of_all_the_dead() {
        var home = home("one");
        var first = begin(home);
        var second = begin(home);
        first.close();
        second.close();
        try (var next = begin(home);
                var another = begin(home)) {
            assertThat(next.dead()).containsExactly(first.id(), second.id());
            assertThat(another.dead()).containsExactly(first.id(), second.id());
        }
    }

    @Test
    void a_process_is_alive_until_it_is_killed() throws IOException, InterruptedException {
        var home = home("one");
        var id = UUID.randomUUID();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Living.class.getName(),
                        home.folder().toString(),
                        id.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("[]");
            try (var beside = begin(home)) {
                assertThat(beside.dead()).isEmpty();
            }
            process.destroyForcibly().waitFor();
            try (var next = begin(home)) {
                assertThat(next.dead()).contains(id);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_copied_home_takes_nobody_for_dead() throws IOException {
        var home = home("one");
        try (var _ = begin(home)) {
            var copy = home("two");
            copy(home.folder(), copy.folder());
            var first = begin(copy);
            assertThat(first.dead()).isEmpty();
            first.close();
            try (var second = begin(copy)) {
                assertThat(second.dead()).as("of its own it knows").containsExactly(first.id());
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(
                            file,
                            to.resolve(from.relativize(file).toString()),
                            StandardCopyOption.REPLACE_EXISTING,
                            StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @Test
    void an_id_that_somebody_spoilt_is_nobodys() throws IOException {
        var home = home("one");
        beginAndEnd(home);
        Files.writeString(home.folder().resolve("instances/1/ids"), "?");
        try (var next = begin(home)) {
            assertThat(next.dead()).isEmpty();
        }
    }

    @Test
    void a_home_without_room_for_locks_holds_nobody_up() throws IOException {
        var home = home("one");
        Files.writeString(home.folder().resolve("instances"), "not a folder");
        try (var instance = begin(home)) {
            assertThat(instance.dead()).isEmpty();
        }
    }
}
