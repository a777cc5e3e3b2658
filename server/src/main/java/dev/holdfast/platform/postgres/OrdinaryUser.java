package dev.holdfast.platform.postgres;

import dev.holdfast.platform.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root; a user namespace of its own makes it an ordinary user without another account. */
final class OrdinaryUser {

    private static final List<String> OWN_NAMESPACE = List.of("unshare", "-U");

    private static volatile boolean namespaceWorks;

    private OrdinaryUser() {}

    /** The words before each command: none for an ordinary user. */
    static List<String> prefix() throws IOException {
        if (!isRoot()) {
            return List.of();
        }
        if (!namespaceWorks) {
            tryNamespace();
            namespaceWorks = true;
        }
        return OWN_NAMESPACE;
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }

    // Containers with the usual seccomp profile forbid it.
    private static void tryNamespace() {
        try {
            Process process = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .start();
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("unshare -U does not work");
            }
        } catch (IOException e) {
            throw refusal(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal(e);
        }
    }

    private static Refusal refusal(Exception cause) {
        return new Refusal(
                "user root",
                "PostgreSQL does not run as root, and this machine allows no user namespace (unshare -U);"
                        + " run Holdfast as an ordinary user, or name a server of your own in database.url",
                cause);
    }
}
