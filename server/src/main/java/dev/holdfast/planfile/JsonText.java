package dev.holdfast.planfile;

import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** A JSON document as bytes of valid UTF-8, with a line feed at its end on every system. */
final class JsonText {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private JsonText() {}

    static byte[] line(Consumer<JsonGenerator> content) {
        return bytes(ObjectWriteContext.empty(), content);
    }

    static byte[] pretty(Consumer<JsonGenerator> content) {
        return bytes(new Indented(), content);
    }

    /** Written as it is made; for texts that came from UTF-8 and so have no halves of surrogate pairs. */
    static void pretty(OutputStream out, Consumer<JsonGenerator> content) {
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), out)) {
            content.accept(json);
            json.writeRaw('\n');
        }
    }

    private static byte[] bytes(ObjectWriteContext context, Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(context, text)) {
            content.accept(json);
        }
        return escapingHalves(text.append('\n').toString()).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Half a surrogate pair, which a JSON string may hold but UTF-8 cannot, goes out as an escape, as it came in. In a
     * document it can stand inside strings only, so nothing else changes.
     */
    private static String escapingHalves(String text) {
        int plain = 0;
        while (plain < text.length() && !Character.isSurrogate(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.SURROGATE) {
                escaped.append("\\u").append(Integer.toHexString(c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** Two spaces a level, and line feeds. */
    private static final class Indented extends ObjectWriteContext.Base {

        private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(new Separators()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withArrayEmptySeparator("")
                            .withObjectEmptySeparator(""))
                    .withArrayIndenter(INDENTER)
                    .withObjectIndenter(INDENTER);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
