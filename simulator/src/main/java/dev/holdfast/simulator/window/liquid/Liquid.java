package dev.holdfast.simulator.window.liquid;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import liqp.Template;
import liqp.TemplateParser;
import liqp.parser.Flavor;
import org.jspecify.annotations.Nullable;

/** A template that was read once and can be rendered by many threads. */
public final class Liquid {

    private static final Pattern ASSIGNED = Pattern.compile("\\{%-?\\s*(?:assign|capture)\\s+['\"]?([A-Za-z_][\\w-]*)");
    private static final TemplateParser PARSER = parser();

    private final String name;
    private final Template template;
    private final Set<String> assigned = new HashSet<>();

    private Liquid(String name, String source) {
        this.name = name;
        this.template = PARSER.parse(source);
        ASSIGNED.matcher(source).results().forEach(found -> assigned.add(found.group(1)));
    }

    /** Throws {@link LiquidFailure} naming the template and the place when it is no Liquid. */
    public static Liquid parse(String name, String source) {
        try {
            return new Liquid(name, source);
        } catch (RuntimeException e) {
            throw new LiquidFailure(name, e);
        }
    }

    /** Throws {@link LiquidFailure} naming an object, property, filter or tag the simulator does not have. */
    public String render(Map<String, @Nullable Object> objects, Look look) {
        try {
            // The library keeps the last context in the template itself.
            synchronized (template) {
                return template.renderUnguarded(new HashMap<>(), new Globals(PARSER, objects, assigned, look), true);
            }
        } catch (RuntimeException e) {
            throw new LiquidFailure(name, e);
        }
    }

    private static TemplateParser parser() {
        TemplateParser.Builder builder = new TemplateParser.Builder()
                .withFlavor(Flavor.LIQUID)
                .withNameResolver(wanted -> {
                    throw new LiquidFailure("include is not allowed: " + wanted);
                })
                .withBlock(new SchemaTag());
        StorefrontFilters.all().forEach(builder::withFilter);
        return builder.build();
    }
}
