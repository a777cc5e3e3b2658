package dev.holdfast.platform.web;

import dev.holdfast.platform.Ids;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * Tells every error that reached the edge, as {@code application/problem+json} or to a browser as a page: one of ours with a
 * reference that is in the log beside the cause, and never with the cause itself.
 */
@RestController
final class Problems implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final Map<HttpStatus, String> SENTENCES = Map.of(
            HttpStatus.NOT_FOUND, "There is nothing at this address.",
            HttpStatus.FORBIDDEN, "This is not for whoever asked.");

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Holdfast</title>
            <style>
            :root { color-scheme: light dark }
            body { font: 1rem/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 44rem; overflow-wrap: anywhere;
            padding: 3rem 1.25rem }
            small { opacity: .75 }
            </style>
            </head>
            <body>
            <h1>Holdfast</h1>
            <p role="alert">{{what}}</p>
            <p><small>Status {{status}}</small></p>
            </body>
            </html>
            """;

    private final Ids ids;

    Problems(Ids ids) {
        this.ids = ids;
    }

    @RequestMapping("/error")
    ResponseEntity<Object> problem(HttpServletRequest request) {
        HttpStatus status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        ProblemDetail problem = ProblemDetail.forStatus(status);
        detail(request, status).ifPresent(problem::setDetail);
        if (String.valueOf(request.getHeader("Accept")).contains(MediaType.TEXT_HTML_VALUE)) {
            return ResponseEntity.status(status)
                    .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
                    .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                    .body(page(status, problem.getDetail()));
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private Optional<String> detail(HttpServletRequest request, HttpStatus status) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown == null
                && status != HttpStatus.NOT_FOUND
                && request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String said
                && !said.isBlank()) {
            return Optional.of(said);
        }
        if (!status.is5xxServerError()) {
            return Optional.empty();
        }
        UUID reference = ids.next();
        if (thrown instanceof Throwable cause) {
            LOG.error("Request failed, reference {}", reference, cause);
        } else {
            LOG.error("Request failed with status {}, reference {}", status.value(), reference);
        }
        return Optional.of("Something went wrong on our side; our log knows it as " + reference);
    }

    private static String page(HttpStatus status, @Nullable String detail) {
        String sentence = detail == null ? SENTENCES.getOrDefault(status, status.getReasonPhrase() + ".") : detail;
        return PAGE.replace("{{status}}", String.valueOf(status.value()))
                .replace("{{what}}", HtmlUtils.htmlEscape(sentence));
    }

    // Asked for directly, the page is nothing.
    private static HttpStatus status(@Nullable Object code) {
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.valueOf(HttpServletResponse.SC_NOT_FOUND) : status;
    }
}
