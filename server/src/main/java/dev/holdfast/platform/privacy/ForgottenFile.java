package dev.holdfast.platform.privacy;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who was forgotten, outside the database: a backup made before would bring them back.
 *
 * <p>A line for each request: when, the fingerprint of the shop's domain, the number of the customer or a dash, and the
 * numbers of the orders; {@code shop} instead of numbers for a whole shop.
 */
public final class ForgottenFile {
    private static final String SHOP = "shop";
    private static final String NOBODY = "-";

    private final Path file;

    public ForgottenFile(Path file) {
        this.file = file;
    }

    /**
     * A request that was carried out.
     *
     * @param shop fingerprint of the shop's domain
     * @param wholeShop then there are no numbers
     */
    public record Entry(Instant at, String shop, Optional<Long> customer, List<Long> orders, boolean wholeShop) {
        public Entry {
            orders = List.copyOf(orders);
        }

        public static Entry person(Instant at, String domain, Person person) {
            return new Entry(at, fingerprint(domain), person.customer(), person.orders(), false);
        }

        public static Entry shop(Instant at, String domain) {
            return new Entry(at, fingerprint(domain), Optional.empty(), List.of(), true);
        }

        /** As much of the person as may be kept. */
        public Person person() {
            return new Person(customer, Optional.empty(), Optional.empty(), orders);
        }

        private String line() {
            var who = wholeShop
                    ? SHOP
                    : customer.map(String::valueOf).orElse(NOBODY)
                            + orders.stream().map(order -> " " + order).collect(Collectors.joining());
            return at + " " + shop + " " + who;
        }

        private static Entry of(String line) {
            var words = line.split(" ", -1);
            if (words.length < 3) {
                throw new IllegalArgumentException("too few words");
            }
            boolean whole = words[2].equals(SHOP);
            var customer =
                    whole || words[2].equals(NOBODY) ? Optional.<Long>empty() : Optional.of(Long.valueOf(words[2]));
            var orders = Arrays.stream(words).skip(3).map(Long::valueOf).toList();
            return new Entry(Instant.parse(words[0]), words[1], customer, orders, whole);
        }
    }

    /**
     * Once it returns the entry is on the disk; one that is there already stays. Other processes may add theirs meanwhile.
     * Throws {@link UncheckedIOException} when it cannot be written.
     */
    public synchronized void add(Entry entry) {
        var lock = file.resolveSibling(file.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var lines = new TreeSet<>(lines());
            if (lines.add(entry.line())) {
                Home.writePrivate(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e, e);
        }
    }

    /** Those of each shop, by the fingerprint of its domain, oldest first; none when there is no file. */
    public Map<String, List<Entry>> entries() {
        try {
            return lines().stream().map(this::entry).collect(Collectors.groupingBy(Entry::shop));
        } catch (IOException e) {
            throw new Refusal(file.toString(), "cannot be read: " + e, e);
        }
    }

    private Entry entry(String line) {
        try {
            return Entry.of(line);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Refusal(file.toString(), "has a line that Holdfast did not write: " + line, e);
        }
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** By which entries name a shop. */
    public static String fingerprint(String domain) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(domain.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
