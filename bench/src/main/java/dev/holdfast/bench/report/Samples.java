package dev.holdfast.bench.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The readings of one figure, one a round, in one unit. */
public record Samples(String unit, List<Double> readings) {

    /** How often a figure is read. */
    public static final int ROUNDS = 5;

    public Samples {
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("No readings");
        }
        readings = List.copyOf(readings);
    }

    /** Gives one reading. */
    @FunctionalInterface
    public interface Reading {
        double read() throws IOException, InterruptedException;
    }

    /** Reads {@link #ROUNDS} times. */
    public static Samples of(String unit, Reading reading) throws IOException, InterruptedException {
        List<Double> readings = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            readings.add(reading.read());
        }
        return new Samples(unit, readings);
    }

    /** A figure and its limit. */
    public record Pair(Samples figure, Samples limit) {}

    /** Reads a figure and its limit in turns, {@link #ROUNDS} times each, so that a noisy minute touches both. */
    public static Pair beside(String unit, Reading figure, Reading limit) throws IOException, InterruptedException {
        List<Double> figures = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            limits.add(limit.read());
            figures.add(figure.read());
        }
        return new Pair(new Samples(unit, figures), new Samples(unit, limits));
    }

    /** How many times the limit each reading is, round by round. */
    public Samples per(Samples limit) {
        if (limit.readings.size() != readings.size()) {
            throw new IllegalArgumentException(readings.size() + " rounds beside " + limit.readings.size());
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < readings.size(); round++) {
            ratios.add(readings.get(round) / limit.readings.get(round));
        }
        return new Samples("x", ratios);
    }

    /** The middle reading; of an even number the mean of the two in the middle. */
    public double median() {
        List<Double> sorted = readings.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @Override
    public String toString() {
        return "%s %s (%s–%s, n=%d)"
                .formatted(
                        text(median()),
                        unit,
                        text(Collections.min(readings)),
                        text(Collections.max(readings)),
                        readings.size());
    }

    /** Four digits that count, without an exponent. */
    static String text(double figure) {
        if (figure == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(figure).round(new MathContext(4)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
