package dev.holdfast.simulator.window;

import dev.holdfast.simulator.Caller;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Somebody with a browser: keeps the cookie, goes where redirects lead, sends forms. */
final class Buyer {

    private final Caller caller;
    private String cookie = "";

    Buyer(Caller caller) {
        this.caller = caller;
    }

    Caller.Got get(String path) throws IOException {
        return follow(cookie.isEmpty() ? caller.get(path) : caller.get(path, "Cookie", cookie));
    }

    /** Names and values by turns. */
    Caller.Got send(String path, Object... fields) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int at = 0; at < fields.length; at += 2) {
            body.append(encoded(fields[at]))
                    .append('=')
                    .append(encoded(fields[at + 1]))
                    .append('&');
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        String type = "application/x-www-form-urlencoded";
        return follow(
                cookie.isEmpty() ? caller.post(path, type, bytes) : caller.post(path, type, bytes, "Cookie", cookie));
    }

    /** Pays with everything filled in, and more fields. */
    Caller.Got pay(String payment, String card, Object... more) throws IOException {
        Object[] filled = {
            "email",
            "ada@example.com",
            "name",
            "Ada Amber",
            "address1",
            "1 Toy Street",
            "zip",
            "D01",
            "city",
            "Dublin",
            "payment",
            payment,
            "card",
            card,
            "pay",
            "1"
        };
        return send(
                "/checkout",
                Stream.concat(Arrays.stream(filled), Arrays.stream(more)).toArray());
    }

    private Caller.Got follow(Caller.Got got) throws IOException {
        String set = got.headers().get("Set-Cookie");
        if (set != null) {
            cookie = set.substring(0, set.indexOf(';'));
        }
        String location = got.headers().get("Location");
        return got.status() == 303 && location != null ? get(location) : got;
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
