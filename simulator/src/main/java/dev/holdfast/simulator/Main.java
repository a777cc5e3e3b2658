package dev.holdfast.simulator;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.AppSettings;
import dev.holdfast.simulator.auth.ProxySettings;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.control.DemoCatalog;
import dev.holdfast.simulator.graphql.PlanLimits;
import dev.holdfast.simulator.shop.ApiVersion;
import dev.holdfast.simulator.shop.Plan;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.window.theme.ThemeExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: one shop with one app installed, until it is stopped. */
@Command(
        name = "holdfast simulator",
        description = {
            "A Shopify shop to run against: Admin API, checkout, webhooks and a shop window, on this machine only.",
            "It keeps nothing: what happens in it is gone when it stops (Ctrl-C)."
        },
        footer = "%nHow to drive it: simulator/README.md",
        mixinStandardHelpOptions = true,
        version = "Holdfast simulator 0.1.0")
public final class Main implements Callable<Integer> {
    private static final System.Logger LOG = System.getLogger(Main.class.getName());
    private static final String ALL_SCOPES = "write_products,write_purchase_options,write_orders,write_order_edits,"
            + "read_all_orders,read_customers,write_inventory,write_inventory_transfers,write_inventory_shipments,"
            + "write_inventory_shipments_received_items,write_merchant_managed_fulfillment_orders,"
            + "write_third_party_fulfillment_orders,write_fulfillments,write_returns,write_payment_terms,"
            + "write_payment_mandate,read_customer_payment_methods,write_app_proxy,write_locations,write_shipping";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Option(names = "--port", description = "Port on 127.0.0.1; 0 takes a free one. Default: ${DEFAULT-VALUE}")
    private int port = 8090;

    @Option(names = "--shop", description = "Domain of the shop. Default: ${DEFAULT-VALUE}")
    private String shop = "toys.myshopify.com";

    @Option(names = "--api-version", description = "2026-07 or 2026-10. Default: ${DEFAULT-VALUE}")
    private String version = "2026-07";

    @Option(
            names = "--plan",
            description = "BASIC, GROW, ADVANCED, PLUS, or ENTERPRISE: Plus with the limits of Shopify for"
                    + " enterprise. Default: ${DEFAULT-VALUE}")
    private String plan = "PLUS";

    @Option(names = "--client-id", description = "Client id of the app. Default: ${DEFAULT-VALUE}")
    private String clientId = "holdfast";

    @Option(names = "--client-secret", description = "Client secret of the app. Default: ${DEFAULT-VALUE}")
    private String clientSecret = "shpss_simulated";

    @Option(
            names = "--app-url",
            description =
                    "Where the app is; its proxy is /apps/holdfast, answered by /proxy there. Default: ${DEFAULT-VALUE}")
    private URI appUrl = URI.create("http://127.0.0.1:8080");

    @Option(names = "--scopes", description = "Scopes of the app, with commas. Default: all the simulator knows")
    private String scopes = ALL_SCOPES;

    @Option(
            names = "--switch",
            description =
                    "A behaviour where Shopify's is not certain, such as MOVE_BEFORE_STOCK=false; may be repeated."
                            + " docs/real-shop-checklist.md lists them.")
    private Map<Switch, Boolean> switches = new EnumMap<>(Switch.class);

    @Option(names = "--attached", description = "End when the standard input ends, as it does with who started this.")
    private boolean attached;

    @Option(names = "--seed", description = "Of all that is drawn by lot. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--deliveries-at-once",
            description = "Webhooks under way at the same time; with 1 a seed repeats their order too. Default:"
                    + " ${DEFAULT-VALUE}")
    private int deliveriesAtOnce = SimulatorSettings.usual().deliveriesAtOnce();

    @Option(names = "--demo", description = "Fills the shop with toys, buyers and two pre-order plans.")
    private boolean demo;

    @Option(
            names = "--theme-extension",
            paramLabel = "FOLDER",
            description = "Theme app extension whose blocks the shop window shows, such as storefront")
    private @Nullable Path extension;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** What is wrong with the arguments is one line on standard error, and exit code 2. */
    static CommandLine commandLine() {
        return new CommandLine(new Main()).setParameterExceptionHandler((problem, arguments) -> {
            CommandLine command = problem.getCommandLine();
            command.getErr().println("simulator: " + what(problem) + " (./holdfast simulator --help lists all)");
            return command.getCommandSpec().exitCodeOnInvalidInput();
        });
    }

    private static String what(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unknown) {
            return "no option \"" + unknown.getUnmatched().getFirst() + "\" is known here";
        }
        if (problem.getArgSpec() instanceof OptionSpec option) {
            String name = option.longestName();
            if (name.equals("--switch")) {
                return name + ": NAME=true or NAME=false, with a name from docs/real-shop-checklist.md";
            }
            if (problem.getValue() != null && (option.type() == int.class || option.type() == long.class)) {
                return name + ": a whole number, not " + problem.getValue();
            }
        }
        return String.valueOf(problem.getMessage());
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var simulator = started()) {
            say(simulator.address());
            var stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            if (attached) {
                Thread.ofVirtual().start(() -> endWithInput(stopped));
            }
            stopped.await();
        }
        return 0;
    }

    /** Looks at every argument before it takes the port. */
    private Simulator started() {
        try {
            ShopSettings shopSettings = shopSettings();
            AppSettings app = AppSettings.custom(clientId, clientSecret, appUrl, Scopes.parse(scopes))
                    .withProxy(new ProxySettings("apps", "holdfast", appUrl.resolve("/proxy")));
            Optional<ThemeExtension> blocks = Optional.ofNullable(extension).map(ThemeExtension::read);
            Simulator simulator = Simulator.start(settings());
            Shop opened = simulator.open(shopSettings, switches(), SimulatedClock.running(Instant.now(), 1));
            if (demo) {
                DemoCatalog.fill(opened, seed);
            }
            App registered = simulator.apps().register(app);
            simulator.apps().on(shop).install(registered, app.scopes());
            blocks.ifPresent(all -> simulator.window().show(all, app.id()));
            return simulator;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static void endWithInput(CountDownLatch stopped) {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The standard input broke off", e);
        }
        stopped.countDown();
    }

    private Switches switches() {
        var all = Switches.usual();
        for (var each : switches.entrySet()) {
            all = all.with(each.getKey(), each.getValue());
        }
        return all;
    }

    private void say(URI address) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Simulator of " + shop + " at " + address + ", Admin API " + version);
        out.println("  shop window  " + address + "/");
        out.println("  control      " + address + "/simulator/shops/" + shop.replace(".myshopify.com", ""));
        out.println("  app          " + clientId + ", installed, expected at " + appUrl);
        out.flush();
    }

    private SimulatorSettings settings() {
        if (deliveriesAtOnce < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--deliveries-at-once: at least 1, not " + deliveriesAtOnce);
        }
        var settings = SimulatorSettings.usual()
                .withPort(port)
                .withVersion(version())
                .withDeliveriesAtOnce(deliveriesAtOnce)
                .withSeed(seed);
        return plan.equalsIgnoreCase("ENTERPRISE") ? settings.withLimits(PlanLimits.ENTERPRISE) : settings;
    }

    private ShopSettings shopSettings() {
        if (!shop.matches("[a-z0-9][a-z0-9-]*\\.myshopify\\.com")) {
            throw new ParameterException(
                    spec.commandLine(), "--shop: write it as NAME.myshopify.com, in lower case, not " + shop);
        }
        return ShopSettings.of(shop, seed).withPlan(plan());
    }

    private ApiVersion version() {
        return Arrays.stream(ApiVersion.values())
                .filter(known -> known.wire().equals(version))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--api-version: 2026-07 or 2026-10, not " + version));
    }

    private Plan plan() {
        if (plan.equalsIgnoreCase("ENTERPRISE")) {
            return Plan.PLUS;
        }
        return Arrays.stream(Plan.values())
                .filter(known -> known.name().equalsIgnoreCase(plan))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--plan: BASIC, GROW, ADVANCED, PLUS or ENTERPRISE, not " + plan));
    }
}
