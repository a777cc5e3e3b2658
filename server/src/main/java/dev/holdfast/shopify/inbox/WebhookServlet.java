package dev.holdfast.shopify.inbox;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Collections;

/**
 * The door webhooks come in by: read, verified, stored, answered, and nothing else.
 *
 * <p>200 when durable (also for a delivery that is here already); 401 for anything not signed by Shopify; 413 for a body
 * over the limit, before its signature is looked at; 503 with {@code Retry-After} when there is no room or no database.
 * Shopify repeats all but 200 for four hours.
 */
final class WebhookServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String RETRY_AFTER_SECONDS = "10";

    private final transient Authenticity authenticity;
    private final transient InboxWriter writer;
    private final transient BodyReader bodies;

    WebhookServlet(Authenticity authenticity, InboxWriter writer, InboxLimits limits) {
        this.authenticity = authenticity;
        this.writer = writer;
        this.bodies = new BodyReader(limits);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (bodies.read(request)) {
            case BodyReader.TooLarge _ -> refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            case BodyReader.NoRoom _ -> askAgain(response);
            case BodyReader.Whole whole -> {
                try {
                    answer(request, response, whole.bytes());
                } finally {
                    bodies.forget(whole);
                }
            }
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, byte[] body) {
        var delivery = authenticity.check(name -> Collections.list(request.getHeaders(name)), body);
        if (delivery.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
        } else if (writer.store(delivery.get()) == InboxWriter.Result.DURABLE) {
            response.setStatus(HttpServletResponse.SC_OK);
        } else {
            askAgain(response);
        }
    }

    private static void refuse(HttpServletResponse response, int status) {
        response.setStatus(status);
        // What is left of the body is not worth reading.
        response.setHeader("Connection", "close");
    }

    private static void askAgain(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
}
