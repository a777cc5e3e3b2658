package dev.holdfast;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.backup.Backup;
import dev.holdfast.platform.backup.Restore;
import dev.holdfast.platform.database.DatabaseServer;
import dev.holdfast.platform.postgres.EmbeddedPostgres;
import dev.holdfast.platform.privacy.PrivacySettings;
import dev.holdfast.platform.secrets.KeyRotation;
import dev.holdfast.platform.settings.SettingsReader;
import dev.holdfast.platform.settings.SettingsSource;
import dev.holdfast.report.Reconciler;
import dev.holdfast.report.Reconciliation;
import dev.holdfast.shop.leave.Leave;
import dev.holdfast.shop.privacy.PrivacyRequests;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.auth.Installer;
import dev.holdfast.shopify.inbox.InboxDesk;
import dev.holdfast.shopify.outbox.EffectKind;
import dev.holdfast.shopify.outbox.OutboxDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** What an operator does beside the running server; every method throws {@link Refusal} with what keeps it from being done. */
public final class Maintenance {

    private final SettingsSource source;

    public Maintenance(SettingsSource source) {
        this.source = source;
    }

    /** Writes all there is, as of one instant, into a new file; the server may run meanwhile. Returns what was written. */
    public String backup(Path file, InstantSource clock) {
        Settings settings = Settings.read(source);
        Holdfast.requireData(source.home(), settings);
        try (var server = DatabaseServer.join(source.home(), settings.database())) {
            var written = new Backup(server.everything(), clock.instant()).to(file);
            return "%s: %d tables, %d rows. The key that opens sealed secrets is not in it: keep a copy of the key file too."
                    .formatted(written.file(), written.tables(), written.rows());
        }
    }

    /** Fills an empty home, or an empty given database, from a file; says what it does while it does it. */
    public void restore(Path file, Consumer<String> says) {
        Settings settings = Settings.read(source);
        boolean own = settings.database().given().isEmpty();
        if (own && EmbeddedPostgres.hasData(source.home())) {
            throw new Refusal(
                    source.home().folder().toString(),
                    "holds data already; name an empty folder in HOLDFAST_HOME, and copy the settings, the key file and forgotten.txt there");
        }
        try (var restore = Restore.from(file)) {
            says.accept(restore.describe());
            if (own) {
                new FreshHome(source.home()).fill(home -> fill(restore, home, settings));
            } else {
                fill(restore, source.home(), settings);
            }
        }
        forgetAgain(says);
    }

    /** Every start carries it out; here it is done at once. */
    private void forgetAgain(Consumer<String> says) {
        var file = PrivacySettings.read(new SettingsReader(source)).forgotten();
        if (Files.exists(file)) {
            Holdfast.startForCommand(source).close();
            says.accept("Everybody in " + file + " who asked to be forgotten is forgotten again.");
        } else {
            says.accept(
                    file + " is not there: should buyers have asked to be forgotten since the backup, copy it from the"
                            + " old home before the server starts; it then forgets them again.");
        }
    }

    private static void fill(Restore restore, Home home, Settings settings) {
        try (var server = DatabaseServer.start(home, settings.database())) {
            restore.into(server.owner(), server.everything());
        }
    }

    /** Makes a new key and seals everything again with it; returns how many secrets that were. */
    public int rotateKey() {
        return withKeys(KeyRotation::rotate);
    }

    /** Seals everything again with the present key; returns how many secrets that were. */
    public int sealAgain() {
        return withKeys(KeyRotation::sealAgain);
    }

    /** The value of the setting {@code secrets.keys} with a new key before the present one. Secret. */
    public String nextKeys() {
        return withKeys(KeyRotation::nextKeys);
    }

    private <T> T withKeys(Function<KeyRotation, T> work) {
        try (var parts = Holdfast.startForCommand(source)) {
            return work.apply(parts.getBean(KeyRotation.class));
        }
    }

    /** Does something with the outboxes of the shops. */
    public <T> T withOutbox(BiFunction<ShopRegistry, OutboxDesk, T> work) {
        try (var parts = Holdfast.startForCommand(source)) {
            return work.apply(parts.getBean(ShopRegistry.class), parts.getBean(OutboxDesk.class));
        }
    }

    /** Does something with what was set aside in the inboxes of the shops. */
    public <T> T withInbox(BiFunction<ShopRegistry, InboxDesk, T> work) {
        try (var parts = Holdfast.startForCommand(source)) {
            return work.apply(parts.getBean(ShopRegistry.class), parts.getBean(InboxDesk.class));
        }
    }

    /** Does something with what would be changed in the shops first. */
    public <T> T withFirstChanges(BiFunction<ShopRegistry, FirstChanges, T> work) {
        try (var parts = Holdfast.startForCommand(source)) {
            var changes = new FirstChanges(
                    parts.getBeansOfType(EffectKind.class).values(),
                    parts.getBean(OutboxDesk.class),
                    parts.getBean(Installer.class),
                    parts.getBean(Leave.class));
            return work.apply(parts.getBean(ShopRegistry.class), changes);
        }
    }

    /** Does something with the way out of the shops. */
    public <T> T withLeave(BiFunction<ShopRegistry, Leave, T> work) {
        try (var parts = Holdfast.startForCommand(source)) {
            return work.apply(parts.getBean(ShopRegistry.class), parts.getBean(Leave.class));
        }
    }

    /** Does something with what buyers ask of the shops by law. */
    public <T> T withPrivacy(BiFunction<ShopRegistry, PrivacyRequests, T> work) {
        try (var parts = Holdfast.startForCommand(source)) {
            return work.apply(parts.getBean(ShopRegistry.class), parts.getBean(PrivacyRequests.class));
        }
    }

    /** Looks at settings, folder, database and key; tells each setting and each finding as it is found. */
    public boolean doctor(Consumer<String> says) {
        return new Doctor(source, says).look();
    }

    /**
     * Compares our copy of a shop with what Shopify has, and with {@code repair} mends it; the only shop there is when
     * {@code domain} is empty. Throws {@link dev.holdfast.shopify.ShopifyFault} when Shopify cannot be read.
     */
    public Reconciliation reconcile(Optional<ShopDomain> domain, boolean repair) throws InterruptedException {
        try (var parts = Holdfast.startForCommand(source)) {
            return parts.getBean(Reconciler.class).reconcile(one(parts.getBean(ShopRegistry.class), domain), repair);
        }
    }

    private static ShopId one(ShopRegistry shops, Optional<ShopDomain> domain) {
        if (domain.isPresent()) {
            return shops.find(domain.get())
                    .orElseThrow(() -> new Refusal("--shop", domain.get() + " has never installed Holdfast"));
        }
        var installed = shops.installed();
        if (installed.size() != 1) {
            throw new Refusal("--shop", "is needed: there are " + installed.size() + " shops");
        }
        return installed.getFirst();
    }
}
