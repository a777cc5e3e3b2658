package dev.holdfast.platform.health;

import dev.holdfast.platform.health.Health.Level;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** The health page, for people and for programs (Accept: application/json); 503 when something is bad. */
final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Health of Holdfast</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="10">
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
            table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .4rem .8rem .4rem 0;
            border-bottom: 1px solid #ddd; vertical-align: top } td:last-child { overflow-wrap: anywhere; width: 100% }
            .bad { color: #a30 } .warning { color: #850 }
            #all { background: #f4f4f4; border-left: .3rem solid #2f855a; padding: .75rem 1rem }
            #all.warning { border-color: #b7791f } #all.bad { border-color: #c53030 }
            @media (max-width: 40rem) { body { margin-top: 1rem } }
            </style></head><body><h1>Health of Holdfast</h1>
            <p id="all" class="{{level}}" role="status">{{all}}<br><small>As of {{now}}; looks again every 10 seconds.</small></p><table>
            <thead><tr><th scope="col">What</th><th scope="col">State</th><th scope="col">Says</th></tr></thead><tbody>
            """;

    private final transient HealthReport report;

    private final transient InstantSource clock;

    HealthServlet(HealthReport report, InstantSource clock) {
        this.report = report;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SortedMap<String, Health> found = report.look();
        Level worst = HealthReport.worst(found);
        response.setStatus(worst == Level.BAD ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_OK);
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding("UTF-8");
        String accepted = request.getHeader("Accept");
        if (accepted != null && accepted.contains("text/html")) {
            response.setContentType("text/html");
            response.getWriter().write(page(found, clock.instant()));
        } else {
            response.setContentType("application/json");
            response.getWriter().write(json(found, worst));
        }
    }

    private static String page(SortedMap<String, Health> found, Instant now) {
        Level worst = HealthReport.worst(found);
        // In Greenwich's time, as the log has it.
        var html = new StringBuilder(PAGE.replace("{{level}}", word(worst))
                .replace("{{all}}", sentence(worst))
                .replace("{{now}}", now.truncatedTo(ChronoUnit.SECONDS).toString()));
        found.forEach((name, health) -> html.append("<tr><th scope=\"row\">")
                .append(HtmlUtils.htmlEscape(name))
                .append("</th><td class=\"")
                .append(word(health.level()))
                .append("\">")
                .append(word(health.level()))
                .append("</td><td>")
                .append(HtmlUtils.htmlEscape(health.sentence()))
                .append("</td></tr>\n"));
        return html.append("</tbody></table></body></html>\n").toString();
    }

    private static String sentence(Level worst) {
        return switch (worst) {
            case GOOD -> "All is well.";
            case WARNING -> "It works; something is worth a look.";
            case BAD -> "Something needs you now.";
        };
    }

    private static String json(SortedMap<String, Health> found, Level worst) {
        Map<String, Object> checks = new LinkedHashMap<>();
        found.forEach(
                (name, health) -> checks.put(name, Map.of("state", word(health.level()), "says", health.sentence())));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("state", word(worst));
        all.put("checks", checks);
        return JsonMapper.shared().writeValueAsString(all);
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
