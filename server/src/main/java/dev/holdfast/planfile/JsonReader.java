package dev.holdfast.planfile;

import dev.holdfast.planner.InvalidFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads one document of strict JSON, whole: what is broken is named by line and column, a key given twice by its place. */
final class JsonReader {

    private static final int DEEPEST = 500;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // The length of one value is bounded by the length of the document, and numbers are never converted here.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            // Keys are variants too, in any number: the shared table of names would refuse many that hash alike.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private final JsonParser parser;
    private final int firstLine;
    private @Nullable Place firstGivenTwice;

    private JsonReader(JsonParser parser, int firstLine) {
        this.parser = parser;
        this.firstLine = firstLine;
    }

    /**
     * Reads the document.
     *
     * @param firstLine the number of its first line where it was found, for messages
     * @throws InvalidFacts when it is not one document of JSON, or gives a key twice
     */
    static Json read(String document, int firstLine) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
            return new JsonReader(parser, firstLine).document();
        }
    }

    private Json document() {
        try {
            if (parser.nextToken() == null) {
                throw new InvalidFacts(
                        "line %d, column 1".formatted(firstLine), "nothing here; expected a JSON object");
            }
            Json whole = value(Place.DOCUMENT);
            if (parser.nextToken() != null) {
                throw broken(parser.currentTokenLocation(), "more after the end of the document");
            }
            if (firstGivenTwice != null) {
                throw firstGivenTwice.bad("this key is given twice");
            }
            return whole;
        } catch (UnexpectedEndOfInputException e) {
            throw broken(e.getLocation(), "not JSON: the document ends too early");
        } catch (StreamConstraintsException e) {
            throw broken(parser.currentLocation(), "nested more than %d levels deep".formatted(DEEPEST));
        } catch (JacksonException e) {
            throw broken(e.getLocation(), "not JSON: " + e.getOriginalMessage());
        }
    }

    private Json value(Place place) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(place);
            case START_ARRAY -> items(place);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT -> new Json.Figure(parser.getString(), true);
            case VALUE_NUMBER_FLOAT -> new Json.Figure(parser.getString(), false);
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case VALUE_NULL -> new Json.Nothing();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException(parser.currentToken() + " where a value starts");
        };
    }

    private Json members(Place place) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            Place at = place.key(key);
            parser.nextToken();
            if (members.put(key, value(at)) != null && firstGivenTwice == null) {
                firstGivenTwice = at;
            }
        }
        return new Json.Members(members);
    }

    private Json items(Place place) {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(place.item(items.size())));
        }
        return new Json.Items(items);
    }

    private InvalidFacts broken(@Nullable TokenStreamLocation location, String reason) {
        TokenStreamLocation at = location == null ? parser.currentLocation() : location;
        return new InvalidFacts(
                "line %d, column %d".formatted(firstLine + at.getLineNr() - 1, Math.max(1, at.getColumnNr())), reason);
    }
}
