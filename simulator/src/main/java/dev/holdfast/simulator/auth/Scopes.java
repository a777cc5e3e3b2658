package dev.holdfast.simulator.auth;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lists of access scopes, as they are written and what they imply. */
public final class Scopes {
    private Scopes() {}

    /** The scopes in a list separated by commas. */
    public static Set<String> parse(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Written as a token's answer does: without the read scopes that a write scope of the list implies. */
    static String compressed(Set<String> scopes) {
        return scopes.stream()
                .filter(scope -> !(scope.startsWith("read_") && scopes.contains("write_" + scope.substring(5))))
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** With the read scope of each write scope. */
    public static Set<String> withImplied(Set<String> scopes) {
        var all = new TreeSet<>(scopes);
        for (var scope : scopes) {
            if (scope.startsWith("write_")) {
                all.add("read_" + scope.substring(6));
            }
        }
        return all;
    }
}
