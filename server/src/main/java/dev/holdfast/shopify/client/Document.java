package dev.holdfast.shopify.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/**
 * A GraphQL document of ours, kept as {@code graphql/FOLDER/NAME.graphql}; the folder says how it may be repeated.
 *
 * @param name folder and name, such as {@code same-key/inventory-adjust}
 */
public record Document(String name, String text, Repeat repeat) {
    /** What to do when nobody knows whether a request was carried out. */
    public enum Repeat {
        /** It changes nothing: ask again. */
        READ("read"),
        /** Shopify itself sees that it is the same request: send it again with the same key. */
        SAME_KEY("same-key"),
        /** A second time changes nothing, or is refused in a way we know: send it again. */
        HARMLESS("harmless"),
        /** A second time would do harm: look at what Shopify has first. */
        LOOK_FIRST("look-first");

        private final String folder;

        Repeat(String folder) {
            this.folder = folder;
        }

        private static Repeat of(String folder) {
            for (var repeat : values()) {
                if (repeat.folder.equals(folder)) {
                    return repeat;
                }
            }
            throw new IllegalArgumentException("There is no folder graphql/" + folder + " for documents.");
        }
    }

    private static final Pattern NAME = Pattern.compile("([a-z-]+)/[a-z0-9-]+");
    private static final ConcurrentMap<String, Document> LOADED = new ConcurrentHashMap<>();

    /** The document of this name; it is our bug if there is none. */
    public static Document named(String name) {
        return LOADED.computeIfAbsent(name, Document::load);
    }

    /** Whether this version has a document of this name; an effect may have been stored by another one. */
    public static boolean exists(String name) {
        return NAME.matcher(name).matches() && Document.class.getResource("/graphql/" + name + ".graphql") != null;
    }

    private static Document load(String name) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + name + "' does not name a document: write folder/name.");
        }
        try (var file = Document.class.getResourceAsStream("/graphql/" + name + ".graphql")) {
            if (file == null) {
                throw new IllegalStateException("There is no graphql/" + name + ".graphql in the program.");
            }
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new Document(name, text, Repeat.of(parts.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
