package dev.holdfast.simulator.graphql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The {@code query} argument of a connection, in Shopify's search syntax: {@code field:value} with comparators, joined
 * by AND (or a space) and OR, negated by NOT or a minus, in parentheses. A filter not listed here is refused.
 */
final class Search<N> {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([()])|(-)?([A-Za-z_][\\w.]*):(>=|<=|>|<)?"
            + "(?:\"([^\"]*)\"|'([^']*)'|([^\\s()]+))|(AND|OR|NOT)(?=[\\s(]))");
    private final Map<String, Function<Condition, Predicate<N>>> filters = new HashMap<>();

    /** One comparison of a filter with a value. */
    record Condition(String comparator, String value) {
        boolean compares(int compared) {
            return switch (comparator) {
                case ">" -> compared > 0;
                case ">=" -> compared >= 0;
                case "<" -> compared < 0;
                case "<=" -> compared <= 0;
                default -> compared == 0;
            };
        }
    }

    /** A filter by text, without regard to case; a star at the end of the value stands for any rest. */
    Search<N> text(String name, Function<? super N, @Nullable String> read) {
        return texts(name, node -> Stream.ofNullable(read.apply(node)));
    }

    /** The same over several values, of which one must fit. */
    Search<N> texts(String name, Function<? super N, Stream<String>> read) {
        filters.put(name, condition -> {
            var wanted = condition.value().toLowerCase(Locale.ROOT);
            boolean prefix = wanted.endsWith("*");
            var start = prefix ? wanted.substring(0, wanted.length() - 1) : wanted;
            return node -> read.apply(node)
                    .map(value -> value.toLowerCase(Locale.ROOT))
                    .anyMatch(value -> prefix ? value.startsWith(start) : value.equals(wanted));
        });
        return this;
    }

    /** A filter by the number in an id, which may be given as a global id too. */
    Search<N> id(String name, Function<? super N, Long> read) {
        filters.put(name, condition -> {
            var digits = condition.value().substring(condition.value().lastIndexOf('/') + 1);
            if (!digits.matches("\\d{1,18}")) {
                throw invalid(name, condition.value());
            }
            long wanted = Long.parseLong(digits);
            return node -> condition.compares(Long.compare(read.apply(node), wanted));
        });
        return this;
    }

    /** A filter by time; a date stands for its midnight in UTC. */
    Search<N> time(String name, Function<? super N, @Nullable Instant> read) {
        filters.put(name, condition -> {
            var wanted = instant(name, condition.value());
            return node -> {
                var value = read.apply(node);
                return value != null && condition.compares(value.compareTo(wanted));
            };
        });
        return this;
    }

    /** Filters that keep their own counsel about what a value means. */
    Search<N> is(String name, Function<String, Predicate<N>> meaning) {
        filters.put(name, condition -> meaning.apply(condition.value().toLowerCase(Locale.ROOT)));
        return this;
    }

    /** What the query lets through; all where there is none. */
    Predicate<N> parse(Optional<String> query) {
        if (query.isEmpty() || query.get().isBlank()) {
            return node -> true;
        }
        var reading = new Reading(query.get().strip());
        var parsed = reading.either();
        if (reading.at < reading.text.length()) {
            throw reading.unreadable();
        }
        return parsed;
    }

    private static Instant instant(String name, String value) {
        try {
            return value.contains("T")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw invalid(name, value);
        }
    }

    private static FieldError invalid(String name, String value) {
        return new FieldError("The filter " + name + " cannot be compared with '" + value + "'", "BAD_REQUEST");
    }

    /** One query being read, from left to right. */
    private final class Reading {
        private final String text;
        private int at;

        private Reading(String text) {
            this.text = text;
        }

        private Predicate<N> either() {
            var left = both();
            while (word("OR")) {
                left = left.or(both());
            }
            return left;
        }

        private Predicate<N> both() {
            var left = one();
            while (at < text.length() && !ahead("OR") && !ahead(")")) {
                word("AND");
                left = left.and(one());
            }
            return left;
        }

        private Predicate<N> one() {
            if (word("NOT")) {
                return one().negate();
            }
            if (word("(")) {
                var inside = either();
                if (!word(")")) {
                    throw unreadable();
                }
                return inside;
            }
            var token = next();
            if (token == null || token.group(3) == null) {
                throw unreadable();
            }
            at = token.end();
            var filter = filters.get(token.group(3));
            if (filter == null) {
                throw FieldError.notImplemented("the filter " + token.group(3));
            }
            var value = Stream.of(5, 6, 7)
                    .map(token::group)
                    .filter(group -> group != null)
                    .findFirst()
                    .orElseThrow();
            var comparator = token.group(4) == null ? "" : token.group(4);
            var found = filter.apply(new Condition(comparator, value));
            return token.group(2) == null ? found : found.negate();
        }

        private boolean ahead(String word) {
            var token = next();
            return token != null && (word.equals(token.group(1)) || word.equals(token.group(8)));
        }

        private boolean word(String word) {
            var token = next();
            if (token == null || !(word.equals(token.group(1)) || word.equals(token.group(8)))) {
                return false;
            }
            at = token.end();
            return true;
        }

        private @Nullable Matcher next() {
            var matcher = TOKEN.matcher(text).region(at, text.length());
            return matcher.lookingAt() ? matcher : null;
        }

        private FieldError unreadable() {
            return FieldError.notImplemented("the search '" + text + "' from '" + text.substring(at) + "' on");
        }
    }
}
