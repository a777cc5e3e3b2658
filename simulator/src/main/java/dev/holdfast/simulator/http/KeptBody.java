package dev.holdfast.simulator.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Request;

/** A request whose body was read, and is read again by whoever answers. */
final class KeptBody extends Request.Wrapper {
    private static final int MOST = 1024 * 1024;
    private final byte[] bytes;
    private final Content.Source content;

    private KeptBody(Request request, byte[] bytes) {
        super(request);
        this.bytes = bytes;
        this.content = new ByteBufferContentSource(ByteBuffer.wrap(bytes));
    }

    /** Whether the body is short enough to be kept; one that does not say how long it is is not. */
    static boolean fits(Request request) {
        return request.getLength() >= 0 && request.getLength() <= MOST;
    }

    static KeptBody of(Request request) throws IOException {
        try (var in = Content.Source.asInputStream(request)) {
            return new KeptBody(request, in.readAllBytes());
        }
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public Content.Chunk read() {
        return content.read();
    }

    @Override
    public void demand(Runnable demanded) {
        content.demand(demanded);
    }

    @Override
    public void fail(Throwable failure) {
        content.fail(failure);
    }
}
