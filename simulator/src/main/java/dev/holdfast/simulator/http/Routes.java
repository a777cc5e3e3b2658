package dev.holdfast.simulator.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The paths that are answered; any part of the simulator may mount its own, also while the server runs. */
public final class Routes {
    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private volatile Refused refused = (path, refusal) -> refusal.answer();

    /** How a refusal at a path is shown. */
    public interface Refused {
        Answer answer(String path, Refusal refusal);
    }

    /**
     * Mounts a path. A pattern is written {@code /simulator/shops/{shop}/orders}: a name in braces takes one segment,
     * {@code **} at the end takes whatever follows. Where several patterns fit, the one mounted first answers.
     */
    public Routes mount(String method, String pattern, Endpoint endpoint) {
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException("A path starts with a slash: " + pattern);
        }
        routes.add(new Route(method, split(pattern), endpoint));
        return this;
    }

    /** From now on refusals are shown like this; before, and where this does so too, as JSON. */
    public Routes refused(Refused look) {
        refused = look;
        return this;
    }

    Answer answer(String path, Refusal refusal) {
        return refused.answer(path, refusal);
    }

    /** The route that fits, with the values of its named segments; null when there is none. */
    @Nullable
    Match find(String method, String path) {
        var segments = split(path);
        for (var route : routes) {
            var names = route.fits(method, segments);
            if (names != null) {
                return new Match(route.endpoint, names);
            }
        }
        return null;
    }

    /** Whether the path is mounted for another method. */
    boolean knows(String path) {
        var segments = split(path);
        return routes.stream().anyMatch(route -> route.fits(route.method, segments) != null);
    }

    private static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** What answers a request, and the values of the pattern's named segments. */
    record Match(Endpoint endpoint, Map<String, String> names) {}

    private record Route(String method, List<String> pattern, Endpoint endpoint) {
        @Nullable
        Map<String, String> fits(String asked, List<String> segments) {
            boolean open = pattern.getLast().equals("**");
            int fixed = open ? pattern.size() - 1 : pattern.size();
            if (!method.equals(asked) || (open ? segments.size() < fixed : segments.size() != fixed)) {
                return null;
            }
            var names = new HashMap<String, String>(4);
            for (int i = 0; i < fixed; i++) {
                var part = pattern.get(i);
                if (part.startsWith("{")) {
                    names.put(part.substring(1, part.length() - 1), segments.get(i));
                } else if (!part.equals(segments.get(i))) {
                    return null;
                }
            }
            return names;
        }
    }
}
