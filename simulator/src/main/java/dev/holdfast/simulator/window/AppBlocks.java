package dev.holdfast.simulator.window;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Refusal;
import dev.holdfast.simulator.window.liquid.Look;
import dev.holdfast.simulator.window.theme.AppBlock;
import dev.holdfast.simulator.window.theme.ThemeExtension;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The app blocks on the pages: those of one theme app extension, or none. */
final class AppBlocks {

    private volatile @Nullable Shown shown;

    private record Shown(ThemeExtension extension, long app) {}

    void show(ThemeExtension extension, long app) {
        shown = new Shown(extension, app);
    }

    OptionalLong app() {
        Shown now = shown;
        return now == null ? OptionalLong.empty() : OptionalLong.of(now.app());
    }

    /** Puts {@code app_blocks} and {@code content_for_header} among the objects of a page. */
    void put(Visit visit, String template, Map<String, @Nullable Object> objects) {
        Shown now = shown;
        StringBuilder html = new StringBuilder();
        Set<String> head = new LinkedHashSet<>();
        if (now != null) {
            Look look = Pages.look(visit, now.extension().words(language(visit)));
            for (AppBlock block : now.extension().blocks(template)) {
                html.append(block.render(objects, look)).append('\n');
                block.asset("stylesheet")
                        .ifPresent(file -> head.add("<link rel=\"stylesheet\" href=\"" + visit.path(Pages.ASSETS)
                                + checked(now, file) + "\">"));
                block.asset("javascript")
                        .ifPresent(file -> head.add("<script src=\"" + visit.path(Pages.ASSETS) + checked(now, file)
                                + "\" async></script>"));
            }
        }
        objects.put("app_blocks", html.toString());
        objects.put("content_for_header", String.join("\n", head));
    }

    Answer asset(String name) {
        Shown now = shown;
        byte[] bytes = now == null ? null : now.extension().asset(name).orElse(null);
        if (bytes == null) {
            throw new Refusal(404, "There is no asset " + name);
        }
        return Answer.of(200, type(name), bytes);
    }

    private static String checked(Shown now, String file) {
        if (now.extension().asset(file).isEmpty()) {
            throw new IllegalStateException("A block's schema names assets/" + file + ", which is not there");
        }
        return file;
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            default -> "application/octet-stream";
        };
    }

    /** What the browser asks for first. */
    private static String language(Visit visit) {
        return visit.exchange()
                .header("Accept-Language")
                .map(header ->
                        List.of(header.split("[,;-]", 2)).getFirst().strip().toLowerCase(Locale.ROOT))
                .orElse("en");
    }
}
