package dev.holdfast.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** Serves the mounted paths on one port of the loopback address. */
public final class HttpServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());
    // Held here, since the logging of the JDK forgets the level of a logger nobody holds.
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");
    private static final byte[] NOTHING = {};
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private final Server server = new Server(new VirtualThreadPool());
    private final ServerConnector connector;
    private final Routes routes;
    private final Faults faults;
    private final LongAdder answered = new LongAdder();

    private HttpServer(int port, Routes routes, Faults faults) {
        this.routes = routes;
        this.faults = faults;
        JETTY.setLevel(Level.WARNING);
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(MAX_HEADER_BYTES);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Answering());
        server.setErrorHandler(this::unreadable);
    }

    /** Starts on the port, or on a free one for 0. */
    public static HttpServer start(int port, Routes routes, Faults faults) {
        var started = new HttpServer(port, routes, faults);
        try {
            started.server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port + "; is the port in use?", e);
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server did not start", e);
        }
        return started;
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** How many requests were answered since the start, faults among them. */
    public long answered() {
        return answered.sum();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server did not stop", e);
        }
    }

    private final class Answering extends Handler.Abstract {
        @Override
        public boolean handle(Request asked, Response response, Callback callback) throws Exception {
            answered.increment();
            var target = Target.of(asked);
            boolean keeps = faults.needBody(target.path()) && KeptBody.fits(asked);
            var request = keeps ? KeptBody.of(asked) : asked;
            var body = request instanceof KeptBody kept ? kept.bytes() : NOTHING;
            switch (faults.draw(request.getMethod(), target.path(), body)) {
                case Fault.Status status -> send(response, callback, refused(status.code()));
                case Fault.Reset reset when !reset.carriedOut() -> breakOff(request, callback);
                case Fault.Reset carriedOut -> {
                    answer(request, target);
                    breakOff(request, callback);
                }
                case Fault.Truncated truncated -> truncate(request, response, callback, answer(request, target));
                case Fault.Slow slow -> {
                    var answer = answer(request, target);
                    Thread.sleep(slow.by());
                    send(response, callback, answer);
                }
                case Fault.None none -> send(response, callback, answer(request, target));
            }
            return true;
        }
    }

    /** A request that could not even be read, such as one whose path is no text. */
    private boolean unreadable(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        var path = String.valueOf(request.getHttpURI().getPath());
        send(response, callback, routes.answer(path, new Refusal(status, "The address or a header cannot be read")));
        return true;
    }

    private Answer answer(Request request, Target target) {
        var match = routes.find(request.getMethod(), target.path());
        if (match == null) {
            return routes.answer(
                    target.path(),
                    routes.knows(target.path())
                            ? new Refusal(405, request.getMethod() + " is not answered at " + target.path())
                            : new Refusal(404, "Not Found"));
        }
        try {
            return match.endpoint().answer(new Exchange(request, target, match.names()));
        } catch (Refusal refusal) {
            return routes.answer(target.path(), refusal);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Failed on " + request.getMethod() + " " + target.path(), e);
            return Answer.json(500, Map.of("errors", "The simulator failed: " + e));
        }
    }

    private static Answer refused(int code) {
        var answer = Answer.json(code, Map.of("errors", code == 429 ? "Too Many Requests" : "Injected fault"));
        return code == 429 ? answer.with("Retry-After", "2.0") : answer;
    }

    private static void head(Response response, Answer answer) {
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
    }

    private static void send(Response response, Callback callback, Answer answer) {
        head(response, answer);
        switch (answer.body()) {
            case Answer.Bytes bytes -> {
                response.getHeaders().put("Content-Length", bytes.bytes().length);
                response.write(true, ByteBuffer.wrap(bytes.bytes()), callback);
            }
            case Answer.File file -> Content.copy(Content.Source.from(file.path()), response, callback);
        }
    }

    private static void truncate(Request request, Response response, Callback callback, Answer answer)
            throws IOException {
        head(response, answer);
        if (answer.body() instanceof Answer.Bytes bytes) {
            response.getHeaders().put("Content-Length", bytes.bytes().length);
            Content.Sink.write(response, false, ByteBuffer.wrap(bytes.bytes(), 0, bytes.bytes().length / 2));
        }
        breakOff(request, callback);
    }

    private static void breakOff(Request request, Callback callback) {
        var endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        // A reset, not an orderly end: with linger 0 the peer sees RST, as from a load balancer that died.
        if (endPoint.getTransport() instanceof java.nio.channels.SocketChannel channel) {
            try {
                channel.setOption(java.net.StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "The peer was gone already", e);
            }
        }
        endPoint.close();
        callback.succeeded();
    }

    /** The address it listens on. */
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
    }
}
