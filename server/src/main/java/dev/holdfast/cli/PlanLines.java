package dev.holdfast.cli;

import dev.holdfast.planfile.PlanFile;
import dev.holdfast.planfile.PlanResult;
import dev.holdfast.planner.InvalidFacts;
import org.jspecify.annotations.Nullable;

/** One plan file on each line in, one result on each line out, in order, each as soon as it is there. */
final class PlanLines {

    private final Terminal terminal;
    private boolean faulty;

    PlanLines(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Returns 0 however many documents were bad; 1 after a fault of ours, which does not end the run either. */
    int run() {
        LineInput input = new LineInput(terminal.in(), Source.LARGEST);
        for (byte @Nullable [] line = input.next(); line != null; line = input.next()) {
            if (!isBlank(line)) {
                terminal.print(answer(line, input.number()));
            }
        }
        return faulty ? 1 : 0;
    }

    private byte[] answer(byte[] line, int number) {
        try {
            if (line.length > Source.LARGEST) {
                throw new InvalidFacts("line " + number, "is larger than %d MB".formatted(Source.LARGEST >> 20));
            }
            return PlanResult.line(
                    PlanFile.read(line, number, terminal.clock().instant()).plan());
        } catch (InvalidFacts bad) {
            return PlanResult.error(new InvalidFacts(bad.place(), OneLine.of(bad.reason(), 400)));
        } catch (RuntimeException fault) {
            faulty = true;
            fault.printStackTrace(terminal.err());
            return PlanResult.error(new InvalidFacts("line " + number, "a fault of Holdfast itself: " + fault));
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
