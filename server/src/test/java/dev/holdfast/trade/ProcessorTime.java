package dev.holdfast.trade;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The processor time of a load run since a moment: of this process, which is the simulator, of the program, and of the
 * PostgreSQL of the tests. What PostgreSQL's ended processes took is not seen, so the simulator's part is rather too large.
 */
final class ProcessorTime {
    private final ProcessHandle program;
    private final JdbcClient sql;
    private final Used start;
    private Duration commands = Duration.ZERO;

    private record Used(Duration simulator, Duration program, Duration database) {}

    private ProcessorTime(ProcessHandle program, JdbcClient sql) {
        this.program = program;
        this.sql = sql;
        this.start = read();
    }

    /** Counts from now on. */
    static ProcessorTime since(ProcessHandle program, JdbcClient sql) {
        return new ProcessorTime(program, sql);
    }

    /** A command of the program took so much and has ended. */
    void add(Duration command) {
        commands = commands.plus(command);
    }

    /** In words, with the simulator's part in a thousand last. */
    @Override
    public String toString() {
        var now = read();
        long simulator = now.simulator().minus(start.simulator()).toMillis();
        long served = now.program().minus(start.program()).plus(commands).toMillis();
        long database = now.database().minus(start.database()).toMillis();
        long all = Math.max(1, simulator + served + database);
        return "processor: the simulator took %d ms, the server %d ms, its PostgreSQL %d ms: simulator %d in a thousand"
                .formatted(simulator, served, database, 1000 * simulator / all);
    }

    private Used read() {
        return new Used(of(ProcessHandle.current()), of(program), database());
    }

    private Duration database() {
        List<Long> pids = sql.sql("select pid from pg_stat_activity")
                .query((row, _) -> row.getLong(1))
                .list();
        Optional<ProcessHandle> parent = pids.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .findFirst()
                .flatMap(ProcessHandle::parent);
        return parent.stream()
                .flatMap(all -> Stream.concat(Stream.of(all), all.children()))
                .map(ProcessorTime::of)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Zero when it has ended. */
    static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
