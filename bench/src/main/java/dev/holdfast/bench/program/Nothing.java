package dev.holdfast.bench.program;

/** The limit of every start: a program that does nothing. */
public final class Nothing {

    private Nothing() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            throw new IllegalArgumentException("Nothing takes nothing");
        }
    }
}
