package dev.holdfast.simulator.window.liquid;

import java.util.Map;
import java.util.Set;
import liqp.TemplateContext;
import liqp.TemplateParser;
import org.jspecify.annotations.Nullable;

/** The outermost names of a template: one that is neither there nor assigned anywhere in it is an error. */
final class Globals extends TemplateContext {

    static final String LOOK = "look of the page";

    private final Set<String> assigned;

    Globals(TemplateParser parser, Map<String, @Nullable Object> values, Set<String> assigned, Look look) {
        super(parser, values);
        this.assigned = assigned;
        getEnvironmentMap().put(LOOK, look);
    }

    @Override
    public boolean containsKey(String name) {
        if (super.containsKey(name)) {
            return true;
        }
        if (assigned.contains(name)) {
            return false;
        }
        throw new LiquidFailure("the simulator has no object " + name);
    }
}
