package dev.holdfast.bench;

import dev.holdfast.bench.backlog.BacklogBench;
import dev.holdfast.bench.doors.DoorsBench;
import dev.holdfast.bench.fault.CrashBench;
import dev.holdfast.bench.fault.EffectsBench;
import dev.holdfast.bench.fault.NetworkBench;
import dev.holdfast.bench.firstimport.ImportBench;
import dev.holdfast.bench.instep.DriftBench;
import dev.holdfast.bench.instep.ReplayBench;
import dev.holdfast.bench.intake.IntakeBench;
import dev.holdfast.bench.planner.MutationBench;
import dev.holdfast.bench.planner.PlannerBench;
import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.program.PlanLinesBench;
import dev.holdfast.bench.program.ServeBench;
import dev.holdfast.bench.program.StartBench;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Machine;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.simulator.SimulatorBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The door: without a name it lists the benches; exit code 0 only when every bar is held, 1 when one is short, 2 for a wrong name. */
public final class Main {

    private static final List<Bench> BENCHES = List.of(
            new PlannerBench(),
            new MutationBench(),
            new StartBench(),
            new ServeBench(),
            new PlanLinesBench(),
            new BacklogBench(),
            new IntakeBench(),
            new ImportBench(),
            DoorsBench.forged(),
            DoorsBench.tenants(),
            new DriftBench(),
            new ReplayBench(),
            new SimulatorBench(),
            new CrashBench(),
            new EffectsBench(),
            new NetworkBench());

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        boolean record = words.contains("--record");
        List<String> names =
                words.stream().filter(word -> !word.equals("--record")).toList();
        if (names.isEmpty()) {
            list();
            return;
        }
        List<Bench> chosen = names.equals(List.of("all")) ? BENCHES : named(names);
        boolean ok = true;
        for (Bench bench : chosen) {
            ok &= run(bench, record);
        }
        System.exit(ok ? 0 : 1);
    }

    private static void list() {
        System.out.println(
                "bench/run NAME… [--record]   or   bench/run all   (--record adds the result to docs/measured.md)");
        for (Bench bench : BENCHES) {
            System.out.printf("  %-12s %s%n", bench.name(), bench.summary());
        }
    }

    private static List<Bench> named(List<String> names) {
        for (String name : names) {
            if (BENCHES.stream().noneMatch(bench -> bench.name().equals(name))) {
                System.err.println("bench/run: no bench is called " + name + "; bench/run alone lists them");
                System.exit(2);
            }
        }
        return BENCHES.stream().filter(bench -> names.contains(bench.name())).toList();
    }

    private static boolean run(Bench bench, boolean record) throws IOException, InterruptedException {
        Report report = new Report(System.out);
        System.out.println("== " + bench.name() + ": " + bench.summary());
        Machine.describe(report, commit());
        bench.run(report);
        if (record) {
            record(bench, report);
        }
        return report.ok();
    }

    private static String commit() throws IOException, InterruptedException {
        ProgramRun described =
                ProgramRun.of(List.of("git", "describe", "--always", "--dirty=, with changes", "--exclude=*"), null);
        return described.exitCode() == 0 ? described.text().strip() : "unknown";
    }

    private static void record(Bench bench, Report report) throws IOException {
        Path measured = ProgramRun.root().resolve("docs/measured.md");
        String entry = "\n## %s, %s\n\n```\n%s\n```\n"
                .formatted(bench.name(), LocalDate.now(ZoneOffset.UTC), String.join("\n", report.lines()));
        Files.writeString(measured, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.out.println("recorded in " + measured);
    }
}
