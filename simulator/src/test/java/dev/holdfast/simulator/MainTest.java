package dev.holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @Test
    void help_names_the_shop_window_and_every_option() {
        assertThat(run("--help")).isZero();
        assertThat(said.toString())
                .contains("Usage: holdfast simulator", "--theme-extension=FOLDER", "--demo", "--port", "8090");
    }

    @Test
    void each_wrong_argument_is_one_line_and_exit_code_2() {
        refused("no option \"--prot\" is known here", "--prot", "1");
        refused("--shop: write it as NAME.myshopify.com", "--shop", "Toys!");
        refused("--plan: BASIC", "--plan", "TINY");
        refused("--api-version: 2026-07 or 2026-10", "--api-version", "2020-01");
        refused("A port is a number from 0 to 65535: 70000", "--port", "70000");
        refused("--port: a whole number, not http", "--port", "http");
        refused("--switch: NAME=true or NAME=false", "--switch", "MOVE_BEFORE_LUNCH=true");
        refused("--switch: NAME=true or NAME=false", "--switch", "MOVE_BEFORE_STOCK");
        refused("/nowhere is no theme app extension", "--theme-extension", "/nowhere");
    }

    @Test
    void a_port_in_use_is_one_line_and_exit_code_2() {
        try (Simulator first = Simulator.start(SimulatorSettings.usual())) {
            refused(
                    "is the port in use?",
                    "--port",
                    String.valueOf(first.server().port()));
        }
    }

    private void refused(String words, String... arguments) {
        complained.getBuffer().setLength(0);
        assertThat(run(arguments)).as(words).isEqualTo(2);
        assertThat(complained.toString().strip())
                .contains(words)
                .startsWith("simulator: ")
                .doesNotContain("\n");
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(complained, true))
                .execute(arguments);
    }
}
