package dev.holdfast.shopify;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Access scopes, such as {@code write_orders}, which implies {@code read_orders}. */
public record Scopes(Set<String> names) {
    private static final String WRITE = "write_";

    public Scopes {
        names = Set.copyOf(names);
        for (var name : names) {
            if (!name.matches("[a-z_]+")) {
                throw new IllegalArgumentException("'" + name + "' is not the name of an access scope.");
            }
        }
    }

    /** As Shopify writes them, joined by commas; others than names are left out. */
    public static Scopes parse(String text) {
        return new Scopes(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> name.matches("[a-z_]+"))
                .collect(Collectors.toSet()));
    }

    public boolean cover(String name) {
        return names.contains(name)
                || (name.startsWith("read_") && names.contains(WRITE + name.substring("read_".length())));
    }

    public boolean coverAll(Collection<String> wanted) {
        return wanted.stream().allMatch(this::cover);
    }

    /** Those of {@code wanted} that are not covered, sorted. */
    public List<String> lacking(Collection<String> wanted) {
        return wanted.stream().filter(name -> !cover(name)).sorted().toList();
    }

    @Override
    public String toString() {
        return String.join(",", new TreeSet<>(names));
    }
}
