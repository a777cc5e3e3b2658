package dev.holdfast.platform.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/** Runs db-scheduler's tasks, each once however many processes there are, when this process is one that works. */
final class Timers implements SmartLifecycle {

    private final Role role;
    private final Scheduler scheduler;
    private boolean running;

    Timers(Role role, Scheduler scheduler) {
        this.role = role;
        this.scheduler = scheduler;
    }

    @Override
    public synchronized void start() {
        if (role.works()) {
            scheduler.start();
            running = true;
        }
    }

    @Override
    public synchronized void stop() {
        if (running) {
            scheduler.stop();
            running = false;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
