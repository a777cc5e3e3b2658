package dev.holdfast.platform.privacy;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.privacy.AddressKeys.Digest;
import dev.holdfast.platform.secrets.CannotOpen;
import dev.holdfast.platform.secrets.Secrets;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who was forgotten, outside the database: a backup made before would bring them back.
 *
 * <p>A line for each request: when, the fingerprint of the shop's domain, the number of the customer or a dash, the numbers
 * of the orders, and {@code mail=} and {@code phone=} with keyed digests of the address and the telephone number if there are
 * such; {@code shop} instead of all this for a whole shop. A line with {@code key} for each key of such digests, so that the
 * lines of several files can be put together.
 */
public final class ForgottenFile {
    private static final String SHOP = "shop";
    private static final String NOBODY = "-";
    private static final List<String> KINDS = List.of("mail=", "phone=");

    private final Path file;
    private final AddressKeys keys;

    /** The secrets are those of the database whose people are forgotten. */
    public ForgottenFile(Path file, Secrets secrets) {
        this.file = file;
        keys = new AddressKeys(secrets);
    }

    /**
     * A request that was carried out.
     *
     * @param shop fingerprint of the shop's domain
     * @param person as much of them as may be kept; nobody for a whole shop
     * @param contacts digests of their address and number, for {@link ForgottenFile#contacts}, each after its kind
     */
    public record Entry(Instant at, String shop, Optional<Person> person, List<String> contacts) {

        private String line() {
            return at + " " + shop + " " + person.map(this::words).orElse(SHOP);
        }

        private String words(Person kept) {
            return kept.customer().map(String::valueOf).orElse(NOBODY)
                    + kept.orders().stream().map(order -> " " + order).collect(Collectors.joining())
                    + contacts.stream().map(contact -> " " + contact).collect(Collectors.joining());
        }

        private static Entry of(String line) {
            var words = line.split(" ", -1);
            if (words.length < 3) {
                throw new IllegalArgumentException("too few words");
            }
            var at = Instant.parse(words[0]);
            if (words[2].equals(SHOP)) {
                return new Entry(at, words[1], Optional.empty(), List.of());
            }
            var customer = words[2].equals(NOBODY) ? Optional.<Long>empty() : Optional.of(Long.valueOf(words[2]));
            var more = List.of(words).subList(3, words.length);
            var orders = more.stream()
                    .filter(word -> !isContact(word))
                    .map(Long::valueOf)
                    .toList();
            var contacts = more.stream().filter(Entry::isContact).toList();
            contacts.forEach(Entry::digest);
            return new Entry(
                    at,
                    words[1],
                    Optional.of(new Person(customer, Optional.empty(), Optional.empty(), orders)),
                    contacts);
        }

        private static boolean isContact(String word) {
            return KINDS.stream().anyMatch(word::startsWith);
        }

        private static Digest digest(String contact) {
            return Digest.parse(contact.substring(contact.indexOf('=') + 1));
        }
    }

    /**
     * Once it returns the person is on the disk, without the address, the number or anything else that tells who it was; who is
     * there already stays. Other processes may add theirs meanwhile. Throws {@link UncheckedIOException} when it cannot be written.
     */
    public void add(Instant at, String domain, Person person) {
        change(lines -> {
            var known = List.of(person.email(), person.phone());
            var contacts = IntStream.range(0, KINDS.size())
                    .boxed()
                    .flatMap(kind -> known.get(kind).stream()
                            .map(contact -> KINDS.get(kind)
                                    + keys.digest(key(lines), contact).text()))
                    .toList();
            lines.add(new Entry(at, fingerprint(domain), Optional.of(person), contacts).line());
        });
    }

    /** As {@link #add}, for a whole shop. */
    public void addShop(Instant at, String domain) {
        change(lines -> lines.add(new Entry(at, fingerprint(domain), Optional.empty(), List.of()).line()));
    }

    /** The line of the key for new digests, one more if need be. */
    private String key(Set<String> lines) {
        return keys.current(lines).orElseGet(() -> {
            var made = keys.newKey();
            lines.add(made);
            return made;
        });
    }

    /**
     * Has the present key of the machine seal the keys that an older one sealed, which is soon forgotten; answers how many
     * that were. Throws {@link Refusal} when one cannot be opened.
     */
    public int sealAgain() {
        if (read().stream().filter(AddressKeys::isKey).allMatch(keys::isCurrent)) {
            return 0;
        }
        var old = new ArrayList<String>();
        change(lines -> {
            lines.stream()
                    .filter(AddressKeys::isKey)
                    .filter(line -> !keys.isCurrent(line))
                    .forEach(old::add);
            old.forEach(lines::remove);
            old.forEach(line -> lines.add(opened(line, () -> keys.sealedAgain(line))));
        });
        return old.size();
    }

    private synchronized void change(Consumer<Set<String>> work) {
        var lock = file.resolveSibling(file.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var before = lines();
            var lines = new TreeSet<>(before);
            work.accept(lines);
            if (!lines.equals(Set.copyOf(before))) {
                Home.writePrivate(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e, e);
        }
    }

    /** Those of each shop, by the fingerprint of its domain, oldest first; none when there is no file. */
    public Map<String, List<Entry>> entries() {
        return read().stream()
                .filter(line -> !AddressKeys.isKey(line))
                .map(this::entry)
                .collect(Collectors.groupingBy(Entry::shop));
    }

    /** Which of these addresses and numbers are those of these entries. Throws {@link Refusal} when a key they need cannot be used. */
    public Set<String> contacts(Collection<Entry> entries, Collection<String> present) {
        var wanted = entries.stream()
                .flatMap(entry -> entry.contacts().stream())
                .map(Entry::digest)
                .collect(Collectors.toSet());
        var used = wanted.stream().map(Digest::key).collect(Collectors.toCollection(TreeSet::new));
        var found = new TreeSet<String>();
        for (var id : used) {
            var key = keyLine(id);
            present.stream()
                    .filter(contact -> wanted.contains(opened(key, () -> keys.digest(key, contact))))
                    .forEach(found::add);
        }
        return found;
    }

    private String keyLine(String id) {
        return read().stream()
                .filter(line -> AddressKeys.isKey(line) && AddressKeys.id(line).equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        file.toString(),
                        "has no line for the key " + id
                                + " of its addresses and numbers; copy that line from the file they come from"));
    }

    private <T> T opened(String keyLine, Supplier<T> work) {
        try {
            return work.get();
        } catch (CannotOpen e) {
            throw new Refusal(
                    file.toString(),
                    "has a key " + AddressKeys.id(keyLine)
                            + " that the key file at hand does not open; copy the key file"
                            + " of the machine that wrote it, or take out that line and the words mail= and"
                            + " phone= with " + AddressKeys.id(keyLine)
                            + ":…; who is known by them alone is then not forgotten again",
                    e);
        }
    }

    private Entry entry(String line) {
        try {
            return Entry.of(line);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Refusal(file.toString(), "has a line that Holdfast did not write: " + line, e);
        }
    }

    private List<String> read() {
        try {
            return lines();
        } catch (IOException e) {
            throw new Refusal(file.toString(), "cannot be read: " + e, e);
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
