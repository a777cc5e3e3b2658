package dev.holdfast.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** What a command talks to: the three standard streams, in UTF-8 whatever the machine's own is, and the clock. */
record Terminal(InputStream in, OutputStream out, PrintStream err, InstantSource clock) {

    static Terminal standard() {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                InstantSource.system());
    }

    /** Writes a result, whole and at once. */
    void print(byte[] result) {
        try {
            out.write(result);
            out.flush();
        } catch (IOException e) {
            throw new OutputLost(e);
        }
    }

    /** Where a long result is written as it is made. */
    OutputStream stream() {
        return new BufferedOutputStream(new OutputStream() {
            @Override
            public void write(int one) {
                print(new byte[] {(byte) one});
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                try {
                    out.write(bytes, offset, length);
                } catch (IOException e) {
                    throw new OutputLost(e);
                }
            }
        });
    }

    /** Writes one line of a result. */
    void say(String line) {
        print((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Names on one line what is bad and where. */
    void complain(String place, String reason) {
        err.println(OneLine.of(place, 1000) + ": " + OneLine.of(reason, 400));
    }
}
