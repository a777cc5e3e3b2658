package dev.holdfast.simulator.window.liquid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liqp.TemplateContext;
import liqp.filters.Filter;
import liqp.filters.Filters;
import org.jspecify.annotations.Nullable;

/** Shopify's filters on top of Liquid's own. */
final class StorefrontFilters {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final int SUBUNITS = 2;

    private StorefrontFilters() {}

    /** What a filter does with a value and what is written behind its colon. */
    private interface Work {
        @Nullable
        Object of(@Nullable Object value, Look look, @Nullable Object[] parameters);
    }

    static List<Filter> all() {
        return List.of(
                named("money", (value, look, parameters) -> money(value, look, false, false)),
                named("money_with_currency", (value, look, parameters) -> money(value, look, true, false)),
                named("money_without_trailing_zeros", (value, look, parameters) -> money(value, look, false, true)),
                named("escape", (value, look, parameters) -> escaped(text(value))),
                named("h", (value, look, parameters) -> escaped(text(value))),
                named("t", (value, look, parameters) -> translated(text(value), look, options(parameters))),
                named("asset_url", (value, look, parameters) -> look.assets() + text(value)),
                named(
                        "stylesheet_tag",
                        (value, look, parameters) -> "<link href=\"" + escaped(text(value))
                                + "\" rel=\"stylesheet\" type=\"text/css\" media=\"all\">"),
                named(
                        "script_tag",
                        (value, look, parameters) ->
                                "<script src=\"" + escaped(text(value)) + "\" type=\"text/javascript\"></script>"),
                named("json", (value, look, parameters) -> {
                    throw new LiquidFailure("the simulator has no filter json");
                }),
                new ShopDate());
    }

    /** As in Liquid, where the single quote is escaped too. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static Filter named(String name, Work work) {
        return new Filter(name) {
            @Override
            public @Nullable Object apply(
                    @Nullable Object value, TemplateContext context, @Nullable Object... parameters) {
                return work.of(value, look(context), parameters);
            }
        };
    }

    private static Look look(TemplateContext context) {
        return (Look) Objects.requireNonNull(context.getEnvironmentMap().get(Globals.LOOK));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String money(@Nullable Object value, Look look, boolean withCode, boolean withoutZeros) {
        if (value == null) {
            return "";
        }
        if (!(value instanceof Number number)) {
            throw new LiquidFailure("money wants a number of subunits, not " + value);
        }
        Currency currency = look.currency();
        BigDecimal amount = new BigDecimal(number.toString())
                .movePointLeft(SUBUNITS)
                .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
        boolean whole = withoutZeros && amount.stripTrailingZeros().scale() <= 0;
        String decimals = "0".repeat(whole ? 0 : amount.scale());
        String shown = new DecimalFormat(
                        decimals.isEmpty() ? "#,##0" : "#,##0." + decimals,
                        DecimalFormatSymbols.getInstance(Locale.ENGLISH))
                .format(amount);
        return currency.getSymbol(Locale.ENGLISH) + shown + (withCode ? " " + currency.getCurrencyCode() : "");
    }

    private static Map<String, String> options(@Nullable Object[] parameters) {
        Map<String, String> options = new HashMap<>();
        for (Object parameter : parameters) {
            if (!(parameter instanceof Map<?, ?> named)) {
                throw new LiquidFailure("t wants its values by name, not " + parameter);
            }
            named.forEach((key, value) -> options.put(key.toString(), text(value)));
        }
        return options;
    }

    /** Escaped as a whole; with a key that ends in {@code _html} only what is put in. */
    private static String translated(String key, Look look, Map<String, String> options) {
        String count = options.get("count");
        String wanted = count == null ? key : key + (count.equals("1") ? ".one" : ".other");
        boolean html = key.endsWith("_html");
        String filled = PLACEHOLDER
                .matcher(look.words().of(wanted))
                .replaceAll(found -> Matcher.quoteReplacement(put(found, wanted, options, html)));
        return html ? filled : escaped(filled);
    }

    private static String put(MatchResult found, String key, Map<String, String> options, boolean html) {
        String value = options.get(found.group(1));
        if (value == null) {
            throw new LiquidFailure("translation " + key + " wants " + found.group(1));
        }
        return html ? escaped(value) : value;
    }

    /** {@code date} by the shop's clock and in its time zone. */
    private static final class ShopDate extends Filter {

        private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
        private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(Z|[+-][0-9:]+)");
        private static final Filter LIBRARY =
                Objects.requireNonNull(Filters.DEFAULT_FILTERS.getMap().get("date"));

        ShopDate() {
            super("date");
        }

        @Override
        public @Nullable Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... parameters) {
            Look look = look(context);
            return LIBRARY.apply(at(value, look), context, parameters);
        }

        private static @Nullable Object at(@Nullable Object value, Look look) {
            return switch (value) {
                case Instant instant -> instant.atZone(look.zone());
                case Number seconds ->
                    Instant.ofEpochSecond(seconds.longValue()).atZone(look.zone());
                case String text -> at(text, look);
                case null, default -> value;
            };
        }

        private static Object at(String text, Look look) {
            if (text.equals("now") || text.equals("today")) {
                return look.now().atZone(look.zone());
            }
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay(look.zone());
            }
            return TIME.matcher(text).matches() ? OffsetDateTime.parse(text).atZoneSameInstant(look.zone()) : text;
        }
    }
}
