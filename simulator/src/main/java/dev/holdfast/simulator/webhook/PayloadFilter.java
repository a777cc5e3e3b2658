package dev.holdfast.simulator.webhook;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The {@code filter} of a subscription: {@code field:value} with comparators, case kept, fields nested by dots, a list
 * matching by any of its members, {@code *} for any value; joined by AND (or a space) and OR, negated by NOT or a minus,
 * in parentheses (Shopify's search syntax; the grammar has these four rules and no library reads it). A field the body does
 * not have makes it match nothing: Shopify then stays silent.
 */
final class PayloadFilter {

    private static final Pattern TERM = Pattern.compile(
            "\\s*(?<not>-)?(?<field>[A-Za-z_][\\w.]*):(?<than>>=|<=|>|<)?(?:\"(?<quoted>[^\"]*)\"|(?<bare>[^\\s()\"]+))");
    private static final Pattern WORD = Pattern.compile("\\s*(AND|OR|NOT)(?=[\\s(])");
    private static final Pattern SIGN = Pattern.compile("\\s*([()])");

    private final Node root;

    /** Part of a filter: what it says of a body, and whether the body has its fields, all or those not negated. */
    private record Node(Predicate<JsonNode> matches, Predicate<JsonNode> hasFields, Predicate<JsonNode> hasPlain) {

        Node and(Node other) {
            return new Node(matches.and(other.matches), hasFields.and(other.hasFields), hasPlain.and(other.hasPlain));
        }

        Node or(Node other) {
            return new Node(matches.or(other.matches), hasFields.and(other.hasFields), hasPlain.and(other.hasPlain));
        }

        Node not() {
            return new Node(matches.negate(), hasFields, body -> true);
        }
    }

    private PayloadFilter(Node root) {
        this.root = root;
    }

    /** Throws {@link IllegalArgumentException} with the place for a filter that cannot be read. */
    static PayloadFilter of(String text) {
        Reading reading = new Reading(text.strip());
        Node root = reading.either();
        reading.end();
        return new PayloadFilter(root);
    }

    /** A filter that cannot be read lets nothing through: whoever made it was not told, as with a field misspelt. */
    static PayloadFilter orNothing(String text) {
        return problem(text) == null
                ? of(text)
                : new PayloadFilter(new Node(body -> false, body -> false, body -> false));
    }

    /** Why a filter cannot be read; null when it can. */
    static @Nullable String problem(String text) {
        try {
            Reading reading = new Reading(text.strip());
            reading.either();
            reading.end();
            return null;
        } catch (IllegalArgumentException e) {
            return "Filter is invalid: " + e.getMessage();
        }
    }

    /** {@code strict}: a field the body lacks silences the filter even where it is negated. */
    boolean lets(JsonNode body, boolean strict) {
        return (strict ? root.hasFields() : root.hasPlain()).test(body)
                && root.matches().test(body);
    }

    private static Node term(Matcher term) {
        List<String> path = List.of(term.group("field").split("\\.", -1));
        String comparator = term.group("than") == null ? "" : term.group("than");
        String value = term.group("quoted") == null ? term.group("bare") : term.group("quoted");
        boolean any = value.equals("*") && term.group("quoted") == null;
        Node node = new Node(
                body -> values(body, path)
                        .anyMatch(found -> any ? !found.isNull() : compares(found, comparator, value)),
                body -> knows(body, path),
                body -> knows(body, path));
        return term.group("not") == null ? node : node.not();
    }

    private static Stream<JsonNode> values(JsonNode body, List<String> path) {
        if (body.isArray()) {
            return body.valueStream().flatMap(each -> values(each, path));
        }
        return path.isEmpty() ? Stream.of(body) : values(body.path(path.getFirst()), path.subList(1, path.size()));
    }

    /** An empty list may have members with the field: it is given the benefit of the doubt, and so is null. */
    private static boolean knows(JsonNode body, List<String> path) {
        if (body.isArray()) {
            return body.isEmpty() || body.valueStream().anyMatch(each -> knows(each, path));
        }
        if (path.isEmpty() || body.isNull()) {
            return true;
        }
        return body.has(path.getFirst()) && knows(body.path(path.getFirst()), path.subList(1, path.size()));
    }

    private static boolean compares(JsonNode found, String comparator, String value) {
        if (found.isContainer() || found.isNull()) {
            return false;
        }
        String text = found.asString();
        if (comparator.isEmpty()) {
            return text.equals(value);
        }
        int compared = number(text) && number(value)
                ? new BigDecimal(text).compareTo(new BigDecimal(value))
                : text.compareTo(value);
        return switch (comparator) {
            case ">" -> compared > 0;
            case ">=" -> compared >= 0;
            case "<" -> compared < 0;
            default -> compared <= 0;
        };
    }

    private static boolean number(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    /** One filter being read, from left to right. */
    private static final class Reading {

        private final String text;
        private int at;

        private Reading(String text) {
            this.text = text;
        }

        private Node either() {
            Node left = both();
            while (take(WORD, "OR")) {
                left = left.or(both());
            }
            return left;
        }

        private Node both() {
            Node left = one();
            while (at < text.length() && !ahead(WORD, "OR") && !ahead(SIGN, ")")) {
                take(WORD, "AND");
                left = left.and(one());
            }
            return left;
        }

        private Node one() {
            if (take(WORD, "NOT")) {
                return one().not();
            }
            if (take(SIGN, "(")) {
                Node inside = either();
                if (!take(SIGN, ")")) {
                    throw unreadable();
                }
                return inside;
            }
            Matcher term = TERM.matcher(text).region(at, text.length());
            if (!term.lookingAt()) {
                throw unreadable();
            }
            at = term.end();
            return term(term);
        }

        private void end() {
            if (at < text.length()) {
                throw unreadable();
            }
        }

        private boolean take(Pattern pattern, String wanted) {
            Matcher found = pattern.matcher(text).region(at, text.length());
            boolean fits = found.lookingAt() && found.group(1).equals(wanted);
            if (fits) {
                at = found.end();
            }
            return fits;
        }

        private boolean ahead(Pattern pattern, String wanted) {
            Matcher found = pattern.matcher(text).region(at, text.length());
            return found.lookingAt() && found.group(1).equals(wanted);
        }

        private IllegalArgumentException unreadable() {
            return new IllegalArgumentException(
                    "from character " + (at + 1) + " on it is not field:value joined by AND or OR: " + text);
        }
    }
}
