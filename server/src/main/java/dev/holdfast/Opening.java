package dev.holdfast;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Ids;
import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.database.DatabaseServer;
import dev.holdfast.platform.database.Schema;
import dev.holdfast.platform.work.Instance;
import dev.holdfast.platform.work.Role;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The database, opened before the frame makes its first part. */
final class Opening {

    private final Settings settings;
    private final Role role;
    private final Home home;
    private final InstantSource clock;
    private Optional<DatabaseServer> opened = Optional.empty();
    private Optional<Instance> begun = Optional.empty();

    Opening(Settings settings, Role role, Home home, InstantSource clock) {
        this.settings = settings;
        this.role = role;
        this.home = home;
        this.clock = clock;
    }

    void open(ConfigurableApplicationContext context) {
        DatabaseServer server = role == Role.COMMAND ? join() : start();
        var instance = Instance.begin(home, new Ids(clock).next());
        begun = Optional.of(instance);
        if (context instanceof GenericApplicationContext generic) {
            generic.register(settings.beans());
            generic.registerBean(InstantSource.class, () -> clock);
            generic.registerBean(Role.class, () -> role);
            generic.registerBean(DatabaseServer.class, () -> server);
            generic.registerBean(Instance.class, () -> instance);
        }
    }

    private DatabaseServer start() {
        DatabaseServer server = kept(DatabaseServer.start(home, settings.database()));
        Schema.migrate(server.owner().plain());
        return server;
    }

    // A server that runs meanwhile expects its tables as they are.
    private DatabaseServer join() {
        DatabaseServer server = kept(DatabaseServer.join(home, settings.database()));
        if (Schema.pending(server.owner().plain()) > 0) {
            throw new Refusal(
                    "database", "its tables are of another version; start holdfast serve of this version once");
        }
        return server;
    }

    private DatabaseServer kept(DatabaseServer server) {
        opened = Optional.of(server);
        return server;
    }

    /** After a start that failed. */
    void undo() {
        opened.ifPresent(DatabaseServer::close);
        begun.ifPresent(Instance::close);
    }
}
