package dev.holdfast.platform.postgres;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The server's programs, unpacked once into a folder of their own.
 *
 * @param folder holds {@code bin/initdb}, {@code bin/pg_ctl}, {@code bin/postgres}
 * @param version as the server says it, such as 18.4
 */
record Programs(Path folder, String version) {

    private static final String PREFIX = "programs-";

    /** Unpacks the programs unless this very archive was unpacked before; a killed unpacking leaves nothing half-made. */
    static Programs in(Path folder) throws IOException {
        return in(folder, archive());
    }

    /** Those of another archive, such as an earlier release brought. */
    static Programs in(Path folder, URL archive) throws IOException {
        Path programs = folder.resolve(PREFIX + mark(archive));
        Path version = programs.resolve("VERSION");
        if (!Files.exists(version)) {
            Path half = folder.resolve(PREFIX + "new");
            Folders.delete(half);
            unpack(archive, half);
            Home.writePrivate(half.resolve("VERSION"), askVersion(half).getBytes(StandardCharsets.UTF_8));
            Folders.delete(programs);
            Files.move(half, programs, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Programs(programs, Files.readString(version).strip());
    }

    String major() {
        return version.replaceFirst("\\D.*", "");
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Removes the programs of other versions; only once a server of this one runs. */
    void removeOthers() throws IOException {
        try (var found = Files.newDirectoryStream(folder.resolveSibling(""), PREFIX + "*")) {
            for (Path other : found) {
                if (!other.equals(folder)) {
                    Folders.delete(other);
                }
            }
        }
    }

    /** Within the jar of the binaries, for this machine. */
    static String archiveName() {
        return "/postgres-%s-%s.txz".formatted(system(), machine());
    }

    private static URL archive() {
        URL archive = Programs.class.getResource(archiveName());
        if (archive == null) {
            throw new Refusal(
                    "database.url",
                    "no PostgreSQL is included for %s on %s; name a server of your own (15 or newer)"
                            .formatted(system(), machine()));
        }
        return archive;
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
    }

    // The checksum from the jar's directory: a new version of the library is seen without reading its 15 MB.
    private static String mark(URL archive) throws IOException {
        if (!(archive.openConnection() instanceof JarURLConnection jar)) {
            throw new IllegalStateException("not in a jar: " + archive);
        }
        return Long.toHexString(jar.getJarEntry().getCrc());
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream raw = new BufferedInputStream(archive.openStream());
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("leads out of the folder: " + entry.getName());
                }
                unpack(tar, entry, file);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Folders.makePrivate(file);
            return;
        }
        Folders.makePrivate(file.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        String mode = (entry.getMode() & 0100) == 0 ? "rw-------" : "rwx------";
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    // "postgres (PostgreSQL) 18.4"
    private static String askVersion(Path programs) throws IOException {
        String answer = new Command(programs.resolve("bin").resolve("postgres").toString(), "--version")
                .run()
                .orThrow();
        return answer.strip().replaceFirst(".* ", "");
    }
}
