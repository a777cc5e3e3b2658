package dev.holdfast.shopify.inbox;

import dev.holdfast.shopify.ClientSecrets;
import dev.holdfast.shopify.Signatures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** The door for webhooks on a real web server. */
final class WebhookDoor implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();
    final InboxWriter writer;

    WebhookDoor(InboxLimits limits, InboxWriter.Store store) throws IOException, LifecycleException {
        this(limits, store, new Signatures(ClientSecrets.of(SampleWebhook.SECRET), InstantSource.system()));
    }

    WebhookDoor(InboxLimits limits, InboxWriter.Store store, Signatures signatures)
            throws IOException, LifecycleException {
        writer = new InboxWriter(store, limits, () -> {});
        tomcat.setBaseDir(Files.createTempDirectory("door").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "webhooks", new WebhookServlet(new Authenticity(signatures), writer, limits))
                .addMapping("/webhooks");
        tomcat.start();
    }

    int post(SampleWebhook webhook) throws IOException, InterruptedException {
        return send(webhook).statusCode();
    }

    HttpResponse<String> send(SampleWebhook webhook) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/webhooks"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body()));
        webhook.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends these bytes as they are and answers the first line that comes back. */
    String raw(String head, byte[] body) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort())) {
            socket.setSoTimeout(10_000);
            var out = new ByteArrayOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            socket.getOutputStream().write(out.toByteArray());
            socket.getOutputStream().flush();
            var line = new ByteArrayOutputStream();
            int next = socket.getInputStream().read();
            while (next >= 0 && next != '\r') {
                line.write(next);
                next = socket.getInputStream().read();
            }
            return line.toString(StandardCharsets.US_ASCII);
        }
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        writer.close();
        client.shutdownNow();
    }
}
