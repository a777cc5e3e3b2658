package dev.holdfast.simulator.window.liquid;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object of a template, such as {@code product}. A property that is nothing is nothing; one it does not have is a
 * {@link LiquidFailure} that names it.
 */
public final class Shape extends AbstractMap<String, @Nullable Object> {

    private final String name;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    public Shape(String name) {
        this.name = name;
    }

    /** One more property; a {@link Supplier} is asked each time the property is read. */
    public Shape with(String key, @Nullable Object value) {
        values.put(key, value);
        return this;
    }

    @Override
    public @Nullable Object get(Object key) {
        if (!values.containsKey(key)) {
            throw new LiquidFailure("the simulator has no " + name + "." + key);
        }
        Object value = values.get(key);
        return value instanceof Supplier<?> later ? later.get() : value;
    }

    @Override
    public boolean containsKey(Object key) {
        return values.containsKey(key);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return values.entrySet();
    }

    /** What Liquid prints for an object that is not a text. */
    @Override
    public String toString() {
        return name;
    }
}
