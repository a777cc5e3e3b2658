package dev.holdfast.simulator.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shopify's own scalars: how a value is read from a document or a variable, and how it is written. */
final class Scalars {
    private static final Set<String> NUMERIC = Set.of("Decimal", "Money", "UnsignedInt64", "BigInt");

    private Scalars() {}

    /** The scalar of this name; what is not a date, number or JSON is taken as text. */
    static GraphQLScalarType of(String name) {
        Reading reading = switch (name) {
            case "DateTime" -> Scalars::instant;
            case "Date" -> Scalars::date;
            case "JSON" -> value -> value;
            default -> NUMERIC.contains(name) ? Scalars::number : Scalars::text;
        };
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Shopify(name, reading))
                .build();
    }

    private static Object instant(Object value) {
        return OffsetDateTime.parse(text(value)).toInstant();
    }

    private static Object date(Object value) {
        return LocalDate.parse(text(value));
    }

    private static Object number(Object value) {
        return new BigDecimal(value.toString().strip());
    }

    private static String text(Object value) {
        if (!(value instanceof String string)) {
            throw new IllegalArgumentException("expected text");
        }
        return string;
    }

    private interface Reading {
        Object read(Object value);
    }

    private record Shopify(String name, Reading reading) implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return switch (value) {
                // Shopify writes whole seconds in UTC.
                case Instant instant -> DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
                case BigDecimal decimal -> decimal.toPlainString();
                case Map<?, ?> json when name.equals("JSON") -> json;
                default -> value.toString();
            };
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return reading.read(input);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new CoercingParseValueException("invalid " + name + " '" + input + "'", e);
            }
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                var plain = plain(input);
                if (plain == null) {
                    throw new IllegalArgumentException("null");
                }
                return reading.read(plain);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new CoercingParseLiteralException("invalid " + name + " '" + input + "'", e);
            }
        }

        private static @Nullable Object plain(Value<?> value) {
            return switch (value) {
                case StringValue string -> string.getValue();
                case IntValue number -> number.getValue();
                case FloatValue number -> number.getValue();
                case BooleanValue bool -> bool.isValue();
                case ArrayValue array ->
                    array.getValues().stream().map(Shopify::plain).toList();
                case ObjectValue object -> {
                    var fields = new LinkedHashMap<String, @Nullable Object>();
                    object.getObjectFields().forEach(field -> fields.put(field.getName(), plain(field.getValue())));
                    yield fields;
                }
                case NullValue none -> null;
                default -> throw new IllegalArgumentException("not a literal");
            };
        }
    }
}
